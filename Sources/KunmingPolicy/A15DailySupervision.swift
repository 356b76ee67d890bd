import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a15 = Article(
    "kunming.15", Label("加强日常监督", "Daily supervision"),
    gist: Label(
      "个人有关事项报告和抽查核实；整治违规兼职取酬等问题，规范经商办企业",
      "personal matters are reported and verified; part-time posts, pay and business against the rules are ended"),
    indicators: [
      Indicator(
        "kunming.15.matters", title: Label("个人有关事项按时报告", "Personal matters reported in time"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.reportedYearlyOrSoon(
          kinds: ["housing", "investment", "marriage", "family_employment"])),
      Indicator(
        "kunming.15.conflicts", title: Label("利益冲突事项清理", "Conflicts of interest resolved"),
        domain: .discipline, subject: .row(of: .declarations), measure: .none,
        rule: DeclarationRules.resolved(kinds: DeclarationRules.prohibitedKinds)),
    ])
}
