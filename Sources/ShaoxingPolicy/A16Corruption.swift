import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a16 = Article(
    "shaoxing.16", Label("坚决惩治和预防腐败", "Punishing and preventing corruption"),
    gist: Label(
      "落实主体责任和监督责任，举报不瞒不拖，当事领导回避；用好“四种形态”，健全党内外监督",
      "reports are not hidden or delayed, those concerned stand aside; graded discipline, oversight on all sides"),
    indicators: [
      Indicator(
        "shaoxing.16.acceptance", title: Label("举报按期受理", "Reports of misconduct accepted in time"),
        domain: .supervision, subject: .row(of: .petitions), measure: .none, rule: PetitionRules.accepted),
      Indicator(
        "shaoxing.16.closure", title: Label("举报按期办结", "Reports of misconduct closed in time"),
        domain: .supervision, subject: .row(of: .petitions), measure: .none, rule: PetitionRules.closed),
      Indicator(
        "shaoxing.16.recused", title: Label("涉事领导干部回避", "Leaders concerned stand aside"),
        domain: .discipline, subject: .row(of: .petitions), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.received_on"),
          of: PetitionRules.petitions(where: HeldPosts.heldLeadingPost(by: "c.person_id", on: "c.received_on")),
          outcomes: [.when("c.recused is null", .noData), .when("c.recused", .met)], otherwise: .unmet(.notRecused))
      )
      .lacking("相关领导是否回避", "whether the leader concerned stood aside"),
      Indicator(
        "shaoxing.16.accuser", title: Label("诬告陷害查处", "False accusers dealt with"),
        domain: .discipline, subject: .row(of: .petitions), measure: .none, rule: PetitionRules.accuserHandled),
      .attested("shaoxing.16"),
    ])
}
