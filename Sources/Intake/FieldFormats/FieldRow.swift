import DataContract
import FieldFormats

/// A row made of what the field's formats say, on its way to be checked.
struct FieldRow: Sendable, Hashable {
  let place: FieldPlace
  /// By column; one that is not here is empty.
  var cells: [String: String]
  /// What is wrong beside the cells themselves, by column.
  var problems: [String: FieldProblem] = [:]

  /// Sets a cell to what the delivery says; what it does not say stays as it is stored.
  mutating func set(_ column: String, _ text: String?) {
    if let text, !text.isEmpty { cells[column] = text }
  }

  /// Sets a date. A month stays a month: it confirms a stored day in it, is left out where a day may be unknown, and is else
  /// refused by whoever checks the cell.
  ///
  /// - Returns: whether it was left out.
  mutating func set(_ column: String, of table: Table, _ date: FieldDate) -> Bool {
    guard date.isMonth else {
      cells[column] = date.cell
      return false
    }
    if let stored = cells[column], !stored.isEmpty {
      if !date.covers(stored) {
        problems[column] = .monthAgainstStored(stored)
        cells[column] = date.cell
      }
      return false
    }
    if table.mayLackDay(column) { return true }
    cells[column] = date.cell
    return false
  }
}

extension Table {
  /// Whether an empty date says that the day is not known. Of an end it says that there is none yet.
  fileprivate func mayLackDay(_ name: String) -> Bool {
    guard column(name)?.presence == .optional else { return false }
    return !rules.contains { if case .interval(_, to: name) = $0 { true } else { false } }
  }
}
