import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite struct JingxianCatalogueTests {
  private let ids = [
    "jingxian.1.1.veto", "jingxian.1.1.vetted", "jingxian.1.1.yearly", "jingxian.1.2.democratic-life",
    "jingxian.1.2.branch-life", "jingxian.1.2.branch-assembly", "jingxian.1.2.branch-committee",
    "jingxian.1.2.party-lecture", "jingxian.1.2.theme-day", "jingxian.1.2.appraisal", "jingxian.1.3.collective",
    "jingxian.1.3.last-word", "jingxian.1.3.no-direct-charge", "jingxian.2.1.attested", "jingxian.2.2.tolerance",
    "jingxian.2.2.clarification", "jingxian.2.2.accuser", "jingxian.2.3.bottom-units", "jingxian.2.3.bottom-cadres",
    "jingxian.2.3.snail-cup", "jingxian.2.3.incompetent", "jingxian.3.1.leave", "jingxian.3.1.abroad",
    "jingxian.3.1.principals-overlap",
    "jingxian.3.1.passport-check", "jingxian.3.1.passports", "jingxian.3.2.handover", "jingxian.3.2.handover-made",
    "jingxian.3.2.handover-items", "jingxian.3.2.transfer",
    "jingxian.3.2.filing", "jingxian.3.3.effectiveness", "jingxian.4.1.half-year-report", "jingxian.4.2.young-talk",
    "jingxian.4.2.young-education", "jingxian.4.3.archive", "jingxian.4.3.unit-archive",
    "jingxian.5.1.inspected-selection", "jingxian.5.1.self-check", "jingxian.5.1.prereview",
    "jingxian.5.1.establishment", "jingxian.5.1.checks", "jingxian.5.2.bulletin", "jingxian.5.2.acceptance",
    "jingxian.5.2.closure", "jingxian.5.2.channels",
    "jingxian.5.3.measures",
  ]

  private func policy() throws -> Policy {
    try #require(PolicyLibrary.shipped().policy("jingxian"))
  }

  @Test func everyRowOfTheCatalogueInItsOrder() throws {
    #expect(try policy().indicators.map(\.id) == ids)
  }

  @Test func articlesInTheOrderOfTheText() throws {
    let items = (1...5).flatMap { part in (1...3).map { "jingxian.\(part).\($0)" } }
    #expect(try policy().articles.map(\.id) == items)
  }

  @Test func assumedNumbersAreMarked() throws {
    let policy = try policy()
    let assumed = policy.indicators.filter(policy.isAssumed).map(\.id)
    #expect(
      assumed == [
        "jingxian.1.1.vetted", "jingxian.1.1.yearly", "jingxian.1.2.democratic-life", "jingxian.1.2.branch-life",
        "jingxian.1.2.branch-assembly", "jingxian.1.2.branch-committee", "jingxian.1.2.party-lecture",
        "jingxian.1.2.theme-day", "jingxian.1.2.appraisal", "jingxian.1.3.no-direct-charge",
        "jingxian.2.2.clarification", "jingxian.2.2.accuser", "jingxian.2.3.bottom-units",
        "jingxian.2.3.bottom-cadres", "jingxian.2.3.snail-cup", "jingxian.2.3.incompetent", "jingxian.3.1.leave",
        "jingxian.3.1.passports", "jingxian.3.2.handover-made", "jingxian.3.2.filing", "jingxian.4.2.young-talk",
        "jingxian.4.2.young-education", "jingxian.4.3.archive", "jingxian.4.3.unit-archive",
        "jingxian.5.2.acceptance", "jingxian.5.2.closure",
      ])
  }

  @Test(arguments: ["2022-01-01", "2024-02-29", "2024-12-31", "2025-06-30", "2027-01-01"])
  func everyIndicatorRenders(date: String) throws {
    let policy = try policy()
    let day = try #require(Day(date))
    let judging = try #require(policy.judging(asOf: day))
    for indicator in policy.indicators {
      let sql = try indicator.select(for: judging)
      #expect(!sql.contains("{") && !sql.contains("}"), "\(indicator.id)")
    }
  }

  @Test func nothingIsJudgedBeforeThePolicyIsInEffect() throws {
    let day = try #require(Day("2021-12-31"))
    #expect(try policy().judging(asOf: day) == nil)
  }
}
