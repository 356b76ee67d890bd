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
import WorkbookTesting

@testable import Reporting

/// From 30 June 2025 to the end of the year.
@Suite(.planted) struct ForecastTests {
  /// What became of subjects: now and in the end.
  private func plant(
    _ year: Int, _ outcomes: [(subject: String, unit: String, now: String?, end: String?)], in connection: PostgresConnection
  ) async throws {
    var rows: [String] = []
    for outcome in outcomes {
      for (day, status) in [("06-30", outcome.now), ("12-31", outcome.end)] {
        guard let status else { continue }
        rows.append(
          "('alpha', 'alpha.1.hours', '\(year)-\(day)', '\(outcome.subject)', '\(outcome.unit)', '\(status)', '\(year)-12-31', 'short')"
        )
      }
    }
    try await connection.plant("as_of, subject_id, unit_id, status, due_on, reason", rows)
  }

  private func plantAll(_ connection: PostgresConnection) async throws {
    try await connection.receive(["talks"], city: "alpha")
    // 2022: two of four open ones are met in the end; 2023: three of four; 2024: one of three, and one has left.
    try await plant(
      2022,
      [
        ("A", "U2", "pending", "met"), ("B", "U2", "pending", "met"), ("C", "U2", "pending", "unmet"),
        ("D", "U2", "at_risk", "unmet"),
      ],
      in: connection)
    try await plant(
      2023,
      [
        ("A", "U2", "pending", "met"), ("B", "U2", "pending", "met"), ("C", "U2", "pending", "met"),
        ("D", "U2", "pending", "unmet"),
      ],
      in: connection)
    try await plant(
      2024,
      [
        ("A", "U2", "met", "met"), ("B", "U2", "pending", "met"), ("C", "U2", "pending", "unmet"),
        ("D", "U2", "pending", "unmet"),
        ("E", "U2", "pending", nil),
      ], in: connection)
    // Now: one missed already, one done, four open, of which one is done by itself; three begin later.
    try await plant(
      2025,
      [
        ("A", "U2", "unmet", "unmet"), ("B", "U2", "met", "met"), ("C", "U2", "pending", "unmet"),
        ("D", "U2", "at_risk", "unmet"),
        ("E", "U3", "pending", "unmet"), ("F", "U3", "pending", "met"), ("G", "U3", nil, "unmet"), ("H", "U3", nil, "unmet"),
        ("I", "U3", nil, "met"),
      ], in: connection)
  }

  private func forecast(
    to folder: String, horizon: String? = nil, _ language: Language = .english, _ formats: Set<ReportFormat> = [.csv]
  ) async throws -> WrittenReport {
    let alpha = try PlantedCities.city("alpha")
    let dates = try #require(ForecastDates(asOf: PlantedCities.asOf, horizon: horizon.flatMap { Day($0) }))
    let maker = try ForecastMaker([alpha], dates, named: true, language: language, to: folder, .testing(formats))
    return try await withPool { pool in
      try await PlantedCities.evaluator().forecasting([alpha], dates, afresh: false, on: pool) {
        try await maker.write($0, by: .testing, on: pool)
      }
    }
  }

  @Test func whatIsUnmetInTheEnd() async throws {
    let connection = try await TestDatabase.current.connect()
    try await plantAll(connection)
    let folder = ReportFolder()
    let report = try await forecast(to: folder.path)
    let all = try records("\(report.folder)/forecast.csv")
    let row = try #require(all.first { $0[4] == "alpha.1.hours" })
    let cells = Dictionary(uniqueKeysWithValues: zip(all[0], row))
    #expect(cells["unmet_now"] == "1" && cells["open_now"] == "4")
    // A, C, D, E, G, H; of them C, D, E are open now, G and H begin later.
    #expect(cells["unmet_if_nothing"] == "6" && cells["of_open"] == "3" && cells["of_later"] == "2")
    #expect(cells["unmet_if_all_done"] == "1")
    // Six of eleven; 5 of the 11 missed of five undecided are 2.27.
    #expect(cells["past_share_met"] == "0.5455" && cells["unmet_expected"] == "3")
    #expect(cells["past_years"] == "2024 1/3; 2023 3/4; 2022 2/4")
    // 2023 by 2022: 0.75 - 0.5; 2024 by both: 0.625 - 0.3333; on average 0.27085.
    #expect(cells["back_test_error"] == "0.2709" && cells["error_count"] == "1")
    // Of nine judged in the end three are met if nothing is done, eight if all is, six as usual; now one of two.
    #expect(cells["rate_now"] == "0.5000" && cells["rate_if_nothing"] == "0.3333" && cells["rate_if_all_done"] == "0.8889")
    #expect(cells["rate_expected"] == "0.6667")
    #expect(
      try records("\(report.folder)/forecast_units.csv").dropFirst().map {
        ([$0[3], $0[5], $0[7]] + $0[10...]).joined(separator: " ")
      } == [
        "U3  alpha.1.hours 2 1 2", "U2 张三 alpha.1.hours 2 2 0",
      ])
    // Statistics are no duties.
    #expect(!all.contains { $0[4] == "alpha.2.figure" } && all.count == 5)
  }

  @Test func withOneYearThereIsNoBackTestAndWithNoneNoExpectation() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks"], city: "alpha")
    try await plant(2024, [("A", "U2", "pending", "met"), ("B", "U2", "pending", "unmet")], in: connection)
    try await plant(2025, [("A", "U2", "pending", "unmet")], in: connection)
    try await connection.plant(
      "as_of, subject_id, unit_id, status, due_on, reason",
      ["2025-06-30", "2025-12-31"].map {
        "('alpha', 'alpha.1.talk', '\($0)', 'P1>P2', 'U2', '\($0 == "2025-06-30" ? "pending" : "unmet")', '2025-12-31', 'short')"
      })
    let folder = ReportFolder()
    let report = try await forecast(to: folder.path)
    let all = try records("\(report.folder)/forecast.csv")
    func cells(_ indicator: String) throws -> [String: String] {
      Dictionary(uniqueKeysWithValues: zip(all[0], try #require(all.first { $0[4] == indicator })))
    }
    let hours = try cells("alpha.1.hours")
    // Half of one is rounded up.
    #expect(hours["past_share_met"] == "0.5000" && hours["unmet_expected"] == "1" && hours["back_test_error"] == "")
    let talk = try cells("alpha.1.talk")
    #expect(talk["past_share_met"] == "" && talk["unmet_expected"] == "" && talk["unmet_if_nothing"] == "1")
    // Nothing is open of it.
    #expect(try cells("alpha.2.rotation")["unmet_expected"] == "0")
  }

  @Test(arguments: Language.allCases) func pageAndWorkbookSayTheSame(language: Language) async throws {
    let connection = try await TestDatabase.current.connect()
    try await plantAll(connection)
    let folder = ReportFolder()
    let report = try await forecast(to: folder.path, language, [.csv, .xlsx, .html])
    let book = try OpenpyxlView(of: "\(report.folder)/forecast.xlsx")
    try book.sheet(language(zh: "期末预测", en: "Forecast")).expectEqual(
      to: records("\(report.folder)/forecast.csv"), ForecastTables.dutyColumns)
    try book.sheet(language(zh: "各单位", en: "Units")).expectEqual(
      to: records("\(report.folder)/forecast_units.csv"), ForecastTables.unitColumns)
    let page = try folder.text("forecast/forecast.html")
    #expect(
      page.contains("<td class=\"n\">3 ±1</td>") && page.contains("27.09%") && page.contains("50.00% → 33.33% / 66.67% / 88.89%"))
    let about = try folder.text("forecast/about.json")
    for day in ["2025-12-31", "2024-06-30", "2022-12-31"] { #expect(about.contains("\"as_of\" : \"\(day)\"")) }
  }

  @Test func theHorizonLiesAtMostInTheNextYear() throws {
    func dates(_ asOf: String, _ horizon: String?) throws -> ForecastDates? {
      ForecastDates(asOf: try #require(Day(asOf)), horizon: try horizon.map { try #require(Day($0)) })
    }
    #expect(try dates("2025-06-30", nil)?.end == Day("2025-12-31"))
    #expect(try dates("2025-06-30", "2025-07-01")?.ends.map(\.description) == ["2025-07-01"])
    for (asOf, horizon) in [("2025-06-30", "2025-06-30"), ("2025-06-30", "2027-01-01"), ("2025-12-31", nil)] {
      #expect(try dates(asOf, horizon) == nil)
    }
    // What ends with the year is judged at its end; earlier years are those of which the end is known.
    let beyond = try #require(try dates("2025-06-30", "2026-03-31"))
    #expect(beyond.ends.map(\.description) == ["2025-12-31", "2026-03-31"] && beyond.yearsBack == 1...3)
    #expect(try dates("2025-06-30", "2026-08-31")?.yearsBack == 2...4)
    #expect(try dates("2025-12-31", "2026-03-31")?.ends.map(\.description) == ["2026-03-31"])
    let leap = try #require(try dates("2024-02-29", "2024-03-31"))
    #expect(leap.before(years: 1).asOf == Day("2023-02-28"))
    #expect(leap.others.count == 7)
  }

  /// As of June to March of the next year: the year's duty ends with the year, a talk falls due in February, and the next year's
  /// duty has not begun.
  @Test func beyondTheYearsEnd() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.receive(["talks"], city: "alpha")
    let rows = [
      ("alpha.1.hours", "2025-06-30", "A", "2025", "pending", "2025-12-31"),
      ("alpha.1.hours", "2025-12-31", "A", "2025", "unmet", "2025-12-31"),
      ("alpha.1.hours", "2026-03-31", "A", "2026", "pending", "2026-12-31"),
      ("alpha.1.talk", "2025-06-30", "P1>P2", "2025", "pending", "2026-02-15"),
      ("alpha.1.talk", "2025-12-31", "P1>P2", "2025", "pending", "2026-02-15"),
      ("alpha.1.talk", "2026-03-31", "P1>P2", "2025", "unmet", "2026-02-15"),
      ("alpha.1.talk", "2025-06-30", "P1>P3", "2025", "pending", "2026-04-15"),
    ]
    try await connection.plant(
      "as_of, subject_id, period, unit_id, status, due_on, reason",
      rows.map { "('alpha', '\($0.0)', '\($0.1)', '\($0.2)', '\($0.3)', 'U2', '\($0.4)', '\($0.5)', 'short')" })
    let folder = ReportFolder()
    let report = try await forecast(to: folder.path, horizon: "2026-03-31")
    let all = try records("\(report.folder)/forecast.csv")
    func cells(_ indicator: String) throws -> [String?] {
      let row = Dictionary(uniqueKeysWithValues: zip(all[0], try #require(all.first { $0[4] == indicator })))
      return ["open_now", "unmet_if_nothing", "of_open", "of_later", "unmet_if_all_done", "not_begun"].map { row[$0] }
    }
    #expect(try cells("alpha.1.hours") == ["1", "1", "1", "0", "0", "1"])
    // What falls due in April lies beyond the horizon.
    #expect(try cells("alpha.1.talk") == ["1", "1", "1", "0", "0", "0"])
    #expect(report.warnings.map(\.english).contains { $0.contains("there are 1 more, of periods that begin only after") })
  }
}

/// What is foreseen if nothing more happens is what is found on the day itself.
@Suite(.cadre) struct ForecastIsExactTests {
  @Test func theRunOfTheDayAheadOnTheSameDataEqualsIt() async throws {
    let city = try await TestCity("huzhou", library: FifthCity.library())
    try await city.connection.execute("insert into cities values ('huzhou', '湖州市', 'Huzhou', '33', '3305')")
    try await city.connection.receive(["units", "activities"], city: "huzhou")
    // Studies by the end of June; four are asked for. T5 is founded in autumn.
    for (unit, count) in [("T1", 4), ("T2", 3), ("T3", 0), ("T4", 5)] {
      try await city.unit(unit, kind: "township", ["region_code": "330502", "unit_name": unit])
      for number in 0..<count {
        try await city.add(
          .activities,
          [
            "activity_id": "\(unit)-\(number)", "kind": "center_group_study", "unit_id": unit,
            "held_on": "2025-0\(number + 1)-01",
          ])
      }
    }
    try await city.unit("T5", kind: "township", ["region_code": "330502", "unit_name": "T5", "founded_on": "2025-09-01"])
    let asOf = try #require(Day("2025-06-30"))
    let dates = try #require(ForecastDates(asOf: asOf))
    let under = try #require(city.library.register.policy(of: "huzhou", on: asOf))
    let evaluator = Evaluator(library: city.library, evaluatedBy: "tests")
    let forecast = try await withPool { pool in
      try await evaluator.forecasting([under], dates, afresh: false, on: pool) { runs in
        let runs = try #require(runs.first)
        return try await pool.withConnection { try await ForecastReader(runs, connection: $0).forecast() }
      }
    }
    let duty = try #require(forecast.duties.first)
    #expect(duty.tally.met == 2 && duty.counts.open == 2)
    let run = try #require(
      try await evaluator.evaluate(EvaluationJob(under, asOf: dates.end), afresh: true, on: city.connection))
    let found = try await city.connection.query(
      Statement(
        "results",
        "select r.subject_id, r.status from results r where r.city_code = $1 and r.result_set = $2 order by r.subject_id",
        [.text("huzhou"), .text(run.resultSet)]))
    let unmet = try found.filter { try $0.decode("status", as: String.self) == "unmet" }.map {
      try $0.decode("subject_id", as: String.self)
    }
    #expect(duty.atEnd.unmet == unmet.count)
    // T2 and T3 are open now; of T5 there is nothing to judge yet, and it has come too late to be judged.
    #expect(unmet.filter { ["T2", "T3"].contains($0) }.count == duty.counts.openUnmet && duty.counts.openUnmet == 2)
    #expect(duty.counts.laterUnmet == unmet.filter { !["T1", "T2", "T3", "T4"].contains($0) }.count)
    #expect(duty.unmetIfAllDone == 0 && run.resultSet != "")
    #expect(forecast.units.filter { $0.counts.openUnmet == 1 }.map(\.unit.id) == ["T2", "T3"])
  }
}
