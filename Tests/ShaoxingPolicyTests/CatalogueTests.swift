import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite struct ShaoxingCatalogueTests {
  private let ids = [
    "4.rotation-training", "4.attested", "5.study", "5.theory-share", "5.spirit-share", "5.lectures",
    "6.democratic-life", "6.branch-life", "6.branch-assembly", "6.branch-committee", "6.party-lecture", "6.theme-day",
    "6.appraisal", "6.matters", "7.visit-city", "7.visit-county", "7.visit-township", "8.attested", "9.women",
    "9.non-party", "9.young", "9.mixed-teams", "9.grassroots-heads", "9.lists", "9.attested", "10.quarterly-review",
    "10.tolerance", "11.rotation-training", "11.reserve-training", "11.secondments", "11.exchanges",
    "12.quarterly-analysis", "12.mobility-review", "12.four-checks", "12.dual-signature", "12.by-meeting", "12.unfit",
    "12.adjusted", "12.visits", "12.document", "13.talk-secretary", "13.talk-charge", "13.talk-head", "13.annual-leave",
    "13.checkup", "13.township-pay", "13.township-excellent", "14.no-direct-charge", "14.leaving-check",
    "14.collective", "14.matters", "14.part-time", "14.abroad", "14.passports", "14.rectification",
    "14.audit-analysis", "14.measures", "15.self-check", "15.reported", "15.four-winds", "15.holidays", "15.attested",
    "16.acceptance", "16.closure", "16.recused", "16.accuser", "16.attested", "17.report-and-reviews",
    "17.team-report", "18.accountability", "18.attested",
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

  @Test func thePreambleKeepsItsTitlesAndIsNotJudged() throws {
    let policy = try policy()
    #expect(policy.articles.filter(\.isPreamble).map(\.id) == ["shaoxing.1", "shaoxing.2", "shaoxing.3"])
    let rows = try CatalogueRow.rows(of: policy).prefix(4)
    #expect(rows.map(\.article.title.chinese) == ["重要意义", "总体要求", "主要目标", "坚决向核心看齐"])
    #expect(rows.map(\.indicator?.name) == [nil, nil, nil, "4.rotation-training"])
  }

  @Test func subjectsAsTheConventionsNameThem() throws {
    let policy = try policy()
    let kinds = Dictionary(grouping: policy.indicators.filter { $0.domain != .attestation }, by: \.subjectKind)
      .mapValues { $0.map(\.name) }
    #expect(kinds["training_class"] == ["5.theory-share", "5.spirit-share"])
    #expect(kinds["selection"] == ["12.four-checks", "12.dual-signature", "12.by-meeting"])
    #expect(kinds["declaration"] == ["6.matters", "14.matters", "14.part-time"])
    #expect(kinds["decision"] == ["14.collective"])
    #expect(kinds["leave"] == ["14.abroad"])
    #expect(kinds["passport"] == ["14.passports"])
    #expect(kinds["rectification"] == ["14.rectification"])
    #expect(kinds["petition"] == ["15.four-winds", "16.acceptance", "16.closure", "16.recused", "16.accuser"])
    #expect(kinds["holiday"] == ["15.holidays"])
    #expect(kinds["measure"] == ["12.adjusted"])
    #expect(kinds["pair"] == ["13.talk-secretary", "13.talk-charge", "13.talk-head"])
    #expect(kinds["region_rank"] == ["13.township-pay"])
    #expect(kinds["region"] == ["13.township-excellent"])
    #expect(kinds["post"] == ["14.leaving-check"])
    #expect(
      kinds["person"] == [
        "4.rotation-training", "6.branch-life", "10.quarterly-review", "12.unfit", "12.visits", "13.annual-leave",
        "13.checkup",
      ])
    #expect(
      kinds["jurisdiction"] == [
        "5.lectures", "9.women", "9.non-party", "9.young", "9.mixed-teams", "9.grassroots-heads", "9.lists",
        "10.tolerance", "11.rotation-training", "11.reserve-training", "11.secondments", "11.exchanges",
        "12.document", "14.audit-analysis", "14.measures", "15.reported", "18.accountability",
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
    ("4.rotation-training.count", "1"), ("5.theory-share.classes", "main_class"), ("visit.new_head_days", "365"),
    ("5.spirit-share.classes", "main_class"), ("6.branch-committee.count", "1"), ("6.matters.days", "30"),
    ("9.young.max_age", "40"), ("9.mixed-teams.members", "3"), ("9.mixed-teams.middle_age", "50"),
    ("11.reserve-training.young_lists", "structural;selected_graduate"), ("11.reserve-training.max_age", "35"),
    ("12.unfit.due_by", "12-31"), ("12.unfit.kinds", "reassignment;non_leading;demotion;removal"),
    ("12.document.days", "180"), ("14.matters.yearly_by", "01-31"), ("14.passports.days", "10"),
    ("15.four-winds.days", "60"), ("15.holidays.days_before", "7"), ("16.acceptance.days", "15"),
    ("16.closure.days", "60"), ("16.accuser.days", "90"),
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
