import Access
import ArgumentParser
import CadreModel
import Intake
import Messages
import PostgresClient

/// `cadre imports undo`: takes an import back by a new one.
struct UndoImport: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("undo", ImportsHelp.undo, discussion: ImportsHelp.undoDiscussion)
  }

  @Argument(help: ArgumentHelp(ImportsHelp.number, value: ValueNames.number))
  var number: Int
  @OptionGroup var options: PastImportOptions

  func run() async throws {
    let library = try options.configuration.library()
    let city = try library.city(called: options.city)
    let language = options.language.language
    let report = try await options.database.withConnection(
      library, options.configuration, language, needing: .duty(.importer, [city])
    ) { connection in
      let undo = ImportUndo(
        number, of: city, undoneBy: Operator.current, programVersion: ProgramVersion.current,
        identityKey: try options.database.identityKey())
      return try await undo.run(on: connection)
    }
    if options.json {
      try Terminal.print(
        .object([
          ("city", .string(city.code)), ("undone", .number(String(number))),
          ("import", report.number.map { .number(String($0)) } ?? .null), ("rows", report.rows.json),
        ]))
    } else {
      Terminal.print(
        ImportsMessages.undone(city.name, number, by: report.number ?? 0, rows: report.rows.message).text(in: language))
    }
  }
}

extension UndoError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .noSuchImport, .noSuchRow: .usage
    case .beforeJournal, .nothingToUndo, .changedSince, .stillReferred, .referredGone: .rejected
    }
  }
}
