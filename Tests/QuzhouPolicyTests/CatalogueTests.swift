import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite struct QuzhouCatalogueTests {
  private let names = [
    "a1.self-assessment", "a1.veto", "a1.document", "a2.matters", "a2.unreported", "a2.residency", "a2.abroad",
    "a2.passports", "a2.leave", "a3.scored", "a3.tier", "a3.first-tier-pool", "a3.third-tier-action",
    "a3.feedback", "a3.publication", "a3.base", "a3.deductions", "a3.promoted", "a4.coverage", "a4.villages",
    "a4.inspections", "a4.lookback", "a4.rectification", "a4.held-to-account", "a4.findings", "a4.tools",
    "a5.coverage", "a5.groups", "a5.class-approval", "a5.double-hundred", "a6.quarterly-report", "a6.ledgers",
    "a6.ledger-complete", "a7.commitment", "a7.self-check", "a7.document", "a7.assessed", "a8.conflicts",
    "a8.risk-controls", "a8.risk-coverage", "a9.rotation", "a9.reverse", "a9.exchanges", "a9.directions",
    "a9.document", "a10.education", "a10.venue", "a10.next-round", "a10.reinstatement", "a10.unfit",
    "a10.recalled", "a10.repeated", "b1.county-study", "b1.monthly", "b1.statement", "b1.screening", "b2.team",
    "b2.grid", "b2.household", "b2.grid-leaders", "b2.tuesday", "b2.service", "b2.tuesday-service", "b3.training",
    "b3.review", "b3.file", "b3.filing", "b3.gate", "b4.one-shoulder", "b4.vacancy", "b5.vetting",
    "b5.negative-list", "b6.midterm", "b6.removed", "b6.refilled", "b6.rated", "b6.yellow", "b6.follow-up",
    "b6.grey", "b6.colours", "b7.four-ones", "b7.critical", "b7.listing", "b7.stubborn", "b7.kept", "b7.listed",
    "b7.problem-list", "b7.years", "b8.reserve", "b8.graduates", "b8.new-members", "b8.young-members",
    "b9.contract", "b9.disclosure", "b9.supervision", "b10.commitment", "b10.members",
  ]

  private func policy() throws -> Policy {
    try #require(try PolicyLibrary.shipped().policy("quzhou"))
  }

  @Test func everyRowOfTheCatalogueInItsOrder() throws {
    #expect(try policy().indicators.map(\.name) == names)
  }

  @Test func articlesInTheOrderOfTheText() throws {
    let articles = ["a", "b"].flatMap { text in (1...10).map { "quzhou.\(text)\($0)" } }
    #expect(try policy().articles.map(\.id) == articles)
  }

  @Test func subjectsAsTheConventionsNameThem() throws {
    let kinds = Dictionary(grouping: try policy().indicators, by: \.subjectKind).mapValues { $0.map(\.name) }
    #expect(kinds["declaration"] == ["a2.matters", "a2.residency", "a8.conflicts"])
    #expect(kinds["leave"] == ["a2.abroad", "a2.leave"])
    #expect(kinds["rectification"] == ["a4.rectification", "a4.held-to-account"])
    #expect(kinds["training_class"] == ["a5.class-approval"])
    #expect(kinds["training_record"] == ["a5.double-hundred"])
    #expect(kinds["intervention"] == ["a6.ledger-complete"])
    #expect(kinds["risk_point"] == ["a8.risk-controls"])
    #expect(kinds["post"] == ["a9.rotation"])
    #expect(kinds["recall_round"] == ["a10.education", "a10.venue", "a10.next-round"])
    #expect(kinds["recall"] == ["a10.reinstatement"])
    #expect(
      kinds["jurisdiction"] == [
        "a1.document", "a2.unreported", "a3.first-tier-pool", "a3.promoted", "a4.inspections", "a4.lookback",
        "a4.tools", "a5.groups", "a6.ledgers", "a7.document", "a9.exchanges", "a9.directions", "a9.document",
        "a10.repeated", "b6.colours", "b7.years",
      ])
    #expect(kinds["passport"] == ["a2.passports"])
    #expect(kinds["finding"] == ["a4.findings"])
    #expect(kinds["assessment"] == ["a7.assessed"])
    #expect(kinds["measure"] == ["a3.deductions", "a10.recalled"])
    #expect(
      kinds["unit"] == [
        "a3.publication", "a4.coverage", "a6.quarterly-report", "a8.risk-coverage", "b1.county-study",
        "b1.monthly", "b1.screening", "b2.service", "b2.tuesday-service",
      ])
    #expect(
      kinds["village"] == [
        "a4.villages", "b2.team", "b2.grid", "b2.household", "b2.grid-leaders", "b4.one-shoulder", "b4.vacancy",
        "b7.four-ones", "b7.critical", "b7.listing", "b7.stubborn", "b7.listed", "b7.problem-list", "b8.reserve",
        "b8.graduates", "b8.new-members", "b8.young-members", "b10.members",
      ])
    #expect(kinds["activity"] == ["b2.tuesday"])
    #expect(kinds["village_cadre"] == ["b3.filing", "b3.gate", "b5.vetting", "b6.refilled"])
    #expect(kinds["village_vetting"] == ["b5.negative-list", "b6.removed"])
    #expect(kinds["village_person"] == ["b6.midterm", "b6.rated"])
    #expect(kinds["village_rating"] == ["b6.yellow", "b6.follow-up", "b6.grey"])
    #expect(kinds["village_support"] == ["b7.kept"])
    #expect(kinds["village_project"] == ["b9.contract", "b9.disclosure", "b9.supervision"])
  }

  @Test(arguments: [
    ("a3.tier.third_tier_total", "60"), ("a3.tier.last_share", "0.01"), ("a3.tier.first_tier_total", "100"),
    ("a9.rotation.years", "8"), ("a9.rotation.sensitive_years", "6"), ("a10.education.min_days", "10"),
    ("a10.education.max_days", "15"), ("b1.county-study.count", "2"), ("b3.training.count", "1"),
    ("b6.yellow.retraining_days", "7"), ("b6.yellow.min_months", "2"), ("b6.yellow.max_months", "6"),
    ("b8.reserve.young_age", "40"), ("b8.graduates.population", "1000"), ("b8.new-members.years", "5"),
  ])
  func printedNumbersAreStated(name: String, value: String) throws {
    let parameter = try #require(try policy().configuration[parameter: name])
    #expect(parameter.basis == .stated)
    #expect(parameter.values.map(\.value.description) == [value])
  }

  @Test func theTwelveDepartmentsAreThoseOfTheText() throws {
    let parameter = try #require(try policy().configuration[parameter: "b5.vetting.departments"])
    guard case .codes(let codes) = try #require(parameter.values.first).value else {
      Issue.record("not a list of codes")
      return
    }
    #expect(Set(codes).count == 12)
  }

  @Test func assumedNumbersAreMarked() throws {
    let policy = try policy()
    let assumed = policy.indicators.filter(policy.isAssumed).map(\.name)
    #expect(
      assumed == [
        "a1.self-assessment", "a1.document", "a2.matters", "a2.unreported", "a2.passports", "a2.leave",
        "a3.tier", "a3.first-tier-pool", "a3.third-tier-action", "a3.feedback", "a3.publication", "a3.promoted", "a4.coverage",
        "a4.villages", "a4.lookback",
        "a4.held-to-account", "a4.findings", "a5.coverage", "a5.double-hundred", "a7.commitment", "a7.document",
        "a8.risk-controls", "a9.reverse", "a9.document", "a10.next-round", "a10.unfit", "a10.recalled",
        "b1.screening", "b3.training", "b3.review", "b3.filing", "b4.one-shoulder", "b4.vacancy", "b6.midterm",
        "b6.removed", "b6.refilled", "b6.rated", "b6.yellow", "b6.follow-up", "b6.grey", "b7.four-ones",
        "b7.critical", "b7.listing", "b7.stubborn", "b7.problem-list", "b8.reserve", "b8.graduates",
        "b8.young-members", "b10.commitment",
      ])
  }

  @Test(arguments: ["2019-04-12", "2020-02-29", "2021-12-31", "2024-12-31", "2025-06-30", "2027-01-01"])
  func everyIndicatorRenders(date: String) throws {
    let policy = try policy()
    let day = try #require(Day(date))
    let judging = try #require(policy.judging(asOf: day))
    for indicator in policy.indicators {
      let sql = try indicator.select(for: judging)
      #expect(!sql.replacing("'{}'", with: "").contains { "{}".contains($0) }, "\(indicator.id)")
    }
  }

  @Test func nothingIsJudgedBeforeThePolicyIsInEffect() throws {
    #expect(try policy().judging(asOf: try #require(Day("2019-04-11"))) == nil)
  }
}
