import Access
import ArgumentParser
import CadreModel
import DataContract
import Intake
import Messages
import PostgresClient
import Results

/// `cadre imports show`: one import with its files.
struct ShowImport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("show", ImportsHelp.show)
  }

  @Argument(help: ArgumentHelp(ImportsHelp.number, value: ValueNames.number))
  var number: Int
  @OptionGroup var options: PastImportOptions

  func run() async throws {
    let library = try options.configuration.library()
    let city = try library.city(called: options.city)
    let language = options.language.language
    let (entry, files) = try await options.database.withConnection(
      library, options.configuration, language, needing: .reading([city])
    ) { connection in
      try await connection.withTransaction(about: city.code, .repeatableRead) { connection in
        let reader = ImportsReader(city, on: connection)
        return (try await reader.one(number), try await reader.files(of: number))
      }
    }
    if options.json {
      try Terminal.print(
        .object([("city", .string(city.code)), ("import", entry.json), ("files", .array(files.map(\.json)))]))
    } else {
      Terminal.print(entry.line.text(in: language))
      Terminal.print(ImportsMessages.watermark(entry.watermark).text(in: language))
      for file in files { Terminal.print(file.line.text(in: language)) }
    }
  }
}

extension PastFile {
  /// What the table is called; the list of withdrawals has a name, too.
  private var called: Message {
    guard let name = TableName(rawValue: table) else { return Message(Withdrawals.label, Withdrawals.name) }
    return Message(Table[name].label, table)
  }

  fileprivate var line: Message {
    ImportsMessages.file(
      called, name: name, encoding: encoding, bytes: byteSize, sha256: sha256, rows: rows.message, isFirstLoad: isFirstLoad)
  }

  fileprivate var json: JSON {
    .object([
      ("table", .string(table)), ("file", .string(name)), ("encoding", .string(encoding)),
      ("bytes", .number(String(byteSize))), ("sha256", .string(sha256)), ("first_load", .bool(isFirstLoad)),
      ("rows", rows.json),
    ])
  }
}
