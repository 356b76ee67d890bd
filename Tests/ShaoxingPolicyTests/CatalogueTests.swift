import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite struct ShaoxingCatalogueTests {
  private let ids = [
    "1.attested", "2.attested", "3.attested", "4.attested", "5.study", "5.theory-share", "5.spirit-share",
    "5.lectures", "6.democratic-life", "6.branch-life", "7.visit-city", "7.visit-county", "7.visit-township",
    "8.attested", "9.attested", "10.quarterly-review", "11.rotation-training", "11.reserve-training",
    "11.secondments", "12.quarterly-analysis", "12.mobility-review", "12.four-checks", "12.dual-signature",
    "12.adjusted", "13.talk-secretary", "13.talk-charge", "13.talk-head", "13.annual-leave", "13.checkup",
    "13.township-pay", "13.township-excellent", "14.no-direct-charge", "14.leaving-check", "14.measures",
    "15.attested", "16.attested", "17.report-and-reviews", "17.team-report", "18.attested",
  ]

  private func policy() throws -> Policy {
    let library = try PolicyLibrary.shipped()
    return try #require(library.policy("shaoxing"))
  }

  @Test func everyRowOfTheCatalogueInItsOrder() throws {
    #expect(try policy().indicators.map(\.name) == ids)
  }

  @Test func articlesInTheOrderOfTheText() throws {
    #expect(try policy().articles.map(\.id) == (1...18).map { "shaoxing.\($0)" })
  }

  @Test func subjectsAsTheConventionsNameThem() throws {
    let policy = try policy()
    let kinds = Dictionary(grouping: policy.indicators.filter { $0.domain != .attestation }, by: \.subjectKind)
      .mapValues { $0.map(\.name) }
    #expect(kinds["training_class"] == ["5.theory-share", "5.spirit-share"])
    #expect(kinds["selection"] == ["12.four-checks", "12.dual-signature"])
    #expect(kinds["measure"] == ["12.adjusted"])
    #expect(kinds["pair"] == ["13.talk-secretary", "13.talk-charge", "13.talk-head"])
    #expect(kinds["region_rank"] == ["13.township-pay"])
    #expect(kinds["region"] == ["13.township-excellent"])
    #expect(kinds["post"] == ["14.leaving-check"])
    #expect(kinds["person"] == ["6.branch-life", "10.quarterly-review", "13.annual-leave", "13.checkup"])
    #expect(
      kinds["jurisdiction"] == [
        "5.lectures", "11.rotation-training", "11.reserve-training", "11.secondments", "14.measures",
      ])
  }

  @Test(arguments: [
    ("5.study.count", "12"), ("5.theory-share.share", "0.7"), ("5.spirit-share.share", "0.2"),
    ("11.rotation-training.one_in", "3"), ("13.talk-secretary.count", "1"), ("13.township-pay.ratio", "1.2"),
    ("13.township-excellent.share", "0.2"),
  ])
  func printedNumbersAreStated(name: String, value: String) throws {
    let policy = try policy()
    let parameter = try #require(policy.configuration[parameter: name])
    #expect(parameter.basis == .stated)
    #expect(parameter.values.map(\.value.description) == [value])
  }

  @Test(arguments: [
    ("11.reserve-training.count", "180"), ("11.secondments.count", "90"), ("12.adjusted.days", "365"),
    ("14.leaving-check.days", "90"), ("14.leaving-check.days_before", "90"), ("pair.grace_days", "90"),
    ("14.no-direct-charge.areas", "personnel;finance;construction;procurement;approval"),
  ])
  func openNumbersAreAssumed(name: String, value: String) throws {
    let policy = try policy()
    let parameter = try #require(policy.configuration[parameter: name])
    #expect(parameter.basis == .assumed)
    #expect(parameter.values.map(\.value.description) == [value])
  }

  @Test(arguments: ["2017-01-03", "2021-12-31", "2024-02-29", "2025-08-15", "2032-01-01"])
  func everyIndicatorRenders(date: String) throws {
    let policy = try policy()
    let day = try #require(Day(date))
    let judging = try #require(policy.judging(asOf: day))
    for indicator in policy.indicators {
      let sql = try indicator.select(for: judging)
      #expect(!sql.contains("{") && !sql.contains("}"), "\(indicator.id)")
    }
  }

  @Test func nothingIsJudgedBeforeTheDecision() throws {
    let eve = try #require(Day("2017-01-02"))
    #expect(try policy().judging(asOf: eve) == nil)
  }
}
