import CadreModel
import DataContract
import Intake
import Messages
import Pages
import PolicyKit
import Reporting
import Results

/// What a city has handed in: every import, of one its files and what it changed.
struct DeliveriesPage {
  let sight: Sight
  let city: City
  private let reader: ImportsReader

  init(_ sight: Sight, _ city: City) throws {
    try sight.demandWholeCity()
    (self.sight, self.city) = (sight, city)
    reader = ImportsReader(city, on: sight.connection)
  }

  private var trail: [PageContent.Crumb] { [PageContent.Crumb(sight(city.label), .latest(city: city.code, asOf: nil))] }

  private static let rowColumns = [
    TableColumn(.count, ListPageMessages.inserted), TableColumn(.count, ListPageMessages.updated),
    TableColumn(.count, ListPageMessages.unchanged), TableColumn(.count, ListPageMessages.rejected),
    TableColumn(.count, ListPageMessages.withdrawn),
  ]

  private static func cells(_ rows: RowCounts) -> [DataCell] {
    [rows.inserted, rows.updated, rows.unchanged, rows.rejected, rows.withdrawn].map { DataCell($0) }
  }

  private func page(_ title: String, namesPersons: Bool = false) -> PageContent {
    var page = PageContent(title, entry: PageContent.Entry(cities: [city.code], namesPersons: namesPersons))
    page.trail = trail
    return page
  }

  func list() async throws -> PageContent {
    var page = page(sight(WebPageMessages.deliveries))
    let rows = try await reader.all().reversed().map { entry in
      DataRow(
        [
          DataCell(String(entry.number), .delivery(city: city.code, number: entry.number)), DataCell(entry.on.officialText),
          DataCell(entry.by), DataCell(entry.undoes.map(String.init) ?? ""),
        ] + Self.cells(entry.rows))
    }
    page.add(
      DataTable(
        "imports",
        [
          TableColumn(.identifier, ListPageMessages.number), TableColumn(.identifier, ListPageMessages.on),
          TableColumn(.words, ListPageMessages.by), TableColumn(.identifier, ListPageMessages.undoes),
        ] + Self.rowColumns, rows))
    return page
  }

  /// - Throws: `PageProblem.notFound` for an import that there is not.
  func one(_ number: Int) async throws -> PageContent {
    let all = try await reader.all()
    guard let entry = all.first(where: { $0.number == number }) else { throw PageProblem.notFound }
    var page = page(sight(ListPageMessages.delivery(number)), namesPersons: true)
    page.trail = trail + [PageContent.Crumb(sight(WebPageMessages.deliveries), .deliveries(city: city.code))]
    page.add("<p class=\"soft\">\(entry.on.officialText) · \(entry.by) · cadre \(entry.programVersion)</p>")
    page.add(try await files(number))
    page.add(try await difference(number))
    return page
  }

  private func files(_ number: Int) async throws -> DataTable {
    let rows = try await reader.files(of: number).map { file in
      let name = TableName(rawValue: file.table).map { MissingTables.name(of: $0, in: sight.language) } ?? file.table
      return DataRow(
        [DataCell(name, below: file.table), DataCell(file.name), DataCell(file.byteSize)] + Self.cells(file.rows)
          + [DataCell(file.sha256)])
    }
    var table = DataTable(
      "files",
      [
        TableColumn(.text, ListPageMessages.table), TableColumn(.words, ListPageMessages.fileName),
        TableColumn(.count, ListPageMessages.bytes),
      ] + Self.rowColumns + [TableColumn(.identifier, ListPageMessages.digest)], rows)
    table.title = ListPageMessages.files
    return table
  }

  /// Cell by cell.
  private func difference(_ number: Int) async throws -> DataTable {
    var rows: [DataRow] = []
    try await ImportDifference(number, until: nil, of: city, on: sight.connection).read { cell in
      let column = Table[cell.table].column(cell.column)
      func shown(_ value: String?) -> DataCell { DataCell(Masking.shown(value ?? "", of: cell.column)) }
      rows.append(
        DataRow([
          DataCell(MissingTables.name(of: cell.table, in: sight.language)), DataCell(cell.key),
          DataCell(ImportsMessages.change(cell.change.rawValue).text(in: sight.language)),
          DataCell(sight.language(zh: column?.label ?? cell.column, en: cell.column)), shown(cell.old), shown(cell.new),
        ]))
    }
    var table = DataTable(
      "difference",
      [
        TableColumn(.text, ListPageMessages.table), TableColumn(.identifier, ResultPageMessages.rowsKey),
        TableColumn(.text, ListPageMessages.change), TableColumn(.text, ListPageMessages.column),
        TableColumn(.words, ListPageMessages.old), TableColumn(.words, ListPageMessages.new),
      ], rows)
    table.title = ListPageMessages.difference
    return table
  }
}
