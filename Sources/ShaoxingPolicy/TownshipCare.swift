import CadreModel
import PolicyKit

/// Pay and grades of those who work in townships (article 13).
enum TownshipCare {
  /// Last year's average income in the townships of a county region over that of its organs, by rank.
  static let pay = Cases(
    .all,
    of: """
      with average as (
        select
          y.region_code,
          y.rank,
          max(y.average_income) filter (where y."group" = 'township') as township,
          max(y.average_income) filter (where y."group" = 'county_organ') as county_organ,
          array_agg('pay/' || y.region_code || ':' || y.year || ':' || y.rank || ':' || y."group" order by y."group")
            as evidence
        from {pay} y
        where y.year = {last_year}
        group by y.region_code, y.rank
      ),
      compared as (
        select
          a.*,
          a.township / nullif(a.county_organ, 0) as ratio,
          case when a.county_organ <> 0 then a.township >= {ratio} * a.county_organ end as reached
        from average a
      )
      select
        c.region_code || ':' || c.rank as subject_id,
        null::text as unit_id,
        c.township,
        c.county_organ,
        c.ratio,
        c.reached,
        c.evidence
      from compared c
      """, amounts: Amounts(observed: "c.ratio", required: "{ratio}::numeric"),
    outcomes: [.when("c.reached is null", .noData), .when("c.reached", .met)], otherwise: .unmet(.belowShare),
    detail: """
      case when c.reached is not null
        then concat_ws(
          '/', trim_scale(c.township), trim_scale(c.county_organ), trim_scale({ratio} * c.county_organ)
        )
      end
      """)

  /// SQL over a person on roll `r`: whether their grade counts. It does where the main post is in a township, for civil
  /// servants, those managed like them, and those of whom the record does not say.
  private static let isCounted = """
    r.unit_kind = 'township'
      and (r.establishment is null or r.establishment in ('civil_servant', 'reference'))
    """

  /// Share of excellent among last year's grades of those whose main post is in a township, by county region. Each
  /// township has a number of its own, rounded down; the region must reach their sum.
  static let excellent = Cases(
    .all,
    of: """
      with region as (
        select distinct u.region_code
        from live_unit u
        where u.unit_kind = 'township'
      ),
      graded as (
        select
          r.region_code,
          count(*) as persons,
          count(*) filter (where s.grade = 'excellent') as excellent,
          floor({share} * count(*)) as asked,
          array_agg('assessments/' || s.assessment_id order by s.assessment_id collate "C")
            filter (where s.grade = 'excellent') as evidence
        from {assessments} s
        join on_roll r on r.person_id = s.subject_id
        where s.subject_kind = 'person'
          and s.year = {last_year}
          and s.grade is not null
          and \(isCounted)
        group by
          r.region_code,
          r.unit_id
      ),
      graded_region as (
        select
          g.region_code,
          sum(g.persons) as persons,
          sum(g.excellent) as excellent,
          sum(g.asked) as asked
        from graded g
        group by g.region_code
      ),
      named as (
        select
          g.region_code,
          array_agg(e.evidence order by e.evidence collate "C") as evidence
        from graded g
        cross join unnest(g.evidence) as e (evidence)
        group by g.region_code
      )
      select
        t.region_code as subject_id,
        null::text as unit_id,
        g.persons,
        g.excellent,
        g.asked,
        n.evidence
      from region t
      left join graded_region g on g.region_code = t.region_code
      left join named n on n.region_code = t.region_code
      """, amounts: Amounts(observed: "c.excellent / c.persons", required: "{share}::numeric"), kind: .share,
    outcomes: [.when("c.persons is null", .noData), .when("c.excellent >= c.asked", .met)],
    otherwise: .unmet(.belowShare),
    detail: """
      case when c.persons is not null
        then concat_ws('/', c.excellent, c.persons, c.asked)
      end
      """)

  /// Persons in townships who were graded, but not "excellent".
  static let notExcellent = Beside.rest(
    Label("有等次但非优秀的", "graded, but not excellent"),
    rows: """
      select
        r.region_code as subject_id,
        r.person_id as id,
        p.name,
        null::numeric as amount
      from {assessments} s
      join on_roll r on r.person_id = s.subject_id
      join {persons} p on p.person_id = r.person_id
      where s.subject_kind = 'person'
        and s.year = {last_year}
        and s.grade <> 'excellent'
        and \(isCounted)
      """)
}
