import CadreModel
import PolicyKit

extension Article {
  static let a3 = Article(
    "kunming.3", Label("突出政治素质培养", "Political training"),
    gist: Label(
      "每年选派一批县处级领导干部到党性教育基地开展党性教育",
      "each year leading cadres of county rank are sent to bases of Party education"),
    indicators: [
      Indicator(
        "kunming.3.party-base", title: Label("党性教育基地培训", "Training at bases of Party education"),
        domain: .training, subject: .jurisdiction, measure: .times,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(Facts.activitiesOfJurisdiction("party_base_education"), atLeast: "count")))
    ])
}
