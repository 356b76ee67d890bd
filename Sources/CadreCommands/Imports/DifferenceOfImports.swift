import Access
import ArgumentParser
import CadreModel
import DataContract
import Intake
import Messages
import PostgresClient
import Results
import Spreadsheet

/// `cadre imports diff`: what imports changed, cell by cell.
struct DifferenceOfImports: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration("diff", ImportsHelp.diff, discussion: ImportsHelp.diffDiscussion)
  }

  @Argument(help: ArgumentHelp(ImportsHelp.number, value: ValueNames.number))
  var number: Int
  @Argument(help: ArgumentHelp(ImportsHelp.last, value: ValueNames.number))
  var last: Int?
  @Flag(help: ArgumentHelp(ImportsHelp.csv))
  var csv = false
  @OptionGroup var unmask: UnmaskOptions
  @OptionGroup var options: PastImportOptions

  func run() async throws {
    let library = try options.configuration.library()
    let city = try library.city(called: options.city)
    let language = options.language.language
    try await options.database.withConnection(
      library, options.configuration, language, needing: unmask.need([city])
    ) { connection in
      let numbers = try await unmask.numbers(of: city, for: "imports diff", options.database, on: connection)
      try await connection.withTransaction(about: city.code, .repeatableRead) { connection in
        let reader = ImportsReader(city, on: connection)
        for named in [number] + (last.map { [$0] } ?? []) { _ = try await reader.one(named) }
        let difference = ImportDifference(number, until: last, of: city, numbers: numbers, on: connection)
        if csv {
          try await printCSV(difference)
        } else if options.json {
          try await printJSON(difference)
        } else {
          try await show(difference, language)
        }
      }
    }
  }

  private nonisolated(nonsending) func printCSV(_ difference: ImportDifference) async throws {
    var writer = CSVWriter(byteOrderMark: true)
    writer.appendRecord(["table", "key", "change", "column", "old", "new"])
    try await difference.read { cell in
      writer.appendRecord([
        cell.table.rawValue, cell.key, cell.change.rawValue, cell.column, cell.old ?? "", cell.new ?? "",
      ])
      if writer.bytes.count > 1 << 16 { Terminal.printRaw(writer.take()) }
    }
    Terminal.printRaw(writer.take())
  }

  private nonisolated(nonsending) func printJSON(_ difference: ImportDifference) async throws {
    let loads = try await difference.firstLoads().map { load in
      JSON.object([
        ("table", .string(load.table.rawValue)), ("import", .number(String(load.number))),
        ("rows", .number(String(load.rows))),
      ])
    }
    var cells: [JSON] = []
    try await difference.read { cell in
      cells.append(
        .object([
          ("table", .string(cell.table.rawValue)), ("key", .string(cell.key)), ("change", .string(cell.change.rawValue)),
          ("column", .string(cell.column)), ("old", JSON(cell.old)), ("new", JSON(cell.new)),
        ]))
    }
    try Terminal.print(.object([("first_loads", .array(loads)), ("cells", .array(cells))]))
  }

  private nonisolated(nonsending) func show(_ difference: ImportDifference, _ language: CadreModel.Language) async throws {
    for load in try await difference.firstLoads() {
      Terminal.print(
        ImportsMessages.firstLoad(load.table.called, number: load.number, rows: load.rows).text(in: language))
    }
    var row: [String] = []
    try await difference.read { cell in
      if row != [cell.table.rawValue, cell.key] {
        row = [cell.table.rawValue, cell.key]
        Terminal.print(
          ImportsMessages.row(cell.table.called, key: cell.key, ImportsMessages.change(cell.change.rawValue))
            .text(in: language))
      }
      let label = Table[cell.table].column(cell.column)?.label ?? cell.column
      Terminal.print(
        ImportsMessages.cell(Message(label, cell.column), old: cell.old, new: cell.new).text(in: language))
    }
  }
}

extension TableName {
  /// As people call it, and as files do.
  var called: Message { Message(Table[self].label, rawValue) }
}
