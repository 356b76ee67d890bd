import CadreModel
import PolicyKit

extension Article {
  static let b9 = Article(
    "quzhou.b9", Label("严禁村干部承接或违规插手本村工程项目建设", "Village projects"),
    gist: Label(
      "严禁村干部及亲属承接本村项目；民主决策、筹资筹劳、招标全过程公示；村监委全程监督",
      "no contracts to cadres or family, everything disclosed, supervised throughout"),
    indicators: [
      Indicator(
        "quzhou.b9.contract", title: Label("村干部不承接本村项目", "No contracts to cadres or family"),
        domain: .village, subject: "village_project", measure: .none,
        rule: projects("p.contractor_relation = 'none'", otherwise: .fails, kind: .case)),
      Indicator(
        "quzhou.b9.disclosure", title: Label("项目全过程公示", "Disclosed throughout"),
        domain: .village, subject: "village_project", measure: .none,
        rule: projects(
          "p.disclosed_decision and p.disclosed_funding and p.disclosed_bidding", otherwise: .incomplete,
          kind: .completeness)),
      Indicator(
        "quzhou.b9.supervision", title: Label("村监委全程监督", "Supervised throughout"),
        domain: .village, subject: "village_project", measure: .none,
        rule: projects("p.supervised", otherwise: .fails, kind: .case)),
    ])

  /// Projects started this year of which a condition holds.
  private static func projects(_ condition: String, otherwise: Reason, kind: ArchetypeKind) -> Cases {
    Cases(
      kind: kind,
      rows: """
        select
          p.project_id as subject_id,
          v.township_id as unit_id,
          p.started_on as referenced_on,
          case when \(condition) then 'met' else 'unmet' end as status,
          null::numeric as observed,
          null::numeric as required,
          null::date as due_on,
          case when \(condition) then 'holds' else '\(otherwise.rawValue)' end as reason,
          array['village_projects/' || p.project_id] as evidence
        from {village_projects} p
        join village_in_city v on v.village_id = p.village_id
        """)
  }
}
