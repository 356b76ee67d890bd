import CadreModel
import DataContract
import PolicyKit
import Results

/// Which of the persons or units that changed facts name one indicator has to judge again.
///
/// Facts dated after the as-of date do not exist yet: whom they alone name is left out for all indicators.
struct TouchedSight {
  let ordinal: Int
  /// The changed tables that the indicator reads.
  let tables: Set<TableName>
  /// The days whose training records decide; nil: those of any day.
  let trainingDays: Period?
  /// Changed rows of these tables make no new subject: who has no result will have none.
  let isOfJudgedAlone: Bool

  /// Selects `ordinal` and the subjects, in a column of that name, from a table of changes: `table_name`, `subject_id`,
  /// `first_on` and `last_on`.
  ///
  /// A table's name the server takes for that of one row in two hundred; in this guise for that of every other.
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
