import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite struct KunmingCatalogueTests {
  private let ids = [
    "kunming.1.attested", "kunming.3.party-base", "kunming.3.study", "kunming.4.experts",
    "kunming.4.leader-training", "kunming.4.annual-training", "kunming.4.promoted-training", "kunming.4.study-tour",
    "kunming.5.secondments", "kunming.5.exchanges", "kunming.6.secondments-down", "kunming.6.secondments-up",
    "kunming.6.growth-file", "kunming.6.graduates", "kunming.7.document", "kunming.7.attested", "kunming.8.mutual",
    "kunming.8.attested", "kunming.9.assessment-file", "kunming.9.attested", "kunming.10.feedback", "kunming.11.veto",
    "kunming.12.pool", "kunming.12.attested", "kunming.13.analysis", "kunming.13.attested", "kunming.14.women",
    "kunming.14.non-party", "kunming.14.young", "kunming.14.mixed-teams", "kunming.14.minority", "kunming.14.job-fit",
    "kunming.15.matters", "kunming.15.part-time", "kunming.15.verified", "kunming.15.handled",
    "kunming.16.integrity-talk", "kunming.16.work-report", "kunming.16.appraisal", "kunming.16.measures",
    "kunming.17.audit", "kunming.17.selection-check", "kunming.17.tenure", "kunming.17.duty-report",
    "kunming.17.no-direct-charge", "kunming.17.last-word", "kunming.18.channels", "kunming.18.attested",
    "kunming.19.attested", "kunming.20.tolerance", "kunming.20.tolerance-cases", "kunming.20.clarification",
    "kunming.20.accuser", "kunming.20.decided", "kunming.21.checks", "kunming.21.burden", "kunming.21.attested",
    "kunming.22.talk", "kunming.22.checkup", "kunming.22.leave", "kunming.22.condolence", "kunming.23.team-report",
    "kunming.24.attested",
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
    #expect(stated.map(\.id) == ["kunming.17.no-direct-charge"])
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
