import CadreModel
import PolicyKit

extension QualityCheck {
  /// One thing under two ids; each beside the first of those that are alike. Equal identity numbers are a contradiction that
  /// imports find.
  static func duplicates(asOf: Day) -> [QualityCheck] {
    [sameNameAndBirth, postTwice(asOf), attendanceTwice(asOf)]
  }

  private static let sameNameAndBirth = QualityCheck(
    name: "persons of one name and birth date",
    select: """
      select
        'same_name_and_birth' as kind,
        'persons' as table_name,
        p.person_id as row_key,
        '' as code,
        null::text as since,
        array[alike.first_id, coalesce((p.id_number = f.id_number)::text, '')] as detail
      from (
        select
          n.name,
          n.birth_date,
          min(n.person_id collate "C") as first_id
        from persons n
        where n.city_code = $1
        group by
          n.name,
          n.birth_date
        having count(*) > 1
      ) alike
      join persons f
        on f.city_code = $1
        and f.person_id = alike.first_id
      join persons p
        on p.city_code = $1
        and p.name = alike.name
        and p.birth_date = alike.birth_date
        and p.person_id <> alike.first_id
      order by p.person_id collate "C"
      """)

  private static func postTwice(_ asOf: Day) -> QualityCheck {
    QualityCheck(
      name: "posts on record twice",
      select: """
        select
          'post_twice' as kind,
          'posts' as table_name,
          r.post_id as row_key,
          '' as code,
          r.started_on::text as since,
          array[alike.first_id, r.person_id, r.unit_id, r.started_on::text] as detail
        from (
          select
            t.person_id,
            t.unit_id,
            t.title,
            t.started_on,
            min(t.post_id collate "C") as first_id
          from posts t
          where t.city_code = $1
            and t.started_on <= \(asOf.sql)
          group by
            t.person_id,
            t.unit_id,
            t.title,
            t.started_on
          having count(*) > 1
        ) alike
        join posts r
          on r.city_code = $1
          and r.person_id = alike.person_id
          and r.unit_id = alike.unit_id
          and r.title = alike.title
          and r.started_on = alike.started_on
          and r.post_id <> alike.first_id
        order by r.post_id collate "C"
        """)
  }

  /// Of the table with the most rows a number stands for person, class and day in the first look: it takes a fraction of the
  /// memory. What meets there by chance is told apart afterwards. They are put in order first, so that equal ones are neighbours: to
  /// group millions of which hardly two are alike takes twice as long as to sort them.
  private static func attendanceTwice(_ asOf: Day) -> QualityCheck {
    QualityCheck(
      name: "attendances on record twice",
      select: """
        with met as materialized (
          select a.number
          from (
            select \(attendance("t")) as number
            from training_records t
            where t.city_code = $1
              and t.class_id is not null
              and t.completed_on <= \(asOf.sql)
            order by 1
          ) a
          group by a.number
          having count(*) > 1
        ),
        suspect as (
          select
            t.record_id,
            t.person_id,
            t.class_id,
            t.completed_on,
            min(t.record_id collate "C") over (partition by t.person_id, t.class_id, t.completed_on) as first_id
          from training_records t
          where t.city_code = $1
            and t.class_id is not null
            and t.completed_on <= \(asOf.sql)
            and \(attendance("t")) in (
              select m.number
              from met m
            )
        )
        select
          'attendance_twice' as kind,
          'training_records' as table_name,
          s.record_id as row_key,
          '' as code,
          s.completed_on::text as since,
          array[s.first_id, s.person_id, s.class_id, s.completed_on::text] as detail
        from suspect s
        where s.record_id <> s.first_id
        order by s.record_id collate "C"
        """)
  }

  private static func attendance(_ row: String) -> String {
    """
    hashtextextended(\(row).person_id, hashtextextended(\(row).class_id, \(row).completed_on - date '2000-01-01'))
    """
  }
}
