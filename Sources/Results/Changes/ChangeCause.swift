package import DataContract

/// Why a result stands otherwise than before. Each that does has exactly one cause.
///
/// In the order in which the way from one state to the other is gone: first the rules, then the data, then the parameters, and
/// all others are the passing of time.
public enum ChangeCause: String, Sendable, Hashable, CaseIterable {
  /// The program or its configuration judges otherwise.
  case rules
  /// Rows were handed in, corrected or withdrawn.
  case data
  /// A parameter has another value from a day between the two.
  case parameters
  case waiverBegan = "waiver_began"
  case waiverEnded = "waiver_ended"
  case periodBegan = "period_began"
  case periodEnded = "period_ended"
  /// The subject came into the population, or a case came up.
  case entered
  case left
  case duePassed = "due_passed"
  case dueNear = "due_near"
  /// Something happened that is dated between the two.
  case facts
  /// A window moved on, or another date came.
  case timePassed = "time_passed"

  /// SQL of those of which rows are told: what data have changed, and what happened in between, if it was handed in in between.
  static let told = [data, facts].map { "'\($0.rawValue)'" }.joined(separator: ", ")
}

/// A state on the way from one side to the other: what the indicators came to that a step can have changed.
package struct ChangeStep: Sendable {
  package enum Kind: String, Sendable { case rules, data, parameters }

  package let kind: Kind
  /// The indicators that were judged; all others stand as they did.
  package let ordinals: [Int]
  /// The stored run that holds them; nil where the temporary table does.
  package let run: Run?

  package init(kind: Kind, ordinals: [Int], run: Run?) {
    self.kind = kind
    self.ordinals = ordinals
    self.run = run
  }

  package static let table = "change_step_results"
  package static let columns = ["subject_id", "period", "status", "class", "evidence"]
}

/// Which tables an indicator of the catalogue reads.
package struct TablesRead: Sendable {
  package let ordinal: Int
  package let tables: Set<TableName>

  package init(ordinal: Int, tables: Set<TableName>) {
    self.ordinal = ordinal
    self.tables = tables
  }
}
