import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let p2i2 = Article(
    "jingxian.2.2", Label("完善容错纠错和澄清正名机制", "Tolerance of mistakes and clearing of names"),
    gist: Label(
      "落实“三个区分开来”；对受到诬告、陷害的党员干部及时澄清正名、消除影响",
      "honest mistakes are tolerated; who was falsely accused is cleared in time"),
    indicators: [
      Indicator(
        "jingxian.2.2.tolerance", title: Label("容错认定情况", "Tolerance granted"),
        domain: .care, subject: .jurisdiction, measure: .times, rule: ToleranceRules.granted),
      Indicator(
        "jingxian.2.2.clarification", title: Label("诬告澄清正名", "Falsely accused cleared"),
        domain: .care, subject: .row(of: .petitions), measure: .none, rule: PetitionRules.clarified),
      Indicator(
        "jingxian.2.2.accuser", title: Label("诬告陷害“一案双查”", "False accusers dealt with"),
        domain: .care, subject: .row(of: .petitions), measure: .none, rule: PetitionRules.accuserHandled),
    ])
}
