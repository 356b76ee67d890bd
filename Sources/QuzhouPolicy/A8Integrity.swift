import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a8 = Article(
    "quzhou.a8", Label("严格执行防止利益冲突防范廉政风险的相关规定", "Conflicts of interest and integrity risks"),
    gist: Label(
      "不准违规持股、证券投资、高利贷集资、经商办企业、兼职、取酬；风险点逐项制定前期、中期、后期防控措施",
      "no shares, securities, usury, business, part-time posts or pay against the rules; three controls a risk"),
    indicators: [
      Indicator(
        "quzhou.a8.conflicts", title: Label("利益冲突事项清理", "Conflicts of interest resolved"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.resolved(kinds: DeclarationRules.prohibitedKinds, ofLeaders: true)),
      Indicator(
        "quzhou.a8.risk-controls", title: Label("廉政风险防控措施齐备", "Risk controls complete"),
        domain: .discipline, subject: .row(of: .riskPoints), measure: .none,
        rule: State(
          of: Rows.of(
            .riskPoints,
            where: """
              c.risk_level = any({levels})
                and c.unit_id in (select u.unit_id from live_unit u)
              """),
          holds: "c.prevention and c.monitoring and c.handling", otherwise: .incomplete, kind: .completeness,
          detail: ["prevention", "monitoring", "handling"].map(Part.yes).lacking("c"))),
      Indicator(
        "quzhou.a8.risk-coverage", title: Label("敏感岗位廉政风险点覆盖", "Sensitive posts covered by risk points"),
        domain: .discipline, subject: .unit, measure: .areas,
        rule: State(
          of: """
            with sensitive_area as (
              select distinct
                c.unit_id,
                area.code
              from current_post c
              cross join lateral unnest(c.sensitive) as area (code)
              where area.code = any(\(hanging: SQL.array(areas)))
            ),
            covered_area as (
              select
                q.unit_id,
                q.area as code,
                array_agg('risk_points/' || q.risk_id order by q.risk_id collate "C") as evidence
              from {risk_points} q
              group by
                q.unit_id,
                q.area
            )
            select
              s.unit_id as subject_id,
              s.unit_id,
              count(distinct s.code) as areas,
              count(distinct v.code) as covered,
              string_agg(s.code, ';' order by s.code collate "C") filter (where v.code is null) as uncovered,
              array_agg(point.key order by point.key collate "C") filter (where point.key is not null) as evidence
            from sensitive_area s
            left join covered_area v
              on v.unit_id = s.unit_id
              and v.code = s.code
            left join lateral unnest(v.evidence) as point (key) on true
            group by s.unit_id
            """, holds: "c.covered = c.areas",
          amounts: Amounts(observed: "c.covered::numeric", required: "c.areas::numeric"), otherwise: .areasUncovered,
          kind: .coverage, detail: "c.uncovered")),
    ])

  /// Where a sensitive post has its risks.
  private static let areas = Table.riskPoints.codes(of: "area")
}
