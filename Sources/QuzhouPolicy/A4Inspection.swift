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
          .units(.organ, .township, .institution, .enterprise), each: .term,
          .facts(
            """
            select
              i.unit_id as subject_id,
              i.started_on as held_on,
              1 as amount,
              'inspections/' || i.inspection_id as evidence
            from {inspections} i
            where i.kind in ('routine', 'special', 'upgraded', 'cross')
            """, atLeast: "count"),
          kind: .coverage)),
      Indicator(
        "quzhou.a4.rectification", title: Label("巡察整改按期完成", "Findings set right in time"),
        domain: .supervision, subject: .row(of: .rectifications), measure: .none,
        rule: Deadline(
          .onTheDay, cases: .datedThisYear,
          of: """
            select
              r.item_id as subject_id,
              i.unit_id,
              r.due_on as starts_on,
              r.done_on,
              array['rectifications/' || r.item_id, 'inspections/' || i.inspection_id] as evidence
            from {rectifications} r
            join {inspections} i on i.inspection_id = r.inspection_id
            """)),
      Indicator(
        "quzhou.a4.tools", title: Label("监督措施运用", "Measures used"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: MeasureRules.taken([
          "summon", "supervision", "accountability", "circular", "inquiry_letter", "reminder", "admonition",
        ])),
    ])
}
