import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a16 = Article(
    "kunming.16", Label("改进监督机制", "Mechanisms of supervision"),
    gist: Label(
      "健全谈心谈话、任职前廉政谈话制度；坚持领导班子定期报告工作、民主评议；用好提醒、函询、诫勉",
      "integrity talks before taking office; teams report on their work and are appraised; reminders, inquiries and admonitions"),
    indicators: [
      Indicator(
        "kunming.16.integrity-talk", title: Label("任职前廉政谈话", "Integrity talk before taking office"),
        domain: .talks, subject: .row(of: .selections), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.took_office_on"), of: Rows.of(.selections, where: "c.took_office_on is not null"),
          outcomes: [.when("c.integrity_talk_on <= c.took_office_on", .met)], otherwise: .unmet(.noIntegrityTalk),
          detail: [Part.dated("integrity_talk_on", by: "took_office_on")].lacking("c"))),
      Indicator(
        "kunming.16.work-report", title: Label("领导班子报告工作", "Teams report on their work"),
        domain: .reporting, subject: .unit, measure: .times, rule: MeetingRules.held("team_work_report", each: .year)),
      Indicator(
        "kunming.16.appraisal", title: Label("领导班子民主评议", "Teams are appraised"),
        domain: .reporting, subject: .unit, measure: .times, rule: MeetingRules.held("team_appraisal", each: .year)),
      Indicator(
        "kunming.16.measures", title: Label("提醒、函询、诫勉运用", "Reminders, inquiries and admonitions"),
        domain: .supervision, subject: .jurisdiction, measure: .times,
        rule: MeasureRules.taken(["reminder", "inquiry_letter", "admonition"])),
    ])
}
