import Access
import ArgumentParser
import CadreModel
import Intake
import Messages
import PostgresClient
import Results

/// `cadre imports list`: a line an import.
struct ListImports: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("list", ImportsHelp.list)
  }

  @OptionGroup var options: PastImportOptions

  func run() async throws {
    let library = try options.configuration.library()
    let city = try library.city(called: options.city)
    let language = options.language.language
    let imports = try await options.database.withConnection(library, options.configuration, language, needing: .reading([city])) {
      connection in
      try await connection.withTransaction(about: city.code, .repeatableRead) { connection in
        try await ImportsReader(city, on: connection).all()
      }
    }
    if options.json {
      try Terminal.print(.object([("city", .string(city.code)), ("imports", .array(imports.map(\.json)))]))
    } else {
      for entry in imports { Terminal.print(entry.line.text(in: language)) }
      if imports.isEmpty { Terminal.print(ImportsMessages.none(city.name).text(in: language)) }
    }
  }
}

extension PastImport {
  /// Who, when and how much.
  var line: Message {
    ImportsMessages.line(
      number, on: on.officialText, by: by, login: login, program: programVersion, undoes: undoes, rows: rows.message)
  }

  var json: JSON {
    .object([
      ("import", .number(String(number))), ("on", .string(on.description)), ("by", .string(by)), ("login", .string(login)),
      ("program", .string(programVersion)), ("undoes", undoes.map { .number(String($0)) } ?? .null),
      ("rows", rows.json), ("watermark", .string(watermark)),
    ])
  }
}

extension RowCounts {
  var message: Message {
    ImportSummaryMessages.rows(
      inserted: inserted, updated: updated, unchanged: unchanged, rejected: rejected, withdrawn: withdrawn)
  }

  var json: JSON {
    .object([
      ("inserted", .number(String(inserted))), ("updated", .number(String(updated))),
      ("unchanged", .number(String(unchanged))), ("rejected", .number(String(rejected))),
      ("withdrawn", .number(String(withdrawn))),
    ])
  }
}
