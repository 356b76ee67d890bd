import CadreModel
import PolicyKit

extension Article {
  static let a1 = Article(
    "quzhou.a1", Label("严格开展干部政治把关和政治素质考察", "Political vetting of cadres"),
    gist: Label(
      "机关部门一把手、乡镇党政正职开展政治素质自查自评；政治不合格的一票否决",
      "heads of organs and townships assess themselves; who is politically unqualified is vetoed"),
    indicators: [
      Indicator(
        "quzhou.a1.self-assessment", title: Label("政治素质自查自评", "Political self-assessment"),
        domain: .political, subject: .person, measure: .times,
        rule: Quota(
          headsOfOrgansAndTownships, each: .year,
          .facts(Facts.activitiesOfPersons("self_assessment"), atLeast: "count"))),
      Indicator(
        "quzhou.a1.veto", title: Label("政治不合格一票否决", "Veto of the politically unqualified"),
        domain: .political, subject: .person, measure: .none, rule: PoliticalVettingRules.veto),
      Indicator(
        "quzhou.a1.document", title: Label("政治素质考察实施意见出台", "Opinion on political vetting issued"),
        domain: .political, subject: .jurisdiction, measure: .none, rule: DocumentRules.issued(for: "quzhou.a1")),
    ])

  /// Who heads a live organ, and every principal of a live township.
  private static let headsOfOrgansAndTownships = Population.persons.filtered(
    "heads of organs and principals of townships",
    where: """
      exists (
        select from unit_head h
        where h.person_id = s.person_id
          and h.unit_kind = 'organ'
      )
        or exists (
          select from current_post c
          where c.person_id = s.person_id
            and c.role = 'principal'
            and c.unit_kind = 'township'
        )
      """)
}
