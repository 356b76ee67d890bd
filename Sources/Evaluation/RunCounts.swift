/// Results counted by indicator and unit, as `unit_tallies` keeps them.
package enum RunCounts {
  /// The columns that count results of a status.
  package static var statuses: [String] { StatusCounts.columns }
  /// Those and the sum of the results' hashes.
  package static var columns: [String] { statuses + ["digest"] }

  /// SQL of the counts of all results of a city (`$1`), by result set, ordinal and unit.
  package static var ofResults: String {
    """
    select
      r.result_set,
      r.ordinal,
      coalesce(r.unit_id, '') as unit_id,
      \(statuses.map { "count(*) filter (where r.status = '\($0)') as \($0)" }.joined(separator: ",\n  ")),
      sum(\(ResultDigest.hash(of: "r"))) as digest
    from results r
    where r.city_code = $1
    group by
      r.result_set,
      r.ordinal,
      coalesce(r.unit_id, '')
    """
  }
}
