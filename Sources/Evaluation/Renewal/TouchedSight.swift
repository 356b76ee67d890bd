import CadreModel
import DataContract
import PolicyKit
import Results

/// Which of the touched persons or units one indicator has to judge again.
///
/// Facts dated after the as-of date do not exist yet. Whoever is touched by such facts only is left out before, for all
/// indicators (`DataChanges.makeList`).
struct TouchedSight {
  let ordinal: Int
  /// The changed tables that the indicator reads.
  let tables: Set<TableName>
  /// The days whose training records decide; nil: those of any day.
  let trainingDays: Period?
  /// Whether changed rows of `tables` can make no new subject. Then only subjects that have a result are judged again.
  let isOfJudgedAlone: Bool

  /// Selects `ordinal` and, as `column`, the subjects from a table of changes (`table_name`, `subject_id`, `first_on`,
  /// `last_on`).
  ///
  /// The condition on `table_name` is written with `coalesce`, because of a plain one the server expects that few rows
  /// fulfil it and makes a bad plan; of this it expects half the rows.
  func select(as column: String, from changes: String, of run: Run) -> String {
    """
    select
      \(ordinal) as ordinal,
      t.subject_id as \(column)
    from \(changes) t
    where coalesce(t.table_name in (\(tables.sqlList)), false)\(ofTrainingDays)\(ofJudgedAlone(in: run))
    """
  }

  private var ofTrainingDays: String {
    guard let days = trainingDays, tables.contains(.trainingRecords) else { return "" }
    return """

        and (
          t.table_name <> \(TableName.trainingRecords.rawValue.sqlLiteral)
          or t.first_on is null
          or t.first_on <= \(days.ends.sql) and t.last_on >= \(days.starts.sql)
        )
      """
  }

  private func ofJudgedAlone(in run: Run) -> String {
    guard isOfJudgedAlone else { return "" }
    return """

        and exists (
          select
          from \(RunStore.partition(of: run)) r
          where r.ordinal = \(ordinal)
            and r.subject_id = t.subject_id
        )
      """
  }
}
