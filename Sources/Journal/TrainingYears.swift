import DataContract

/// What the training records of a city add up to by person and year, as `training_years` keeps it.
package enum TrainingYears {
  /// The columns that add up.
  package static let counted = ["records", "hours", "days"] + TrainingMode.allCases.map(\.daysColumn)

  package static let columns = ["person_id", "year"] + counted + ["first_on", "settled_on"]

  /// The table of sums as they were before an import that changed them. Where there was none, it counts no records.
  package static let former = "former_training_years"
  /// From which import on these are noted without a gap.
  package static let formerSince = "former_training_years_since"

  /// SQL of the sums of all records.
  ///
  /// - Parameters:
  ///   - records, classes: the tables.
  ///   - city: SQL of the city's code.
  package static func sums(of records: String, _ classes: String, city: String) -> String {
    let days = TrainingMode.allCases.map {
      "coalesce(sum(t.days) filter (where c.mode = '\($0.rawValue)'), 0) as \($0.daysColumn)"
    }
    return """
      select
        t.person_id,
        extract(year from t.completed_on)::smallint as year,
        count(*) as records,
        sum(t.hours) as hours,
        sum(t.days) as days,
        \(days.joined(separator: ",\n  ")),
        min(t.completed_on) as first_on,
        max(greatest(t.completed_on, c.started_on)) as settled_on
      from \(records) t
      left join \(classes) c
        on c.city_code = \(city)
        and c.class_id = t.class_id
      where t.city_code = \(city)
      group by
        t.person_id,
        extract(year from t.completed_on)::smallint
      """
  }
}
