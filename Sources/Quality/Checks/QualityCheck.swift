import CadreModel
import DataContract
import PolicyKit

/// One statement that finds doubtful rows.
struct QualityCheck: Sendable {
  /// For errors and logs.
  let name: String
  /// Selects `kind`, `table_name`, `row_key`, `code`, `since`, `detail` of the city `$1`, in an order that is always the same.
  ///
  /// - `kind`: the code of a kind
  /// - `row_key`, `code`, `since`, `detail`: as `QualityFinding` has them, the day as text or null
  let select: String

  /// All of them for a city's data at a date.
  ///
  /// - Parameter freshness: how far its tables reach: series are looked at up to there.
  static func all(asOf: Day, _ freshness: [TableFreshness]) -> [QualityCheck] {
    [contradictions] + gaps(asOf: asOf, freshness) + duplicates(asOf: asOf) + outliers(asOf: asOf) + [online(asOf: asOf)]
  }
}

extension QualityCheck {
  /// What imports have stored as things to check. They keep it in step with the rows, so it is not looked for again.
  static let contradictions = QualityCheck(
    name: "stored contradictions",
    select: """
      select
        c.kind,
        c.table_name,
        c.row_key,
        '' as code,
        i.imported_on::date::text as since,
        array[c.other_key, c.subject_id] || c.detail as detail
      from contradictions c
      left join imports i
        on i.city_code = $1
        and i.import_number = c.import_number
      where c.city_code = $1
      order by
        c.kind collate "C",
        c.table_name collate "C",
        c.row_key collate "C",
        c.other_key collate "C"
      """)
}
