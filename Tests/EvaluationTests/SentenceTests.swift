import CadreModel
import CadreTesting
import DataContract
import Evaluation
import PolicyKit
import PolicyTesting
import Testing

/// What explanations say, word for word.
@Suite(.cadre) struct SentenceTests {
  private struct Told: Equatable {
    var chinese: String
    var english: String
    var arithmetic: String?

    init(_ chinese: String, _ english: String, _ arithmetic: String? = nil) {
      (self.chinese, self.english, self.arithmetic) = (chinese, english, arithmetic)
    }
  }

  private func told(_ indicator: String, _ subject: String, at date: String, in city: TestCity) async throws -> Told {
    try await city.addUpTraining()
    let explanation = try await Explainer(library: city.library).explain(
      indicator: indicator, subject: subject, city: city.code, asOf: try #require(Day(date)), on: city.connection)
    let verdict = try #require(explanation.verdicts.first)
    return Told(
      explanation.sentence(for: verdict, in: .chinese), explanation.sentence(for: verdict, in: .english),
      explanation.arithmetic(of: verdict)?.text(in: .chinese))
  }

  private func kunming() async throws -> TestCity {
    let city = try await TestCity("kunming")
    try await city.unit("O1")
    try await city.cadre("p", in: "O1")
    return city
  }

  /// 90 hours or 12 days a year are asked for: 82.25 hours and 13 days are enough, by the days.
  @Test(arguments: [
    (
      "82.25", "13", "2025-12-31",
      "按天达标：13天，要求 12天；另为 82.25学时，不足 90学时（两项达到其一即可）",
      "decided by days: 13 days, 12 required; only 82.25 hours, 90 required (either is enough)",
      "82.25 < 90 学时（不符合），或 13 > 12 天（符合）"
    ),
    (
      "90", "11.75", "2025-12-31",
      "按学时达标：90学时，要求 90学时；另为 11.75天，要求 12天（两项达到其一即可）",
      "decided by hours: 90 hours, 90 required; 11.75 days, 12 required (either is enough)",
      "90 = 90 学时（符合），或 11.75 < 12 天（不符合）"
    ),
    (
      "89.75", "1", "2025-12-31", "期满 89.75学时（要求 90学时）、1天（要求 12天），两项均未达到",
      "the period ended with 89.75 hours (90 required) and 1 day (12 required): neither is enough",
      "89.75 < 90 学时（不符合），或 1 < 12 天（不符合）；2025-12-31 ≥ 2025-12-31（期限已到）"
    ),
    (
      "1", "0", "2025-06-30", "目前 1学时（要求 90学时）、0天（要求 12天），达到其一即可，期限 2025-12-31",
      "so far 1 hour (90 required) and 0 days (12 required); either is enough, by 2025-12-31",
      "1 < 90 学时（不符合），或 0 < 12 天（不符合）；2025-06-30 < 2025-12-31（期限未到）"
    ),
  ])
  func eitherOfTwoQuantities(
    hours: String, days: String, asOf: String, chinese: String, english: String, arithmetic: String
  ) async throws {
    let city = try await kunming()
    try await city.add(
      .trainingRecords,
      ["record_id": "R1", "person_id": "p", "completed_on": "2025-03-01", "hours": hours, "days": days])
    #expect(
      try await told("kunming.4.annual-training", "p", at: asOf, in: city) == Told(chinese, english, arithmetic))
  }

  @Test func whatWasNeverHandedInIsSaid() async throws {
    let city = try await kunming()
    let told = try await told("kunming.4.annual-training", "p", at: "2025-06-30", in: city)
    #expect(told.chinese.hasSuffix("（本市从未报送“培训记录”表，无从计入）"), "\(told.chinese)")
    #expect(told.english.hasSuffix("(the city has never handed in training_records: nothing could count)"))
  }

  @Test func documentsThatAreMissingOrLateAreNamedWithBothDates() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("O1")
    try await city.cadre("p", in: "O1")
    try await city.add(
      .selections,
      [
        "selection_id": "S1", "person_id": "p", "unit_id": "O1", "kind": "promotion", "decided_on": "2025-03-01",
        "archive_checked_on": "2025-03-02", "matters_verified_on": "2025-03-01", "discipline_opinion_on": nil,
        "petitions_checked_on": "2025-02-28",
      ])
    #expect(
      try await told("shaoxing.12.four-checks", "S1", at: "2025-06-30", in: city)
        == Told(
          "要件不齐：档案审核日期 2025-03-02 晚于决定日期 2025-03-01；缺纪委意见日期",
          "parts are missing: archive checked 2025-03-02 is after decided 2025-03-01; discipline opinion missing"))
    #expect(
      try await told("shaoxing.12.dual-signature", "S1", at: "2025-06-30", in: city).chinese
        == "要件不齐：缺书记签字日期；缺纪委书记签字日期")
  }

  @Test func entriesOfALedgerAndItemsOfAHandoverAreNamed() async throws {
    let quzhou = try await TestCity("quzhou")
    try await quzhou.unit("O1")
    try await quzhou.add(
      .interventions,
      ["entry_id": "E1", "unit_id": "O1", "occurred_on": "2025-03-01", "intervener": "甲", "form": "电话", "detail": "某项目"])
    #expect(
      try await told("quzhou.a6.ledger-complete", "E1", at: "2025-06-30", in: quzhou).chinese
        == "要件不齐：缺干预人单位；缺干预人职务；缺处理结果")
    let jingxian = try await TestCity("jingxian")
    try await jingxian.unit("O1")
    try await jingxian.cadre("p", in: "O1")
    try await jingxian.add(
      .handovers,
      [
        "handover_id": "H1", "person_id": "p", "post_id": "p-O1", "left_on": "2025-03-03",
        "handed_over_on": "2025-03-05", "work_items": "true", "personnel_items": "true", "other_items": "true",
      ])
    #expect(
      try await told("jingxian.3.2.handover-items", "H1", at: "2025-06-30", in: jingxian).chinese
        == "要件不齐：缺经济事项；缺信访稳定事项")
  }

  @Test func nothingIsToldAsNothing() async throws {
    let city = try await kunming()
    try await city.add(
      .activities, ["activity_id": "A", "kind": "expert_lecture", "unit_id": "O1", "held_on": "2024-01-01"])
    #expect(
      try await told("kunming.4.experts", "kunming", at: "2025-12-31", in: city)
        == Told(
          "期满仍为 0次，要求 1次", "the period ended with none; 1 time required",
          "0 < 1 次（不符合）；2025-12-31 ≥ 2025-12-31（期限已到）"))
  }

  /// Four of five persons of the city's leaders are left.
  @Test func aShareNamesThoseWhoAreLeft() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("O1")
    try await city.unit("X1", kind: "party_school")
    for id in ["a", "b", "c", "d", "e"] { try await city.cadre(id, in: "O1", post: ["leading": "true"]) }
    try await city.add(
      .trainingClasses,
      [
        "class_id": "L1", "organizer_unit_id": "X1", "provider": "city_party_school", "mode": "off_job",
        "main_class": "true", "started_on": "2025-03-01", "ended_on": "2025-03-20",
      ])
    try await city.add(
      .trainingRecords, ["record_id": "R1", "person_id": "c", "class_id": "L1", "completed_on": "2025-03-20"])
    try await city.addUpTraining()
    let explanation = try await Explainer(library: city.library).explain(
      indicator: "shaoxing.11.rotation-training", subject: "shaoxing", city: "shaoxing",
      asOf: try #require(Day("2025-12-31")), on: city.connection)
    let verdict = try #require(explanation.verdicts.first)
    #expect(verdict.status == .unmet)
    // A third of five is two persons.
    #expect(explanation.sentence(for: verdict, in: .chinese) == "期满 5 中只有 1，即 0.2000；至少须有 2")
    #expect(
      explanation.remedy(for: verdict, in: .english) == "1 short; 2025-12-31 has passed: only records left out could still count")
    #expect(explanation.besides.first?.entries.map(\.id) == ["a", "b", "d", "e"])
  }

  /// 1 of 100 scored of a category is the last hundredth; the neighbours are shown.
  @Test func aRankShowsTheRankingAroundIt() async throws {
    let city = try await TestCity("quzhou")
    try await city.unit("O1", ["category": "机关"])
    for number in 1...9 {
      try await city.cadre("p\(number)", in: "O1")
      try await city.add(.scores, ["person_id": "p\(number)", "half": "2024H2", "base_score": "\(70 + number)"])
    }
    let explanation = try await Explainer(library: city.library).explain(
      indicator: "quzhou.a3.tier", subject: "p5", city: "quzhou", asOf: try #require(Day("2025-03-01")),
      on: city.connection)
    let ranking = try #require(explanation.besides.first)
    #expect(ranking.total == 9)
    #expect(ranking.entries.map(\.id) == ["p2", "p3", "p4", "p5", "p6", "p7", "p8"])
    #expect(ranking.entries.map { $0.place ?? "" } == ["2", "3", "4", "5", "6", "7", "8"])
    #expect(ranking.entries.filter(\.isSubject).map(\.id) == ["p5"])
  }

  @Test func everySentenceOfEveryFormCanBeFilled() {
    for reason in Reason.allCases {
      for form in SentenceForm.allCases {
        for language in Language.allCases {
          let pattern = SentencePattern(reason, form, measure: .times, alternative: .days, language: language)
          let text = pattern.filled { _ in "1" }
          #expect(!text.isEmpty && !text.contains("{"), "\(reason) \(form)")
        }
        #expect(!reason.sentence(form).chinese.contains("评价"))
      }
    }
  }
}
