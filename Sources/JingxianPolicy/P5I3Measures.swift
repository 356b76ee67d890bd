import CadreModel
import PolicyKit

extension Article {
  static let p5i3 = Article(
    "jingxian.5.3", Label("严肃干部监督责任", "Responsibility for supervision"),
    gist: Label(
      "加大提醒、函询、诫勉力度，落实问责机制",
      "reminders, inquiry letters and admonitions are used; who fails is held accountable"),
    indicators: [
      Indicator(
        "jingxian.5.3.measures", title: Label("监督措施运用", "Measures used"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: MeasureRules.taken(["reminder", "inquiry_letter", "admonition", "accountability"]))
    ])
}
