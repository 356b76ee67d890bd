import CadreModel
import DataContract
import FieldFormats

func fileName(_ path: String) -> String {
  path.split(separator: "/").last.map(String.init) ?? path
}

/// What the name of a delivered file says.
enum FileName: Sendable, Hashable {
  case table(TableName)
  /// A workbook by its name; with the table whose name it bears, where there is one.
  case workbook(TableName?)
  /// The list of rows that are to go.
  case withdrawals
  case other(PassedOver.Reason)

  init(_ name: String) {
    let lower = name.lowercased()
    if name.hasPrefix(".") || name.hasPrefix("~$") || ["thumbs.db", "desktop.ini"].contains(lower) {
      self = .other(.hidden)
    } else if lower.hasSuffix(".csv") {
      self.init(stem: String(name.dropLast(4)))
    } else {
      if FieldSource.isVendorArchive(name) {
        self = .other(.vendorArchive)
        return
      }
      // What a workbook is, is told by its contents: of these only `.xlsx` and `.xlsm` should turn out to be readable.
      let ending = [".xlsx", ".xls", ".xlsm", ".xlsb", ".et", ".ett", ".ods", ".numbers"].first { lower.hasSuffix($0) }
      guard let ending else {
        self = .other(.otherKind)
        return
      }
      self = Self.workbook(stem: String(name.dropLast(ending.count)))
    }
  }

  private static func workbook(stem: String) -> FileName {
    if let table = table(stem) { return .workbook(table) }
    return original(of: stem).map { .other(.copy(of: $0)) } ?? .workbook(nil)
  }

  private init(stem: String) {
    if let table = Self.table(stem) {
      self = .table(table)
    } else if Self.isWithdrawals(stem) {
      self = .withdrawals
    } else if let table = Self.original(of: stem) {
      self = .other(.copy(of: table))
    } else {
      self = .other(.otherName(nearest: NearMiss.nearest(stem, in: Self.names)))
    }
  }

  private static let names = Table.all.flatMap { [$0.name.rawValue, $0.label] } + [Withdrawals.name, Withdrawals.label]

  /// Whether a file or sheet of that name is the list of rows that are to go.
  static func isWithdrawals(_ stem: String) -> Bool { [Withdrawals.name, Withdrawals.label].contains(stem.lowercased()) }

  /// The table of that English or Chinese name; `<table>.rejected` is that table, too.
  static func table(_ stem: String) -> TableName? {
    var name = stem.lowercased()
    if name.hasSuffix(".rejected") { name.removeLast(".rejected".count) }
    return TableName(rawValue: name) ?? Table.all.first { $0.label == name }?.name
  }

  /// The table whose name begins the stem, where the rest is what programs add to a copy's name.
  static func original(of stem: String) -> TableName? {
    let end = stem.unicodeScalars.firstIndex { !$0.properties.isAlphabetic && $0 != "_" } ?? stem.endIndex
    return end < stem.endIndex ? table(String(stem[..<end])) : nil
  }
}
