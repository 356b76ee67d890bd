import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let b7 = Article(
    "quzhou.b7", Label("全面开展后进村党组织集中整转", "Lagging villages are turned around"),
    gist: Label(
      "后进村落实“四个一”帮扶；重点难点村由县级党政主要领导包干、派驻工作组，省市两级挂牌督办",
      "a lagging village gets its four supports; a critical one the county's principals and a work group, listed and watched by province and city"
    ),
    indicators: [
      Indicator(
        "quzhou.b7.four-ones", title: Label("后进村“四个一”帮扶", "Four supports of lagging villages"),
        domain: .village, subject: .village, measure: .kinds,
        rule: VillageRules.supported(where: "v.lagging_since is not null")),
      Indicator(
        "quzhou.b7.critical", title: Label("重点难点村包干整顿", "Supports of critical villages"),
        domain: .village, subject: .village, measure: .kinds,
        rule: VillageRules.supported(where: "v.lagging_since is not null and v.critical")),
      Indicator(
        "quzhou.b7.listing", title: Label("重点难点村省市挂牌督办", "Critical villages listed by province and city"),
        domain: .village, subject: .village, measure: .kinds,
        rule: VillageRules.supported(
          where: "v.lagging_since is not null and v.critical", otherwise: .listingsMissing)),
      Indicator(
        "quzhou.b7.stubborn", title: Label("老大难村县级班子成员包干", "Stubborn villages led by a county leader"),
        domain: .village, subject: .village, measure: .none, rule: ledByCountyLeader),
      Indicator(
        "quzhou.b7.kept", title: Label("不转化不脱钩", "No support ends before the village has turned"),
        domain: .village, subject: .row(of: .villageSupports), measure: .none, rule: keptUp),
      Indicator(
        "quzhou.b7.listed", title: Label("出现情形的村列为后进", "Villages with a trigger listed as lagging"),
        domain: .village, subject: .village, measure: .none,
        rule: State(
          of: Rows.of(.villages, where: "cardinality(c.triggers) > 0"), holds: "c.lagging_since is not null",
          otherwise: .notListedAsLagging)),
      Indicator(
        "quzhou.b7.problem-list", title: Label("后进村问题清单", "List of problems"),
        domain: .village, subject: .village, measure: .none,
        rule: Deadline(
          .days("days"), cases: .all, from: "c.lagging_since",
          of: Rows.of(.villages, where: "c.lagging_since is not null"), done: "c.problem_list_on")),
      Indicator(
        "quzhou.b7.years", title: Label("后进村年限分布", "Lagging villages by years"),
        domain: .village, subject: .jurisdiction, measure: .villages,
        rule: Statistic(
          ofClasses: ["0", "1", "2", "3"],
          facts: """
            select
              (
                select count(*)
                from generate_series(1, 3) as n (years)
                where (v.lagging_since + make_interval(years => n.years))::date <= {as_of}
              )::text as class,
              'villages/' || v.village_id as evidence
            from village_in_city v
            where v.lagging_since is not null
            """)),
    ])

  /// Villages that have lagged for so many years: one of the county's leading team is in charge.
  private static let ledByCountyLeader = State(
    of: """
      select
        v.village_id as subject_id,
        v.township_id as unit_id,
        led.evidence is not null as holds,
        array['villages/' || v.village_id] || led.evidence as evidence
      from village_in_city v
      left join (
        select
          s.village_id,
          array_agg('village_supports/' || s.support_id order by s.support_id collate "C") as evidence
        from {village_supports} s
        where s.kind = 'county_team_member'
          and s.ended_on is null
        group by s.village_id
      ) led on led.village_id = v.village_id
      where (v.lagging_since + make_interval(years => {years}))::date <= {as_of}
      """, otherwise: .noCountyLeader)

  /// A support that ended while the village still lagged is followed by another of its kind from the next day on.
  private static let keptUp = Cases(
    .ofTheYear(by: "c.ended_on"),
    of: """
      select
        s.support_id as subject_id,
        v.township_id as unit_id,
        s.ended_on,
        kept.evidence is not null as is_kept_up,
        array['village_supports/' || s.support_id] || kept.evidence as evidence
      from {village_supports} s
      join village_in_city v on v.village_id = s.village_id
      left join lateral (
        select array_agg('village_supports/' || n.support_id order by n.support_id collate "C") as evidence
        from {village_supports} n
        where n.village_id = s.village_id
          and n.kind = s.kind
          and n.support_id <> s.support_id
          and n.started_on <= s.ended_on + 1
          and coalesce(n.ended_on > s.ended_on + 1, true)
      ) kept on true
      where s.kind in ('county_leader', 'county_principal', 'work_group')
        and v.lagging_since < s.ended_on
      """, outcomes: [.when("c.is_kept_up", .met)], otherwise: .unmet(.supportDropped))
}
