import CadreModel
import PolicyKit

/// Public holidays, in which conduct is watched (article 15).
enum Holidays {
  /// An inspection of conduct from some days before the holiday (parameter `days_before`) to its last day. A year that
  /// the calendar does not list is one case without data.
  static let conductChecked = Cases(
    .ofTheYearAndPending(by: "c.starts_on"),
    of: """
      with holiday_date as (
        select
          w.name,
          w.day,
          lag(w.day) over (partition by w.name order by w.day) as day_before
        from workdays w
        where w.kind = 'holiday'
      ),
      numbered as (
        select
          d.name,
          d.day,
          count(*) filter (where d.day_before is null or d.day - d.day_before > 30)
            over (partition by d.name order by d.day) as number
        from holiday_date d
      ),
      holiday as (
        select
          n.name,
          n.number,
          min(n.day) as starts_on,
          max(n.day) as ends_on
        from numbered n
        group by
          n.name,
          n.number
      )
      select
        h.starts_on::text as subject_id,
        null::text as unit_id,
        h.starts_on,
        h.ends_on,
        array_agg('activities/' || a.activity_id order by a.activity_id collate "C")
          filter (where a.activity_id is not null) as evidence
      from holiday h
      left join {activities} a
        on a.kind = 'conduct_inspection'
        and a.held_on between h.starts_on - {days_before} and h.ends_on
      group by
        h.starts_on,
        h.ends_on
      union all
      select
        {year}::text,
        null,
        {year_start},
        null,
        null
      where not exists (
        select
        from working_day w
        where w.day = {year_start}
      )
      """,
    outcomes: [
      .when("c.ends_on is null", .noData), .when("c.evidence is not null", .met),
      .when("{as_of} < c.ends_on", .pending(.conductUnchecked)),
    ], otherwise: .unmet(.conductUnchecked))
}
