/// What persons' training records add up to within a period: from the years that lie in it whole, which the import has
/// added up already, and from the records of those that do so in part.
public enum TrainingSums {
  /// How much of the calendar `{period_start}` to `{period_end}` runs over.
  public enum Window: Sendable, Hashable {
    /// Days of one calendar year.
    case oneYear
    case severalYears
  }

  /// A template that selects `person_id`, `records`, `hours`, `days`, `class_days` (of classes off and on the job)
  /// within `{period_start}` and `{period_end}`, and `evidence`. Whoever has no record has no row.
  ///
  /// - Parameter persons: a template that selects the persons wanted; nil for all.
  public static func template(of persons: String? = nil, within window: Window) -> String {
    let wanted = persons.map { "\n      and y.person_id in (\n\($0)\n      )" } ?? ""
    return """
      with training_year as (
        select
          y.person_id,
          y.year,
          y.records,
          y.hours,
          y.days,
          y.class_days,
          not {explaining}
            and y.first_on >= {period_start}
            and y.settled_on <= least({period_end}, {as_of}) as is_whole
        from {training_years} y
        where y.year between extract(year from {period_start})::smallint and extract(year from {period_end})::smallint\(wanted)
      ),
      part as (
        select
          y.person_id,
          y.records,
          y.hours * 0.01 as hours,
          y.days * 0.01 as days,
          y.class_days * 0.01 as class_days,
          null::text[] as evidence
        from training_year y
        where y.is_whole
        union all
        select
          t.person_id,
          count(*),
          sum(t.hours),
          sum(t.days),
          coalesce(sum(t.days) filter (where c.class_id is not null), 0),
          case when {explaining}
            then array_agg('training_records/' || t.record_id order by t.record_id collate "C")
          end
        from training_year y
        join {training_records} t
          on t.person_id = y.person_id\(ofTheYear(within: window))
        left join {training_classes} c
          on c.class_id = t.class_id
          and c.mode in ('off_job', 'on_job')
        where not y.is_whole
          and t.completed_on between {period_start} and {period_end}
        group by t.person_id
      )
      \(sums(within: window))
      """
  }

  /// Days of one year lie in none but that, and the server sees how many they are.
  private static func ofTheYear(within window: Window) -> String {
    switch window {
    case .oneYear: ""
    case .severalYears: "\n    and extract(year from t.completed_on)::smallint = y.year"
    }
  }

  /// Of one year a person has one part: whole, or not. Explained, all years are read record by record: one part again.
  private static func sums(within window: Window) -> String {
    switch window {
    case .oneYear:
      """
      select p.*
      from part p
      """
    case .severalYears:
      """
      select
        p.person_id,
        sum(p.records) as records,
        sum(p.hours) as hours,
        sum(p.days) as days,
        sum(p.class_days) as class_days,
        max(p.evidence) as evidence
      from part p
      group by p.person_id
      """
    }
  }
}
