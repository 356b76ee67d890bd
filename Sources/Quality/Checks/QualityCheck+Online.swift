import CadreModel
import PolicyKit

extension QualityCheck {
  /// Online hours that nobody can have learned: too many on one day, or crowded into the last week of a year.
  ///
  /// A record counts on the day on which it was completed. Only where it is the one record of its class on that day, and the
  /// class ended then, it stands for the class as a whole: its hours are spread over the days that the class lasted.
  static func online(asOf: Day) -> QualityCheck {
    QualityCheck(
      name: "online hours",
      select: """
        with online as materialized (
          select
            r.person_id,
            r.completed_on,
            r.class_id,
            min(c.ended_on) as class_end,
            min(c.ended_on - c.started_on) + 1 as class_days,
            count(*) = 1 and r.completed_on >= min(c.ended_on) as is_whole,
            sum(r.hours)::bigint as hours,
            count(*) as records,
            min(r.record_id collate "C") as record_id
          from training_records r
          join training_classes c
            on c.city_code = $1
            and c.class_id = r.class_id
            and c.mode = 'online'
          where r.city_code = $1
            and r.completed_on <= \(asOf.sql)
            and r.hours > 0
          group by
            r.person_id,
            r.completed_on,
            r.class_id
        ),
        year as (
          select
            o.person_id,
            extract(year from o.completed_on)::integer as year,
            sum(o.hours) as hours,
            sum(
              case
                when o.is_whole then
                  o.hours * greatest(0, least(o.class_days, \(lateDays)))
                    / o.class_days
                else o.hours
              end
            ) filter (where \(isLate)) as late_hours,
            min(o.record_id collate "C") filter (where \(isLate)) as record_id
          from online o
          group by
            o.person_id,
            extract(year from o.completed_on)
        )
        select
          f.kind,
          'training_records' as table_name,
          f.record_id as row_key,
          '' as code,
          f.since::text as since,
          f.detail
        from (
          select
            'online_over_day' as kind,
            min(o.record_id collate "C") as record_id,
            o.completed_on as since,
            array[
              o.person_id,
              o.completed_on::text,
              trim_scale(sum(o.hours) / 100)::text,
              sum(o.records)::text
            ] as detail
          from online o
          group by
            o.person_id,
            o.completed_on
          having sum(case when o.is_whole then o.hours / o.class_days else o.hours end)
            > \(100 * QualityThreshold.onlineHoursADay.value)
          union all
          select
            'online_burst',
            y.record_id,
            make_date(y.year, 12, \(QualityThreshold.burstBegins.value)),
            array[
              y.person_id,
              y.year::text,
              trim_scale(round(y.late_hours / 100, 2))::text,
              trim_scale(y.hours / 100)::text,
              floor(100 * y.late_hours / y.hours)::text
            ]
          from year y
          where y.late_hours >= \(100 * QualityThreshold.burstHours.value)
            and 100 * y.late_hours >= \(QualityThreshold.burstShare.value) * y.hours
        ) f
        order by
          f.kind,
          f.record_id collate "C"
        """)
  }

  /// How many days of the last week the class lasted.
  private static let lateDays =
    "o.class_end - make_date(extract(year from o.completed_on)::integer, 12, \(QualityThreshold.burstBegins.value)) + 1"

  private static let isLate = """
    extract(month from o.completed_on) = 12 and extract(day from o.completed_on) >= \(QualityThreshold.burstBegins.value)
    """
}
