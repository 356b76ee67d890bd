import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a6 = Article(
    "quzhou.a6", Label("严格实施领导干部干预和插手重大事项留痕管理", "Interventions are put on record"),
    gist: Label(
      "主管部门建立台账，如实完整记录，每季度向组织部门、纪检监察机关报告备案",
      "a complete ledger, reported each quarter to the organisation department and the discipline inspection"),
    indicators: [
      Indicator(
        "quzhou.a6.quarterly-report", title: Label("干预插手台账按季报送", "Ledger reported each quarter"),
        domain: .reporting, subject: .unit, measure: .offices,
        rule: Quota(
          .units(withDuty: "intervention_ledger"), each: .quarter,
          .facts(
            """
            select distinct on (a.unit_id, date_trunc('quarter', a.held_on), office.code)
              a.unit_id as subject_id,
              a.held_on,
              1 as amount,
              'activities/' || a.activity_id as evidence
            from {activities} a
            cross join lateral unnest(a.reported_to) as office (code)
            where a.kind = 'intervention_report'
              and office.code in ('org_dept', 'discipline')
            order by
              a.unit_id,
              date_trunc('quarter', a.held_on),
              office.code,
              a.held_on,
              a.activity_id collate "C"
            """, atLeast: "offices"))),
      Indicator(
        "quzhou.a6.ledgers", title: Label("八类事项台账建立", "A ledger for each of the eight matters"),
        domain: .discipline, subject: .jurisdiction, measure: .units,
        rule: State(
          of: """
            select
              $1::text as subject_id,
              null::text as unit_id,
              listed.matter,
              count(u.unit_id) as units,
              array_agg('units/' || u.unit_id order by u.unit_id collate "C")
                filter (where u.unit_id is not null) as evidence
            from unnest(\(hanging: SQL.array(matters))) as listed (matter)
            left join live_unit u
              on 'intervention_ledger' = any(u.duties)
              and listed.matter = any(u.ledger_matters)
            group by listed.matter
            """, classCode: "c.matter", holds: "c.units >= {count}",
          amounts: Amounts(observed: "c.units::numeric", required: "{count}::numeric"), otherwise: .noLedger,
          kind: .coverage)),
      Indicator(
        "quzhou.a6.ledger-complete", title: Label("干预插手台账要素完整", "Ledger entries complete"),
        domain: .discipline, subject: .row(of: .interventions), measure: .none,
        rule: Cases(
          .all,
          of: Rows.of(.interventions, where: "c.occurred_on is null or c.occurred_on >= {year_start}"),
          kind: .completeness,
          outcomes: [.when("num_nulls(\n  \(cells.map { "c.\($0)" }.joined(separator: ", "))\n) = 0", .met)],
          otherwise: .unmet(.incomplete), detail: cells.map(Part.given).lacking("c"))),
    ])

  /// The eight matters that are put on record.
  private static let matters = Table.units.codes(of: "ledger_matters")

  /// What an entry of the ledger has to say.
  private static let cells = [
    "occurred_on", "intervener", "intervener_unit", "intervener_post", "form", "detail", "result",
  ]
}
