import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let b9 = Article(
    "quzhou.b9", Label("严禁村干部承接或违规插手本村工程项目建设", "Village projects"),
    gist: Label(
      "村干部本人及配偶、亲属不得承接本村工程；民主决策、筹资筹劳、招标全过程公示；村监委全程监督",
      "not contracted to cadres or their families, disclosed at every stage, supervised throughout"),
    indicators: [
      Indicator(
        "quzhou.b9.contract", title: Label("村干部及亲属未承接", "Not contracted to cadres or family"),
        domain: .village, subject: .row(of: .villageProjects), measure: .none,
        rule: VillageRules.projects("c.contractor_relation = 'none'", otherwise: .contractedByCadre)),
      Indicator(
        "quzhou.b9.disclosure", title: Label("全过程公示", "Disclosed at every stage"),
        domain: .village, subject: .row(of: .villageProjects), measure: .none,
        rule: VillageRules.projects(
          "c.disclosed_decision and c.disclosed_funding and c.disclosed_bidding", otherwise: .notDisclosed,
          whileRunning: .projectRunning, kind: .completeness,
          parts: ["disclosed_decision", "disclosed_funding", "disclosed_bidding"].map(Part.yes))),
      Indicator(
        "quzhou.b9.supervision", title: Label("村监委全程监督", "Supervised throughout"),
        domain: .village, subject: .row(of: .villageProjects), measure: .none,
        rule: VillageRules.projects("c.supervised", otherwise: .notSupervised, whileRunning: .projectRunning)),
    ])
}
