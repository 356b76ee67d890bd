import Bytes
import DataContract

extension RowChecker {
  /// The rules on several cells of one row, where the cells themselves are right.
  mutating func checkRules(line: Int, _ bytes: Span<UInt8>) {
    for rule in plan.rules {
      switch rule {
      case .interval(let from, let to):
        guard state[from].value != CellState.absent, state[to].value != CellState.absent, state[to].value < state[from].value
        else { continue }
        let columns = plan.table.columns
        report(
          line, column: columns[to], value: written(to, bytes),
          .interval(from: columns[from], start: Gregorian.text(of: Int(state[from].value))))
      case .oneGiven(let a, let b):
        guard state[a].isGiven == state[b].isGiven else { continue }
        let columns = plan.table.columns
        report(line, column: columns[b], .oneGiven(columns[a], columns[b], bothGiven: state[a].isGiven))
      case .different(let a, let b):
        guard state[a].isGiven, state[b].isGiven, isSame(a, b, bytes) else { continue }
        let columns = plan.table.columns
        report(line, column: columns[b], value: string(bytes.extracting(state[b].range)), .same(as: columns[a]))
      case .notBothZero(let a, let b):
        guard state[a].value == 0, state[b].value == 0 else { continue }
        report(line, column: plan.table.columns[b], value: "0", .bothZero(plan.table.columns[a], plan.table.columns[b]))
      }
    }
  }

  /// A date as the cell has it; in the ISO form where it was decoded first.
  private func written(_ column: Int, _ bytes: Span<UInt8>) -> String {
    state[column].range.isEmpty ? Gregorian.text(of: Int(state[column].value)) : string(bytes.extracting(state[column].range))
  }

  /// Whether two cells name the same row: by the place of what they name among its table's ids, else by their bytes.
  private func isSame(_ a: Int, _ b: Int, _ bytes: Span<UInt8>) -> Bool {
    if state[a].value != CellState.absent, state[b].value != CellState.absent { return state[a].value == state[b].value }
    let (left, right) = (state[a].range, state[b].range)
    guard left.count == right.count && !left.isEmpty else { return false }
    for (a, b) in zip(left, right) where bytes[a] != bytes[b] { return false }
    return true
  }
}
