import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a9 = Article(
    "quzhou.a9", Label("严格推动科级干部制度性交流", "Rotation of cadres of section rank"),
    gist: Label(
      "同一岗位满8年、敏感岗位满6年的科级干部必须交流或轮岗；不在状态、不担当、不作为且列入第三档的科级干部，视情节改任非领导职务、降职、免职",
      """
      eight years in one post, six in a sensitive one, then rotation; who does not act and falls to the third tier is \
      moved down as the case demands
      """),
    indicators: [
      Indicator(
        "quzhou.a9.rotation", title: Label("科级干部任职年限", "Years in one post"),
        domain: .rotation, subject: .row(of: .posts), measure: .years,
        rule: TenureLimit(
          postsWhere: "c.rank = 'township_section'", years: "years", sensitiveYears: "sensitive_years",
          warnDays: "warn.rotation")),
      Indicator(
        "quzhou.a9.reverse", title: Label("第三档科级干部逆向交流", "Third tier moved down"),
        domain: .rotation, subject: .person, measure: .none,
        rule: Deadline(
          .days("days"), cases: .all,
          of: """
            with third_tier as (
              select t.*
              from (
                select
                  latest.*,
                  {half} as period,
                  {half_end} as half_end
                from (
            \(Tiers.of("{half}"))
                ) latest
                union all
                select
                  earlier.*,
                  {previous_half} as period,
                  {previous_half_end} as half_end
                from (
            \(Tiers.of("{previous_half}"))
                ) earlier
              ) t
              where t.tier = 3
                and t.rank = 'township_section'
            ),
            taken as (
              select
                t.person_id,
                t.period,
                min(m.taken_on) as done_on,
                array_agg('measures/' || m.measure_id order by m.taken_on, m.measure_id collate "C") as evidence
              from third_tier t
              join {measures} m
                on m.subject_id = t.person_id
                and m.taken_on > t.half_end
              where m.subject_kind = 'person'
                and m.kind in ('non_leading', 'demotion', 'removal')
              group by
                t.person_id,
                t.period
            )
            select
              t.person_id as subject_id,
              t.unit_id,
              t.period,
              t.half_end as starts_on,
              taken.done_on,
              t.evidence || taken.evidence as evidence
            from third_tier t
            left join taken
              on taken.person_id = t.person_id
              and taken.period = t.period
            """, period: .ofRows)),
      Indicator(
        "quzhou.a9.exchanges", title: Label("干部交流情况", "Exchanges"),
        domain: .rotation, subject: .jurisdiction, measure: .times,
        rule: Statistic(
          ofClasses: ["mandatory", "cultivation", "systemic", "reverse"],
          facts: """
            select
              p.exchange_kind as class,
              'posts/' || p.post_id as evidence
            from {posts} p
            where p.started_on between {year_start} and {as_of}
            """)),
      Indicator(
        "quzhou.a9.directions", title: Label("干部交流去向", "Exchanges by direction"),
        domain: .rotation, subject: .jurisdiction, measure: .times, rule: ExchangeRules.directions),
      Indicator(
        "quzhou.a9.document", title: Label("科级干部交流办法修订", "Rules on exchange revised"),
        domain: .rotation, subject: .jurisdiction, measure: .none, rule: DocumentRules.issued(for: "quzhou.a9")),
    ])
}
