import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let b2 = Article(
    "quzhou.b2", Label("做实做细做深做优“三个三”基层党建工程", "Service teams, grids and households"),
    gist: Label(
      "组团联村、网格支部、党员联户全覆盖；严格执行“周二无会日”组团联村服务",
      "every village has a service team, every grid a branch, every household is linked to a Party member; no meetings on Tuesdays"
    ),
    indicators: [
      Indicator(
        "quzhou.b2.team", title: Label("组团联村全覆盖", "Service team for the village"),
        domain: .village, subject: .village, measure: .none,
        rule: VillageRules.state(holds: "c.service_team", otherwise: .noServiceTeam, kind: .coverage)),
      Indicator(
        "quzhou.b2.grid", title: Label("网格支部全覆盖", "Branches in grids"),
        domain: .village, subject: .village, measure: .share,
        rule: VillageRules.covered("grids_with_branch", of: "grids")
      )
      .lacking("网格数（未填或为 0）", "the number of grids (none given)"),
      Indicator(
        "quzhou.b2.household", title: Label("党员联户全覆盖", "Households linked"),
        domain: .village, subject: .village, measure: .share,
        rule: VillageRules.covered("households_linked", of: "households")
      )
      .lacking("户数（未填或为 0）", "the number of households (none given)"),
      Indicator(
        "quzhou.b2.grid-leaders", title: Label("村“两委”干部担任网格长", "Grids led by village committees"),
        domain: .village, subject: .village, measure: .share,
        rule: VillageRules.covered("grids_led_by_committee", of: "grids")
      )
      .lacking("网格数或由“两委”干部任网格长的网格数", "the number of grids, or of those led by the committee"),
      Indicator(
        "quzhou.b2.tuesday", title: Label("“周二无会日”", "No meetings on Tuesdays"),
        domain: .village, subject: .row(of: .activities), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.held_on"),
          of: Rows.of(
            .activities,
            where: """
              c.kind = 'township_meeting'
                and c.unit_id in (select u.unit_id from {units} u where u.unit_kind = 'township')
              """),
          outcomes: [.when("extract(isodow from c.held_on) = 2", .unmet(.onTuesday))], otherwise: .met)),
      Indicator(
        "quzhou.b2.service", title: Label("组团联村服务次数", "Services of teams"),
        domain: .village, subject: .unit, measure: .times,
        rule: Statistic(
          of: .units(.township),
          count: """
            select
              a.unit_id as subject_id,
              'activities/' || a.activity_id as evidence
            from {activities} a
            where a.kind = 'team_service'
              and a.held_on >= {year_start}
            """)),
      Indicator(
        "quzhou.b2.tuesday-service", title: Label("“周二无会日”组团服务比例", "Tuesdays with a team's service"),
        domain: .village, subject: .unit, measure: .share, rule: servedTuesdays
      )
      .lacking("可计算的周二（本年度尚无周二）", "a Tuesday to count (there was none this year yet)"),
    ])

  /// The share of the year's Tuesdays up to the as-of date, public holidays included, on which a team of the township served.
  private static let servedTuesdays = Statistic(
    rows: """
      select
        u.unit_id as subject_id,
        u.unit_id,
        round(coalesce(served.days, 0) / nullif(y.tuesdays, 0)::numeric, 4) as observed,
        case when y.tuesdays > 0 then concat_ws('/', coalesce(served.days, 0), y.tuesdays) end as told,
        served.evidence
      from live_unit u
      cross join (
        select count(*) as tuesdays
        from generate_series({year_start}::timestamp, {as_of}::timestamp, interval '1 day') as d (day)
        where extract(isodow from d.day) = 2
      ) y
      left join (
        select
          a.unit_id,
          count(distinct a.held_on) as days,
          array_agg('activities/' || a.activity_id order by a.activity_id collate "C") as evidence
        from {activities} a
        where a.kind = 'team_service'
          and a.held_on >= {year_start}
          and extract(isodow from a.held_on) = 2
        group by a.unit_id
      ) served on served.unit_id = u.unit_id
      where u.unit_kind = 'township'
      """, kind: .share, detail: "c.told")
}
