import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite struct KunmingCatalogueTests {
  private let ids = [
    "kunming.1.attested", "kunming.2.attested", "kunming.3.party-base", "kunming.4.experts",
    "kunming.4.leader-training", "kunming.4.annual-training", "kunming.4.promoted-training", "kunming.4.study-tour",
    "kunming.5.secondments", "kunming.6.secondments", "kunming.7.attested", "kunming.8.attested",
    "kunming.9.attested", "kunming.10.feedback", "kunming.11.attested", "kunming.12.attested", "kunming.13.attested",
    "kunming.14.attested", "kunming.15.matters", "kunming.15.conflicts", "kunming.16.integrity-talk",
    "kunming.16.reviews", "kunming.17.audit", "kunming.17.selection-check", "kunming.17.no-direct-charge",
    "kunming.17.last-word", "kunming.18.attested", "kunming.19.attested", "kunming.20.tolerance",
    "kunming.20.tolerance-cases", "kunming.20.clarification", "kunming.21.attested", "kunming.22.talk",
    "kunming.22.checkup", "kunming.22.leave", "kunming.23.team-report", "kunming.24.attested",
  ]

  private func policy() throws -> Policy {
    try #require(PolicyLibrary.shipped().policy("kunming"))
  }

  @Test func everyRowOfTheCatalogueInItsOrder() throws {
    #expect(try policy().indicators.map(\.id) == ids)
  }

  @Test func articlesInTheOrderOfTheText() throws {
    #expect(try policy().articles.map(\.id) == (1...24).map { "kunming.\($0)" })
  }

  @Test func whatThePolicyPrintsIsStated() throws {
    let policy = try policy()
    let stated = policy.indicators.filter { indicator in
      !policy.isAssumed(indicator) && policy.parameters(of: indicator).contains { $0.basis == .stated }
    }
    #expect(stated.map(\.id) == ["kunming.4.annual-training", "kunming.17.no-direct-charge"])
  }

  @Test(arguments: ["2019-02-02", "2024-02-29", "2024-12-31", "2025-06-30", "2032-01-01"])
  func everyIndicatorRenders(date: String) throws {
    let policy = try policy()
    let day = try #require(Day(date))
    for purpose in [Judging.Purpose.evaluation, .explanation] {
      let judging = try #require(policy.judging(asOf: day, purpose: purpose))
      for indicator in policy.indicators {
        let sql = try indicator.select(for: judging)
        #expect(!sql.contains("{") && !sql.contains("}"), "\(indicator.id)")
      }
    }
  }

  @Test func nothingIsJudgedBeforeThePolicyIsInEffect() throws {
    let day = try #require(Day("2019-02-01"))
    #expect(try policy().judging(asOf: day) == nil)
  }
}
