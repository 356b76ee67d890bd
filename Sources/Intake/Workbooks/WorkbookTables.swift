import CadreModel
import DataContract
import Forms
import Spreadsheet
import Workbook

/// Which sheets of a workbook are which tables.
///
/// A sheet is a table's where it bears its name, alone or with something behind it (`人员-市直`). A workbook that bears a table's
/// name itself may have one sheet of any name.
struct WorkbookTables {
  /// In the order of the sheets.
  private(set) var tables: [DeliveredTable] = []
  /// The lists of rows that are to go: one, as a rule.
  private(set) var withdrawals: [Sheet] = []
  /// The other sheets.
  private(set) var passedOver: [PassedOver] = []
  /// Of all sheets.
  let names: [String]

  /// - Parameter named: the table whose name the file bears.
  /// - Throws: `ImportError.workbookUnreadable`.
  init(path: String, named: TableName?, in workbooks: OpenWorkbooks) throws(ImportError) {
    let workbook = try workbooks.workbook(at: path)
    names = workbook.sheets.map(\.name)
    var found: [TableName: [Sheet]] = [:]
    var others: [Sheet] = []
    // What a template or a returned delivery says beside its tables is nobody's data, and worth no word.
    for sheet in workbook.sheets where !OwnSheets.contain(sheet.name) {
      switch SheetMeaning(sheet) {
      case .table(let table): found[table, default: []].append(sheet)
      case .withdrawals: withdrawals.append(sheet)
      case .other(.otherSheet): others.append(sheet)
      case .other(let reason): passedOver.append(PassedOver(path: path, sheet: sheet.name, reason: reason))
      }
    }
    if let named, found.isEmpty {
      let own = try Self.sheets(of: Table[named], among: others, in: workbook, path)
      if !own.isEmpty { found[named] = own }
      others.removeAll { own.contains($0) }
    }
    for sheet in others {
      passedOver.append(PassedOver(path: path, sheet: sheet.name, reason: SheetMeaning(sheet).reason))
    }
    tables = TableName.allCases.compactMap { table in
      found[table].map { DeliveredTable(table: table, path: path, sheets: $0) }
    }
  }

  /// The sheets in which the headings of a table stand; where there are none, the first that holds anything: whoever reads it
  /// says what is wrong with its headings.
  private static func sheets(
    of table: Table, among sheets: [Sheet], in workbook: WorkbookFile, _ path: String
  ) throws(ImportError) -> [Sheet] {
    guard sheets.count > 1 else { return sheets }
    var headed: [Sheet] = []
    var first: Sheet?
    for sheet in sheets {
      var rows = RowBatch()
      do {
        guard try workbook.reader(of: sheet).read(into: &rows) else { continue }
      } catch {
        throw .workbookUnreadable(path: path, sheet: sheet.name, error)
      }
      first = first ?? sheet
      if FileLayout(SheetRecords.firstRows(of: rows), table: table).isCertain { headed.append(sheet) }
    }
    return headed.isEmpty ? [first ?? sheets[0]] : headed
  }
}

/// What the name of a sheet says.
enum SheetMeaning: Sendable, Hashable {
  case table(TableName)
  /// The list of rows that are to go.
  case withdrawals
  case other(PassedOver.Reason)

  init(_ sheet: Sheet) {
    let name = sheet.name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if sheet.kind != .cells {
      self = .other(.noCells)
    } else if sheet.visibility != .visible {
      self = .other(.hiddenSheet)
    } else if let table = FileName.table(name) {
      self = .table(table)
    } else if FileName.isWithdrawals(name) {
      self = .withdrawals
    } else if let table = FileName.original(of: name) {
      self = Self.isCopy(name) ? .other(.copiedSheet(of: table)) : .table(table)
    } else {
      self = .other(.otherSheet(nearest: NearMiss.nearest(name, in: Table.all.flatMap { [$0.name.rawValue, $0.label] })))
    }
  }

  var reason: PassedOver.Reason {
    if case .other(let reason) = self { reason } else { .otherSheet(nearest: []) }
  }

  /// Whether a name ends as spreadsheet programs name the copy of a sheet: `人员 (2)`.
  private static func isCopy(_ name: String) -> Bool {
    guard name.last == ")", let bracket = name.lastIndex(of: "(") else { return false }
    let number = name[bracket...].dropFirst().dropLast()
    return !number.isEmpty && number.allSatisfy(\.isASCIIDigit)
  }
}
