import CadreModel
import CadreTesting
import DataContract
import Evaluation
import Foundation
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import ResultsTesting
import Testing

@testable import Reporting

/// Four studies a year are asked of three townships: T1 has three, T2 has one and a waiver, T3 has four.
@Suite(.cadre) struct WorkListWaiverTests {
  private func city(waived: Bool = true) async throws -> TestCity {
    let city = try await TestCity.studying(["T1": 3, "T2": 1, "T3": 4])
    guard waived else { return city }
    try await city.add(
      .waivers,
      [
        "waiver_id": "W1", "indicator": "huzhou.1.study", "subject_id": "T2", "approved_on": "2025-02-01",
        "approved_by": "市委组织部", "basis": "撤并", "valid_from": "2025-02-10", "valid_to": "2026-01-30",
      ])
    return city
  }

  private func judged(_ city: TestCity, on pool: ConnectionPool) async throws -> (JudgedCity, [WaivedResult]) {
    let day = try #require(Day("2025-12-31"))
    let under = try #require(city.library.register.policy(of: "huzhou", on: day))
    let evaluator = Evaluator(library: city.library, evaluatedBy: "tests")
    return try await evaluator.judging([under], asOf: day, comparesWithLastYear: false, afresh: false, on: pool) { judged in
      let judged = try #require(judged.first)
      return (judged, try await pool.withConnection { try await evaluator.withoutWaivers(judged, on: $0) })
    }
  }

  @Test func waiversAreListedApartAndRatesAreGivenWithAndWithout() async throws {
    let city = try await city()
    let folder = ReportFolder()
    let report = try await withPool { pool in
      let (judged, waived) = try await judged(city, on: pool)
      #expect(waived.map(\.status) == [.unmet] && waived.map(\.values.observed) == ["1"])
      let maker = try WorkListMaker(
        judged.under, asOf: judged.run.asOf, by: .indicator, days: 90, language: .english, to: folder.path, .testing([.csv]))
      return try await maker.write(judged, waived: waived, by: .testing, on: pool)
    }
    let items = try records("\(report.folder)/worklist.csv")
    #expect(
      items.count == 2 && items[1][0] == "T1"
        && items[1].contains("1 time short; 2025-12-31 has passed: only records left out could still count"))
    // One of two, and with the waived one of three.
    #expect(
      try records("\(report.folder)/worklist_groups.csv")[1]
        == ["huzhou.1.study", "Group study", "", "", "1", "1", "0", "0", "1", "0.5000", "0.3333", "1", "1"])
    #expect(
      try records("\(report.folder)/worklist_waivers.csv")[1]
        == [
          "T2", "T2 镇", "huzhou.1.study", "Group study", "huzhou.1", "Study", "unit", "T2", "T2 镇", "2025", "撤并", "市委组织部",
          "2025-02-01", "2025-02-10", "2026-01-30", "30", "unmet", "the period ended with 1 time; 4 required",
        ])
  }

  /// Nothing is stored of it, and what came in since is not mixed in.
  @Test func judgedWithoutWaiversOnTheRunsDataAlone() async throws {
    let city = try await city()
    try await withPool { pool in
      let (run, waived) = try await judged(city, on: pool)
      #expect(waived.count == 1)
      let rows = try await city.connection.query("select status from results where city_code = 'huzhou' order by subject_id")
      #expect(try rows.map { try $0.decode("status", as: String.self) } == ["unmet", "exempt", "met"])
      try await city.connection.execute("update imports set watermark = repeat('b', 64) where city_code = 'huzhou'")
      await #expect(throws: ResultsError.replaced(city: "huzhou", asOf: run.run.asOf)) {
        try await pool.withConnection {
          try await Evaluator(library: city.library, evaluatedBy: "tests").withoutWaivers(run, on: $0)
        }
      }
    }
  }

  @Test func withoutAWaiverNothingIsJudgedAgain() async throws {
    let city = try await city(waived: false)
    let (_, waived) = try await withPool { try await judged(city, on: $0) }
    #expect(waived.isEmpty)
  }
}
