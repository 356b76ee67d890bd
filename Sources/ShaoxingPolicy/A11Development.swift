import CadreModel
import PolicyKit

/// A leading cadre whom the city manages, of persons on roll `r`.
private let isCityLeader = "r.is_leading and r.managed_by = 'city'"

/// A reserve cadre of the city, or a fine young one, of persons on roll `r`.
private let isReserveOrYoung = """
  (
      'reserve' = any(r.lists) and r.managed_by = 'city'
      or 'young_talent' = any(r.lists)
      or r.lists && {young_lists} and r.age <= {max_age}
    )
  """

extension Article {
  static let a11 = Article(
    "shaoxing.11", Label("强化干部培养锻炼", "Training and practice"),
    gist: Label(
      "每年三分之一市管领导干部、200名左右后备和优秀年轻干部参加党校主体班次脱产学习，100名左右干部到一线历练",
      "a third of the city's leaders and some 200 young cadres study full time each year; some 100 are seconded"),
    indicators: [
      Indicator(
        "shaoxing.11.rotation-training", title: Label("市管领导干部党校脱产轮训", "A third of the city's leaders trained"),
        domain: .training, subject: .jurisdiction, measure: .share,
        rule: Quota(
          .jurisdiction, within: .year,
          .progress(
            """
            with trained as (
            \(PartySchool.trained(where: isCityLeader))
            )
            select
              $1::text as subject_id,
              count(t.person_id)::numeric / count(*) as observed,
              1::numeric / {one_in} as required,
              count(t.person_id) * {one_in} >= count(*) as reached,
              concat_ws('/', count(t.person_id), count(*), ceil(count(*)::numeric / {one_in})) as told,
              array_agg(t.evidence order by t.evidence collate "C") filter (where t.evidence is not null) as evidence
            from on_roll r
            left join trained t on t.person_id = r.person_id
            where \(isCityLeader)
            having count(*) > 0
            """, absent: .noData, detail: "d.told"),
          kind: .share),
        beside: .rest(
          Label("尚未轮训的", "not trained yet"),
          rows: """
            with trained as (
            \(PartySchool.trained(where: isCityLeader))
            )
            select
              $1::text as subject_id,
              r.person_id as id,
              p.name,
              null::numeric as amount
            from on_roll r
            join {persons} p on p.person_id = r.person_id
            where \(isCityLeader)
              and r.person_id not in (select t.person_id from trained t)
            """)
      )
      .lacking("市管领导干部", "leading cadres managed by the city"),
      Indicator(
        "shaoxing.11.reserve-training", title: Label("后备和优秀年轻干部党校脱产学习", "Reserve and young cadres trained"),
        domain: .training, subject: .jurisdiction, measure: .persons,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(
            """
            select
              $1::text as subject_id,
              t.completed_on as held_on,
              1 as amount,
              t.evidence
            from (
            \(PartySchool.trained(where: isReserveOrYoung))
            ) t
            """, atLeast: "count"))),
      Indicator(
        "shaoxing.11.secondments", title: Label("选派干部到一线历练", "Sent to the front line"),
        domain: .rotation, subject: .jurisdiction, measure: .persons,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(
            """
            select distinct on (p.person_id)
              $1::text as subject_id,
              p.started_on as held_on,
              1 as amount,
              'posts/' || p.post_id as evidence
            from {posts} p
            join on_roll r on r.person_id = p.person_id
            where p.entry = 'secondment'
              and p.secondment_to in ('grassroots', 'enterprise', 'key_work')
              and p.started_on between {year_start} and {as_of}
            order by p.person_id, p.started_on, p.post_id collate "C"
            """, atLeast: "count"))),
      Indicator(
        "shaoxing.11.exchanges", title: Label("干部交流去向", "Exchanges by direction"),
        domain: .rotation, subject: .jurisdiction, measure: .times, rule: ExchangeRules.directions),
    ])
}
