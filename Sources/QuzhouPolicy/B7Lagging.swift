import CadreModel
import PolicyKit

extension Article {
  static let b7 = Article(
    "quzhou.b7", Label("全面开展后进村党组织集中整转", "Lagging villages"),
    gist: Label(
      "后进村县领导、乡镇领导、部门、第一书记“四个一”帮扶；重点难点村由县党政主要领导包干、派驻工作组",
      "four kinds of support for each lagging village; county principals and a work group for the critical ones"),
    indicators: [
      Indicator(
        "quzhou.b7.four-ones", title: Label("后进村“四个一”帮扶", "Four kinds of support"),
        domain: .village, subject: "village", measure: .kinds, rule: supported("true")),
      Indicator(
        "quzhou.b7.critical", title: Label("重点难点村包干", "Support of critical villages"),
        domain: .village, subject: "village", measure: .kinds, rule: supported("v.critical")),
    ])

  /// Every kind of support (`kinds`) is current, at the latest `days` after the village was listed as lagging.
  private static func supported(_ condition: String) -> Cases {
    Cases(
      .all, kind: .coverage,
      rows: """
        select
          v.village_id as subject_id,
          v.township_id as unit_id,
          v.lagging_since as referenced_on,
          case
            when given.kinds >= cardinality({kinds}) then 'met'
            when {as_of} >= v.lagging_since + {days} then 'unmet'
            when v.lagging_since + {days} - {as_of} <= {warn.short_deadline} then 'at_risk'
            else 'pending'
          end as status,
          given.kinds as observed,
          cardinality({kinds})::numeric as required,
          v.lagging_since + {days} as due_on,
          case when given.kinds >= cardinality({kinds}) then 'holds' else 'forces_missing' end as reason,
          array['villages/' || v.village_id] || given.evidence as evidence
        from village_in_city v
        cross join lateral (
          select
            count(distinct s.kind)::numeric as kinds,
            array_agg('village_supports/' || s.support_id order by s.support_id collate "C") as evidence
          from {village_supports} s
          where s.village_id = v.village_id
            and s.kind = any({kinds})
            and s.ended_on is null
        ) given
        where v.lagging_since is not null
          and \(condition)
        """)
  }
}
