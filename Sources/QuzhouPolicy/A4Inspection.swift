import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a4 = Article(
    "quzhou.a4", Label("严格落实巡察监督全覆盖机制", "Inspection of every unit"),
    gist: Label(
      "巡察全覆盖，整改到位；用好约谈、督查、问责、通报，加大函询、提醒、诫勉力度",
      "every unit is inspected, findings are set right; summons, supervision, accountability and circulars are used"),
    indicators: [
      Indicator(
        "quzhou.a4.coverage", title: Label("任期内巡察覆盖", "Inspected within the term"),
        domain: .supervision, subject: .unit, measure: .times,
        rule: Quota(
          .units(.organ, .township, .institution, .enterprise, .partySchool), each: .term,
          .facts(
            """
            select
              i.unit_id as subject_id,
              i.started_on as held_on,
              1 as amount,
              'inspections/' || i.inspection_id as evidence
            from {inspections} i
            where i.kind = any({kinds})
            """, atLeast: "count"),
          kind: .coverage)),
      Indicator(
        "quzhou.a4.villages", title: Label("巡乡带村覆盖", "Villages inspected with their townships"),
        domain: .supervision, subject: .village, measure: .times, rule: InspectionRules.villages),
      Indicator(
        "quzhou.a4.inspections", title: Label("各类巡察开展情况", "Inspections by kind"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: Statistic(
          ofClasses: ["routine", "special", "upgraded", "cross", "lookback"],
          facts: """
            select
              i.kind as class,
              'inspections/' || i.inspection_id as evidence
            from {inspections} i
            where i.started_on >= {year_start}
            """)),
      Indicator(
        "quzhou.a4.lookback", title: Label("巡察“回头看”比例", "Inspected units looked back on"),
        domain: .supervision, subject: .jurisdiction, measure: .share, rule: InspectionRules.lookedBackOn
      )
      .lacking("本届任期内已巡察的单位", "a unit inspected in this term"),
      Indicator(
        "quzhou.a4.rectification", title: Label("巡察整改按期完成", "Findings set right in time"),
        domain: .supervision, subject: .row(of: .rectifications), measure: .none, rule: InspectionRules.rectified),
      Indicator(
        "quzhou.a4.held-to-account", title: Label("整改不力问责", "Overdue findings called to account"),
        domain: .supervision, subject: .row(of: .rectifications), measure: .none,
        rule: InspectionRules.heldToAccount),
      Indicator(
        "quzhou.a4.findings", title: Label("巡察问题问责到人、整改到位", "Findings traced to a person and set right"),
        domain: .supervision, subject: .row(of: .findings), measure: .none, rule: InspectionRules.setRight),
      Indicator(
        "quzhou.a4.tools", title: Label("监督措施运用", "Measures used"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: MeasureRules.taken([
          "summon", "supervision", "accountability", "circular", "inquiry_letter", "reminder", "admonition",
        ])),
    ])
}
