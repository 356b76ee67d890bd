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
        rule: DeclarationRules.resolved(kinds: DeclarationRules.prohibitedKinds)),
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
    ])
}
