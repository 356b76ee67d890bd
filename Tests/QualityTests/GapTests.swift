import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@testable import Quality

@Suite("Gaps in series", .cadre) struct GapTests {
  private let kind = "monthly_theme_review"

  /// Another unit reports to the end of the year, so that the table reaches there.
  private func city(reporting days: [String]) async throws -> CheckedCity {
    let city = try await CheckedCity()
    try await city.report("visit", of: "U9", on: "2025-12-28")
    try await city.reports(kind, on: days)
    return city
  }

  @Test("Ten reports of twelve months are a gap of two")
  func tenOfTwelve() async throws {
    let found = try await city(reporting: months(2024, [11, 12]) + months(2025, [1, 2, 4, 5, 6, 8, 9, 10, 11, 12])).look()
    #expect(found.kinds == [.gap(.month)])
    let gap = try #require(found.findings.first)
    #expect(gap.table == .activities && gap.key == "U1" && gap.code == kind)
    #expect(gap.since == Day("2025-03-01"))
    #expect(gap.text(in: .chinese) == "月度主题研判：12 期中有 10 期，缺 2025-03、2025-07")
    #expect(gap.text(in: .english) == "monthly theme review: 10 of 12, without 2025-03, 2025-07")
  }

  @Test("Nine of twelve is no monthly series, and twelve has no gap")
  func nearMisses() async throws {
    #expect(try await city(reporting: months(2025, [1, 2, 4, 5, 6, 8, 9, 10, 11])).look().kinds.isEmpty)
    let whole = try await city(reporting: months(2024, [12]) + months(2025, 1...12))
    #expect(try await whole.look().kinds.isEmpty)
  }

  @Test("A series that began within the year lacks nothing before, but its end counts")
  func begunLately() async throws {
    #expect(try await city(reporting: months(2025, 3...12)).look().kinds.isEmpty)
    let ended = try await city(reporting: months(2024, [12]) + months(2025, 1...10)).look()
    #expect(ended.of(.gap(.month)).first?.text(in: .english).hasSuffix("10 of 12, without 2025-11, 2025-12") == true)
  }

  @Test("Who is dissolved reports no more, and months that have not come in yet are not missing")
  func nobodyReports() async throws {
    let ended = try await city(reporting: months(2024, [12]) + months(2025, 1...10))
    try await ended.city.unit("U1", ["dissolved_on": "2025-11-01"])
    #expect(try await ended.look().kinds.isEmpty)
    let early = try await CheckedCity()
    try await early.reports(kind, on: months(2024, [11, 12]) + months(2025, 1...10))
    #expect(try await early.look().kinds.isEmpty)
  }

  @Test("A quarter, a half-year and a year that lack")
  func longerRhythms() async throws {
    let quarters = try await city(
      reporting: ["2023-05-01"] + months(2024, [2, 5, 8, 11]) + months(2025, [2, 8, 11]))
    #expect(
      try await quarters.look().of(.gap(.quarter)).map { $0.text(in: .english) } == [
        "monthly theme review: 7 of 8, without 2025Q2"
      ])
    let halves = try await CheckedCity()
    for half in ["2022H2", "2023H1", "2023H2", "2024H2", "2025H1", "2025H2"] {
      try await halves.city.add(.scores, ["person_id": "P1", "half": half])
      try await halves.city.add(.scores, ["person_id": "P2", "half": half])
    }
    try await halves.city.add(.scores, ["person_id": "P2", "half": "2024H1"])
    let score = try await halves.look()
    #expect(score.kinds == [.gap(.half)])
    #expect(score.findings.first?.key == "P1")
    #expect(score.findings.first?.text(in: .chinese) == "分档考评：6 期中有 5 期，缺 2024H1")
    let years = try await CheckedCity()
    for year in [2020, 2021, 2023, 2024, 2025] {
      try await years.city.add(.burdens, ["unit_id": "U1", "year": String(year)])
    }
    #expect(try await years.look().of(.gap(.year)).map { $0.text(in: .english) } == ["burdens: 4 of 5, without 2022"])
  }

  @Test("A gap is read by the indicators that count that kind of activity, and by no others")
  func indicators() async throws {
    let found = try await city(
      reporting: months(2024, [11, 12]) + months(2025, [1, 2, 4, 5, 6, 8, 9, 10, 11, 12])
    ).look()
    let entry = try #require(found.report.kinds.first { $0.kind == .gap(.month) })
    let policy = found.report.city.policy
    #expect(!entry.indicators.isEmpty)
    for id in entry.indicators {
      #expect(policy.indicator(id)?.rule.templates.joined().contains("'monthly_theme_review'") == true, "\(id)")
    }
    #expect(entry.kind.effect == .doesNotCount)
  }
}
