import CadreModel
import PolicyKit

extension Article {
  static let p1i1 = Article(
    "jingxian.1.1", Label("强化政治素质考察", "Political vetting"),
    gist: Label(
      "政治表现考察贯穿综合考核、换届考察、任职考察；政治表现不过关的一票否决",
      "political conduct is vetted throughout; who fails it is vetoed"),
    indicators: [
      Indicator(
        "jingxian.1.1.veto", title: Label("政治表现不过关一票否决", "Veto of the politically unqualified"),
        domain: .political, subject: .person, measure: .none, rule: PoliticalVettingRules.veto)
    ])
}
