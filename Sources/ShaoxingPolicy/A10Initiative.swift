import CadreModel
import PolicyKit

extension Article {
  static let a10 = Article(
    "shaoxing.10", Label("大力倡导和支持干部激情担当", "Initiative and accountability"),
    gist: Label(
      "岗位目标清单管理，市级领导每季度督查讲评重点工作；晒亮点、比业绩，容错免责",
      "goals by post; the city's leaders review key work each quarter; results are compared, honest errors tolerated"),
    indicators: [
      // Only yearly quotas of persons exempt those who came during the period; this one is quarterly.
      Indicator(
        "shaoxing.10.quarterly-review", title: Label("市级领导每季度督查讲评重点工作", "Key work reviewed each quarter"),
        domain: .supervision, subject: .person, measure: .times,
        rule: Quota(
          .persons(withRoles: ["principal", "deputy"], inUnitsOf: .partyCommittee, levels: [.city]).withoutExemption,
          each: .quarter, .facts(Facts.activitiesOfPersons("key_work_review"), atLeast: "count"))),
      Indicator(
        "shaoxing.10.tolerance", title: Label("容错免责认定情况", "Tolerance granted"),
        domain: .care, subject: .jurisdiction, measure: .times, rule: ToleranceRules.granted),
    ])
}
