import CadreModel
import DataContract
import Evaluation
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct ExplainerTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("quzhou")
    try await SmallCity.store(in: city)
    return city
  }

  private func explain(
    _ indicator: String, _ subject: String, at date: String = "2025-06-30", in city: TestCity, code: String = "quzhou"
  ) async throws -> Explanation {
    try await Explainer(library: city.library).explain(
      indicator: indicator, subject: subject, city: code, asOf: #require(Day(date)), on: city.connection)
  }

  @Test func aDutyThatIsDueShowsItsPostAndWhatToDo() async throws {
    let city = try await city()
    let explanation = try await explain("quzhou.a9.rotation", "P1-U1", in: city)
    let verdict = try #require(explanation.verdicts.first)
    #expect(explanation.verdicts.count == 1)
    #expect(explanation.article.id == "quzhou.a9")
    #expect(verdict.status == .unmet)
    #expect(verdict.observed == "13")
    #expect(verdict.required == "8")
    #expect(verdict.dueOn == Day("2020-05-01"))
    #expect(verdict.unitName == "府")
    #expect(verdict.subjectName == "人P1 text")
    let post = try #require(verdict.facts.first { $0.table.english == "posts" })
    #expect(post.key == "P1-U1")
    #expect(post.table.chinese == "任职")
    #expect(post.cells.contains { $0.heading == Label("任职日期", "started_on") && $0.value.english == "2012-05-01" })
    #expect(
      post.cells.contains { $0.heading.english == "role" && $0.value.english == "principal" && $0.value.chinese != "principal" })
    #expect(!post.cells.contains { $0.heading.english == "ended_on" })
    #expect(
      explanation.remedy(for: verdict, in: .english)
        == "2020-05-01 has passed; once rotated the post is no longer counted")
    #expect(explanation.remedy(for: verdict, in: .chinese) == "期限 2020-05-01 已过；交流或轮岗后不再计入")
    #expect(
      explanation.sentence(for: verdict, in: .english) == "13 years in the post, 8 allowed; rotation was due 2020-05-01")
    #expect(explanation.arithmetic(of: verdict)?.text(in: .chinese) == "13 > 8 年（不符合）")
    #expect(explanation.parameters.map(\.parameter.name).contains("a9.rotation.years"))
    #expect(explanation.parameters.first { $0.parameter.name == "a9.rotation.years" }?.parameter.basis == .stated)
  }

  @Test func aQuotaCountsItsFactsAndSaysWhatIsMissing() async throws {
    let city = try await city()
    let reached = try await explain("quzhou.a1.self-assessment", "P1", in: city)
    #expect(reached.verdicts.first?.status == .met)
    #expect(reached.verdicts.first?.facts.map(\.key) == ["A1"])
    #expect(reached.verdicts.first.flatMap { reached.remedy(for: $0, in: .english) } == nil)
    let short = try await explain("quzhou.b1.county-study", "nobody", in: city, expecting: "no result")
    #expect(short == nil)
    let pending = try await explain("quzhou.a7.self-check", "P1", in: city)
    let verdict = try #require(pending.verdicts.first)
    #expect(verdict.status == .pending)
    #expect(verdict.facts.isEmpty)
    #expect(pending.remedy(for: verdict, in: .english) == "1 time to go, by 2025-12-31")
  }

  /// Nil where the explanation fails with a message of that sort.
  private func explain(
    _ indicator: String, _ subject: String, in city: TestCity, expecting message: String
  ) async throws -> Explanation? {
    do {
      return try await explain(indicator, subject, in: city)
    } catch let error as EvaluationError {
      #expect(error.description.contains(message))
      return nil
    }
  }

  @Test func everyPeriodOfASubjectIsShown() async throws {
    let city = try await city()
    let explanation = try await explain("quzhou.b1.monthly", "U1", at: "2025-03-15", in: city)
    #expect(explanation.verdicts.map(\.period) == ["2025-01", "2025-02", "2025-03"])
    #expect(explanation.verdicts.map(\.status) == [.unmet, .met, .atRisk])
    #expect(explanation.verdicts[1].facts.map(\.key) == ["A3"])
  }

  @Test func anUnknownIndicatorIsToldItsNearest() async throws {
    let city = try await city()
    let error = try await #require(throws: EvaluationError.self) { _ = try await explain("quzhou.a8.rotation", "P1", in: city) }
    guard case .unknownIndicator("quzhou.a8.rotation", let nearest) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(nearest.contains("quzhou.a9.rotation"))
    #expect(error.description.contains("nearest: "))
  }

  /// P4 left on 1 February 2025; P3 was hired on 1 March; U3 was dissolved on 1 January 2024; P2 holds no head's post.
  @Test func whoIsNotJudgedIsToldWhy() async throws {
    let city = try await city()
    func absences(_ indicator: String, _ subject: String, at date: String = "2025-06-30") async throws -> [Absence] {
      let explanation = try await explain(indicator, subject, at: date, in: city)
      #expect(explanation.verdicts.isEmpty)
      return explanation.absences
    }
    let day = { (text: String) throws in try #require(Day(text)) }
    #expect(try await absences("quzhou.a9.rotation", "P4-U2") == [.left(try day("2025-02-01"))])
    #expect(try await absences("quzhou.a5.coverage", "P4") == [.left(try day("2025-02-01"))])
    #expect(try await absences("quzhou.a5.coverage", "P3", at: "2025-02-28") == [.hiredLater(try day("2025-03-01"))])
    #expect(try await absences("quzhou.a4.coverage", "U3") == [.unitDissolved("旧", try day("2024-01-01"))])
    #expect(try await absences("quzhou.a1.self-assessment", "P2") == [.outsidePopulation])
    #expect(try await absences("quzhou.a2.matters", "D2", at: "2025-05-19") == [.datedLater(try day("2025-05-20"))])
    #expect(
      try await absences("quzhou.a2.abroad", "L2")
        == [.judgedBy(id: "quzhou.a2.leave", title: Label("请假与销假", "Leave approved and closed"))])
    #expect(Absence.left(try day("2025-02-01")).label.chinese == "已于 2025-02-01 离开")
  }

  @Test func whoIsUnknownIsAnError() async throws {
    let city = try await city()
    let asOf = try #require(Day("2025-06-30"))
    await #expect(
      throws: EvaluationError.noSuchSubject("P9-U2", indicator: "quzhou.a9.rotation", city: "quzhou", asOf: asOf)
    ) { _ = try await explain("quzhou.a9.rotation", "P9-U2", in: city) }
    await #expect(throws: EvaluationError.unknownCity("atlantis", known: city.library.cities.map(\.code))) {
      _ = try await explain("quzhou.a9.rotation", "P1-U1", in: city, code: "atlantis")
    }
    let early = try #require(Day("2019-04-11"))
    let from = try #require(Day("2019-04-12"))
    await #expect(throws: EvaluationError.notInEffect(policy: "quzhou", from: from, asOf: early)) {
      _ = try await explain("quzhou.a9.rotation", "P1-U1", at: "2019-04-11", in: city)
    }
  }

  /// Training records keep their amounts in hundredths.
  @Test func amountsAreToldAsTheyWereHandedIn() async throws {
    let city = try await city()
    try await city.checkReferences(false)
    try await city.add(.trainingClasses, ["class_id": "L9", "organizer_unit_id": "U1", "main_class": "true"])
    try await city.add(
      .trainingRecords,
      [
        "record_id": "R9", "person_id": "P1", "class_id": "L9", "completed_on": "2025-03-01", "hours": "40.25",
        "days": "5", "study_score": "90.5", "conduct_score": "100",
      ])
    let verdict = try #require(try await explain("quzhou.a5.double-hundred", "R9", in: city).verdicts.first)
    #expect(verdict.observed == "190.5")
    let record = try #require(verdict.facts.first { $0.table.english == "training_records" })
    let cells = record.cells.map { "\($0.heading.english) \($0.value.english)" }
    #expect(cells.suffix(4) == ["hours 40.25", "days 5.00", "study_score 90.50", "conduct_score 100.00"])
  }

  /// An explanation comes to the same verdict as the stored result.
  @Test func everyResultIsExplainedAsItWasJudged() async throws {
    let city = try await city()
    let run = try #require(try await city.evaluate("2025-06-30"))
    let results = try await city.results(
      of: run, columns: ["i.indicator", "r.subject_id", "r.period", "r.class", "r.status", "r.observed::text"])
    var firstOfEach: [String: String] = [:]
    for line in results {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if firstOfEach[cells[0]] == nil { firstOfEach[cells[0]] = cells[1] }
    }
    #expect(firstOfEach.count > 20)
    for (indicator, subject) in firstOfEach {
      let explanation = try await explain(indicator, subject, in: city)
      let explained = explanation.verdicts.map {
        "\(indicator),\(subject),\($0.period),\($0.class ?? ""),\($0.status.rawValue),\($0.observed ?? "")"
      }
      #expect(explained.sorted() == results.filter { $0.hasPrefix("\(indicator),\(subject),") }.sorted())
      for verdict in explanation.verdicts {
        // A share is a number alone, as in reports.
        #expect(explanation.sentence(for: verdict, in: .chinese).firstMatch(of: /[0-9]比例/) == nil, "\(indicator)")
        for language in Language.allCases {
          #expect(!explanation.sentence(for: verdict, in: language).contains("{"), "\(indicator)")
          #expect(explanation.remedy(for: verdict, in: language)?.contains("{") != true, "\(indicator)")
        }
      }
    }
  }
}
