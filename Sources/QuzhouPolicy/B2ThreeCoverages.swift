import CadreModel
import PolicyKit

extension Article {
  static let b2 = Article(
    "quzhou.b2", Label("做实做细做深做优“三个三”基层党建工程", "Service teams, grids and households"),
    gist: Label(
      "组团联村、网格支部、党员联户全覆盖；严格执行“周二无会日”组团联村服务",
      "every village has a service team, every grid a branch, every household a Party member; no meetings on Tuesdays"),
    indicators: [
      Indicator(
        "quzhou.b2.team", title: Label("组团联村全覆盖", "Service team for the village"),
        domain: .village, subject: "village", measure: .none,
        rule: VillageRules.state(holds: "v.service_team", otherwise: .noServiceTeam, kind: .coverage)),
      Indicator(
        "quzhou.b2.grid", title: Label("网格支部全覆盖", "Branches in grids"),
        domain: .village, subject: "village", measure: .share,
        rule: VillageRules.covered("grids_with_branch", of: "grids")),
      Indicator(
        "quzhou.b2.household", title: Label("党员联户全覆盖", "Households linked"),
        domain: .village, subject: "village", measure: .share,
        rule: VillageRules.covered("households_linked", of: "households")),
      Indicator(
        "quzhou.b2.tuesday", title: Label("“周二无会日”", "No meetings on Tuesdays"),
        domain: .village, subject: "activity", measure: .none,
        rule: Cases(
          rows: """
            select
              a.activity_id as subject_id,
              a.unit_id,
              a.held_on as referenced_on,
              case when extract(isodow from a.held_on) = 2 then 'unmet' else 'met' end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case when extract(isodow from a.held_on) = 2 then 'on_tuesday' else 'holds' end as reason,
              array['activities/' || a.activity_id] as evidence
            from {activities} a
            join {units} u
              on u.unit_id = a.unit_id
              and u.unit_kind = 'township'
            where a.kind = 'township_meeting'
            """)),
      Indicator(
        "quzhou.b2.service", title: Label("组团联村服务次数", "Services of teams"),
        domain: .village, subject: "unit", reach: .ownUnit, measure: .times,
        rule: Statistic(
          rows: """
            select
              u.unit_id as subject_id,
              u.unit_id,
              null::text as class,
              count(a.activity_id)::numeric as observed,
              array_agg('activities/' || a.activity_id order by a.activity_id collate "C")
                filter (where a.activity_id is not null) as evidence
            from live_unit u
            left join {activities} a
              on a.unit_id = u.unit_id
              and a.kind = 'team_service'
              and a.held_on >= {year_start}
            where u.unit_kind = 'township'
            group by u.unit_id
            """)),
    ])
}
