import CadreModel
import PolicyKit

extension QualityCheck {
  /// Values that are far from all others and cannot be, by a bound each.
  static func outliers(asOf: Day) -> [QualityCheck] {
    [records(asOf), ages(asOf), leaves(asOf)]
  }

  /// Online classes have bounds of their own (`online`).
  private static func records(_ asOf: Day) -> QualityCheck {
    QualityCheck(
      name: "outliers of training",
      select: """
        with amount as materialized (
          select
            r.hours,
            r.days,
            count(*) as records
          from training_records r
          where r.city_code = $1
            and r.completed_on <= \(asOf.sql)
          group by
            r.hours,
            r.days
        )
        select
          o.kind,
          'training_records' as table_name,
          r.record_id as row_key,
          '' as code,
          r.completed_on::text as since,
          case o.kind
            when 'hours_outlier' then
              array[
                trim_scale(r.hours / 100.0)::text,
                r.person_id,
                coalesce((c.ended_on - c.started_on + 1)::text, '')
              ]
            else array[trim_scale(r.days / 100.0)::text, r.person_id]
          end as detail
        from training_records r
        left join training_classes c
          on c.city_code = $1
          and c.class_id = r.class_id
        cross join lateral (
          values
            (
              'hours_outlier',
              r.hours >= \(extreme("hours"))
                and c.mode is distinct from 'online'
                and r.hours > coalesce(
                  \(100 * QualityThreshold.teachingHoursADay.value) * (c.ended_on - c.started_on + 1),
                  \(100 * QualityThreshold.hoursWithoutClass.value)
                )
            ),
            (
              'days_outlier',
              r.days >= \(extreme("days"))
                and r.days > \(100 * QualityThreshold.daysOfARecord.value)
            )
        ) as o (kind, is_found)
        where r.city_code = $1
          and r.completed_on <= \(asOf.sql)
          and (r.hours >= \(extreme("hours")) or r.days >= \(extreme("days")))
          and o.is_found
        order by
          o.kind,
          r.record_id collate "C"
        """)
  }

  /// The amount at and beyond which lie the records out of the common.
  private static func extreme(_ column: String) -> String {
    """
    (
            select min(x.amount)
            from (
              select
                a.\(column) as amount,
                sum(sum(a.records)) over (order by a.\(column)) as up_to,
                sum(sum(a.records)) over () as of_all
              from amount a
              group by a.\(column)
            ) x
            where 1000 * x.up_to >= \(QualityThreshold.extremeShare.value) * x.of_all
          )
    """
  }

  private static func ages(_ asOf: Day) -> QualityCheck {
    QualityCheck(
      name: "ages at work",
      select: """
        select
          'age_outlier' as kind,
          'persons' as table_name,
          p.person_id as row_key,
          '' as code,
          p.hired_on::text as since,
          array[extract(year from age(\(asOf.sql), p.birth_date))::text] as detail
        from persons p
        where p.city_code = $1
          and p.hired_on <= \(asOf.sql)
          and coalesce(p.left_on > \(asOf.sql), true)
          and (
            p.birth_date + interval '\(QualityThreshold.youngest.value) years' > \(asOf.sql)
            or p.birth_date + interval '\(QualityThreshold.oldest.value + 1) years' <= \(asOf.sql)
          )
        order by p.person_id collate "C"
        """)
  }

  private static func leaves(_ asOf: Day) -> QualityCheck {
    QualityCheck(
      name: "days of annual leave",
      select: """
        select
          'leave_outlier' as kind,
          'welfare' as table_name,
          w.person_id || ':' || w.year as row_key,
          '' as code,
          make_date(w.year, 1, 1)::text as since,
          array[
            coalesce(trim_scale(w.leave_days_due)::text, ''),
            coalesce(trim_scale(w.leave_days_taken)::text, '')
          ] as detail
        from welfare w
        where w.city_code = $1
          and w.year <= \(asOf.year)
          and greatest(w.leave_days_due, w.leave_days_taken) > \(QualityThreshold.leaveDays.value)
        order by
          w.person_id collate "C",
          w.year
        """)
  }
}
