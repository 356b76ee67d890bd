/// Some whole rows of a sheet, the texts of their cells as ranges of one buffer.
///
/// A batch is filled again and again, so reading a sheet of any length takes the memory of one batch.
public struct RowBatch: Sendable {
  /// One row that holds something.
  public struct Row: Sendable {
    /// From 1, as the spreadsheet shows it; rows without contents are left out.
    public let number: Int
    /// By hand or by a filter.
    public let isHidden: Bool
    /// Which of the batch's cells are its own, from left to right.
    public let cells: Range<Int>
  }

  public internal(set) var rows: [Row] = []
  public internal(set) var cells: [FoundCell] = []
  /// What the cells' texts are ranges of.
  public internal(set) var bytes: [UInt8] = []

  public init() {}

  /// What the cell says, in UTF-8: text as it is; numbers and percentages as numbers are typed (`0.95` for 95%); days as
  /// `2024-05-06`, where there is a time `2024-05-06 08:30:00`, and `2024-05` where the cell shows but a month and the day is
  /// its first; `TRUE` and `FALSE`; errors as `#N/A`.
  public func text(of cell: FoundCell) -> ArraySlice<UInt8> {
    bytes[range(of: cell)]
  }

  /// Where in `bytes` the cell's text stands.
  public func range(of cell: FoundCell) -> Range<Int> {
    Int(cell.start)..<Int(cell.start) + Int(cell.length)
  }

  /// The same as a string.
  public func string(of cell: FoundCell) -> String {
    String(decoding: text(of: cell), as: UTF8.self)
  }

  /// Takes away cells that are in no row yet.
  mutating func removeUnfinishedRow() {
    cells.removeLast(cells.count - (rows.last?.cells.upperBound ?? 0))
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }
}
