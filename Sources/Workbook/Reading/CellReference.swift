/// A cell's place in a sheet.
public struct CellReference: Hashable, Sendable {
  /// From 1.
  public let row: Int
  /// From 1, which is A.
  public let column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// `B7`.
  public var text: String { Self.columnName(column) + String(row) }

  /// `B` for 2.
  public static func columnName(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(65 + (rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// `B7`, `b7`, `$B$7`; nil for anything else and for what lies outside a sheet.
  init?(_ text: some Sequence<UInt8>) {
    var row = 0
    var column = 0
    for byte in text where byte != 0x24 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A:
        guard row == 0 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
        guard column <= SheetLimits.columns else { return nil }
      case 0x30...0x39:
        row = row * 10 + Int(byte - 0x30)
        guard row > 0, row <= SheetLimits.rows else { return nil }
      default: return nil
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }
}

/// Cells from one corner to the other.
public struct MergedRange: Hashable, Sendable {
  public let first: CellReference
  public let last: CellReference

  public init(first: CellReference, last: CellReference) {
    self.first = first
    self.last = last
  }

  /// `A1:C1`, or one cell.
  init?(_ text: [UInt8]) {
    let parts = text.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first.flatMap({ CellReference($0) }),
      let last = parts.last.flatMap({ CellReference($0) })
    else { return nil }
    self.init(
      first: CellReference(row: min(first.row, last.row), column: min(first.column, last.column)),
      last: CellReference(row: max(first.row, last.row), column: max(first.column, last.column)))
  }

  /// `A1:C1`.
  public var text: String { first.text + ":" + last.text }
}
