import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a17 = Article(
    "kunming.17", Label("强化一把手监督", "Supervision of heads"),
    gist: Label(
      "县（市）区党政正职一个任期内至少一次经济责任审计和一次选人用人专项检查；六个不直接分管；末位表态、集体决定",
      "county principals: an audit and a check of selections a term; six areas not in their charge; the last word"),
    indicators: [
      Indicator(
        "kunming.17.audit", title: Label("任期经济责任审计", "Economic audit within the term"),
        domain: .supervision, subject: .row(of: .posts), measure: .none,
        rule: PrincipalRules.within(inspection: "economic_audit", concerning: "i.person_id = c.person_id")),
      Indicator(
        "kunming.17.selection-check", title: Label("任期选人用人专项检查", "Check of selections within the term"),
        domain: .supervision, subject: .row(of: .posts), measure: .none,
        rule: PrincipalRules.within(inspection: "selection_check", concerning: "i.unit_id = c.unit_id")),
      Indicator(
        "kunming.17.no-direct-charge", title: Label("一把手六个不直接分管", "Six areas not in the head's charge"),
        domain: .discipline, subject: .unit, measure: .none,
        rule: SeparationOfDuties(barredAreas: "areas")),
      Indicator(
        "kunming.17.last-word", title: Label("集体决策与末位表态", "Decided in a meeting, the head speaks last"),
        domain: .meetings, subject: .row(of: .decisions), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.held_on"), of: Rows.of(.decisions),
          outcomes: [
            .when("c.mode <> 'meeting'", .unmet(.notByMeeting)),
            .when("c.principal_last is null", .noData),
            .when("c.principal_last", .met),
          ], otherwise: .unmet(.principalNotLast)))
        .lacking("主要负责人是否末位表态", "whether the head spoke last"),
    ])
}

/// What county principals owe within one term of their own.
private enum PrincipalRules {
  /// An inspection of that kind, begun since the tenure did, within `years` of its start.
  static func within(inspection kind: String, concerning condition: String) -> Deadline {
    Deadline(
      .years("years"), cases: .all,
      of: """
        select
          c.post_id as subject_id,
          c.unit_id,
          t.began_on as starts_on,
          min(i.started_on) as done_on,
          array['posts/' || c.post_id] || array_agg(
            'inspections/' || i.inspection_id order by i.started_on, i.inspection_id collate "C"
          ) filter (where i.inspection_id is not null) as evidence
        from current_post c
        join tenure t on t.post_id = c.post_id
        left join {inspections} i
          on \(condition)
          and i.kind = '\(kind)'
          and i.started_on >= t.began_on
        where c.role = 'principal'
          and c.rank = 'county_division'
          and c.unit_kind = 'party_committee'
          and c.level = 'county'
        group by c.post_id, c.unit_id, t.began_on
        """)
  }
}
