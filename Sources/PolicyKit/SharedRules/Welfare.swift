import CadreModel

/// Care for cadres that several policies share.
public enum WelfareRules {
  /// This year's annual leave: at least the days due were taken. An empty cell of days taken counts as 0; where the days
  /// due are not given, there is no data.
  public static let leaveTaken = Quota(
    .persons, within: .year,
    .progress(
      """
      select
        w.person_id as subject_id,
        case when w.leave_days_due is not null then coalesce(w.leave_days_taken, 0) end as observed,
        w.leave_days_due as required,
        coalesce(w.leave_days_taken, 0) >= w.leave_days_due as reached,
        array['welfare/' || w.person_id || ':' || w.year] as evidence
      from {welfare} w
      where w.year = {year}
      """, absent: .noData))

  /// Health check-ups within the year, by their date, whatever year the record is of. Parameter: `count`, a year.
  public static let checkup = Quota(
    .persons, each: .year,
    .facts(
      """
      select
        w.person_id as subject_id,
        w.checkup_on as held_on,
        1 as amount,
        'welfare/' || w.person_id || ':' || w.year as evidence
      from {welfare} w
      where w.checkup_on between {year_start} and {as_of}
      """, atLeast: "count"))
}
