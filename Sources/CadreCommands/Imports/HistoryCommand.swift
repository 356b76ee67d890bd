import Access
import ArgumentParser
import CadreModel
import DataContract
import Intake
import Messages
import PostgresClient
import Results

/// `cadre history`: the versions of one row.
struct HistoryCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("history", HistoryHelp.abstract, discussion: HistoryHelp.discussion)
  }

  @Argument(help: ArgumentHelp(HistoryHelp.table, value: ValueNames.table))
  var table: TableArgument
  @Argument(help: ArgumentHelp(HistoryHelp.key, value: ValueNames.key))
  var key: String
  @OptionGroup var unmask: UnmaskOptions
  @OptionGroup var options: PastImportOptions

  func run() async throws {
    let library = try options.configuration.library()
    let city = try library.city(called: options.city)
    let language = options.language.language
    let history = try await options.database.withConnection(
      library, options.configuration, language, needing: unmask.need([city])
    ) { connection in
      let numbers = try await unmask.numbers(
        of: city, for: "history", subject: table.table == .persons ? key : "", options.database, on: connection)
      return try await connection.withTransaction(about: city.code, .repeatableRead) { connection in
        try await RowHistory.read(table.table, key: key, of: city, numbers: numbers, on: connection)
      }
    }
    if options.json {
      try Terminal.print(json(history))
    } else {
      show(history, language)
    }
  }

  private var columns: [DataContract.Column] { Table[table.table].columns }

  private func show(_ history: RowHistory, _ language: CadreModel.Language) {
    var before = [String?](repeating: nil, count: columns.count)
    for version in history.versions {
      Terminal.print((version.cameWith?.line ?? ImportsMessages.beforeJournal).text(in: language))
      guard let cells = version.cells else {
        Terminal.print(ImportsMessages.rowWithdrawn(reason: version.reason).text(in: language))
        before = [String?](repeating: nil, count: columns.count)
        continue
      }
      for (column, (old, new)) in zip(columns, zip(before, cells)) where old != new {
        Terminal.print(
          ImportsMessages.cell(Message(column.label, column.name), old: old, new: new).text(in: language))
      }
      before = cells
    }
  }

  private func json(_ history: RowHistory) -> JSON {
    .object([
      ("table", .string(history.table.rawValue)), ("key", .string(history.key)),
      ("versions", .array(history.versions.map(json))),
    ])
  }

  private func json(_ version: RowHistory.Version) -> JSON {
    var row = JSON.null
    if let cells = version.cells {
      row = .object(zip(columns, cells).map { column, cell in (column.name, JSON(cell)) })
    }
    return .object([("import", version.cameWith?.json ?? .null), ("reason", JSON(version.reason)), ("row", row)])
  }
}

extension JSON {
  /// A text, or null.
  init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }
}
