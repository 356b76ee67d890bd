public import CadreModel
import DataContract
import Messages

extension UndoError {
  /// One sentence: what, where, what to do; then the rows that stand in the way, a line each.
  public func message(in language: Language) -> String {
    ([message] + lines).map { $0.text(in: language) }.joined(separator: "\n")
  }

  private var message: Message {
    switch self {
    case .noSuchImport(let number, let last): UndoMessages.noSuchImport(number, last: last)
    case .beforeJournal(let number): UndoMessages.beforeJournal(number)
    case .nothingToUndo(let number): UndoMessages.nothingToUndo(number)
    case .changedSince(let number, let count, _): UndoMessages.changedSince(number, count: count)
    case .stillReferred(let number, _): UndoMessages.stillReferred(number)
    case .referredGone(let number, let table, let column, let keys):
      UndoMessages.referredGone(number, table: table.called, column: column.called, keys: keys)
    case .noSuchRow(let table, let key): UndoMessages.noSuchRow(table.called, key: shown(key, limit: 60))
    }
  }

  private var lines: [Message] {
    switch self {
    case .changedSince(_, _, let rows): rows.map { UndoMessages.later($0.table.called, key: $0.key, number: $0.number) }
    case .stillReferred(_, let rows):
      rows.map {
        UndoMessages.referring(
          $0.referred.called, key: $0.key,
          WithdrawalMessages.referredTo(by: $0.table.called, column: $0.column.called, count: $0.count, keys: $0.keys))
      }
    default: []
    }
  }
}

extension UndoError: CustomStringConvertible {
  public var description: String { message(in: .english) }
}
