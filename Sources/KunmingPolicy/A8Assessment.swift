import CadreModel
import PolicyKit

/// How cadres are assessed and known (7-9).
extension Article {
  static let a7 = Article(
    "kunming.7", Label("健全完善干部考核评价机制", "Assessment of cadres"),
    gist: Label(
      "制定考核工作细则，注重平时考核、政绩考核，整合考核资源",
      "rules of assessment, weight on daily work and achievements, fewer parallel checks"),
    indicators: [
      Indicator(
        "kunming.7.document", title: Label("考核工作细则出台", "Rules of assessment issued"),
        domain: .assessment, subject: .jurisdiction, measure: .none, rule: DocumentRules.issued(for: "kunming.7")),
      .attested("kunming.7", by: .cityAndCountyCommittees),
    ])

  static let a8 = Article(
    "kunming.8", Label("推进考核评价精准化、差异化", "Precise and differentiated assessment"),
    gist: Label(
      "分级分类设置考核指标和权重，双向评价，动态调整",
      "indicators and weights by level and kind; superiors and subordinates assess one another"),
    indicators: [
      Indicator(
        "kunming.8.mutual", title: Label("党政主要领导双向民主测评", "Mutual appraisal of principals"),
        domain: .assessment, subject: .person, measure: .times,
        rule: Quota(
          PrincipalRules.countyPrincipals, each: .year,
          .facts(Facts.activitiesOfPersons("mutual_appraisal"), atLeast: "count"))),
      .attested("kunming.8", by: .cityAndCountyCommittees),
    ])

  static let a9 = Article(
    "kunming.9", Label("注重日常考察了解", "Knowing cadres in daily work"),
    gist: Label(
      "经常性、近距离接触干部，一线考察识别，建立日常考核档案",
      "cadres are known from daily work and the front line; records of daily assessment are kept"),
    indicators: [
      Indicator(
        "kunming.9.assessment-file", title: Label("干部日常考核档案", "Files of daily assessment"),
        domain: .assessment, subject: .person, measure: .times,
        rule: Quota(.leadingCadres, each: .year, .facts(Facts.archivesOfPersons("assessment_file"), atLeast: "count"))),
      .attested("kunming.9"),
    ])
}
