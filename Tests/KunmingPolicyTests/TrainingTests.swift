import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct TrainingTests {
  private func city() async throws -> TestCity {
    let city = try await TestCity("kunming")
    try await city.unit("U1", kind: "party_committee", level: "county")
    for mode in ["off_job", "on_job", "online", "self_study"] {
      try await city.add(
        .trainingClasses,
        [
          "class_id": mode, "organizer_unit_id": "U1", "provider": "other", "mode": mode, "admin_level": "city",
          "started_on": "2010-01-01", "ended_on": "2010-01-02",
        ])
    }
    return city
  }

  private func leader(
    _ id: String, since start: String = "2015-01-01", _ post: [String: String?] = [:], in city: TestCity
  ) async throws {
    try await city.cadre(
      id, in: "U1",
      post: ["rank": "county_division", "role": "deputy", "leading": "true", "started_on": start]
        .merging(post) { _, new in new })
  }

  private func trained(
    _ person: String, on day: String, hours: String = "0", days: String = "0", class: String? = nil, in city: TestCity
  ) async throws {
    try await city.add(
      .trainingRecords,
      [
        "record_id": "R-\(person)-\(day)-\(`class` ?? "none")", "person_id": person, "class_id": `class`,
        "completed_on": day, "hours": hours, "days": days,
      ])
  }

  // Five years up to 15 August 2025: from 16 August 2020.
  @Test func hoursWithinTheRollingYears() async throws {
    let city = try await city()
    try await leader("a", in: city)
    try await trained("a", on: "2020-08-15", hours: "100", in: city)
    try await trained("a", on: "2020-08-16", hours: "500", in: city)
    try await trained("a", on: "2025-08-15", hours: "49.99", in: city)
    try await trained("a", on: "2025-08-16", hours: "100", in: city)
    let judged = try await city.judge("kunming.4.leader-training", at: "2025-08-15")["a"]
    #expect(judged?.status == .unmet)
    #expect(judged?.observed == "549.99")
    #expect(judged?.required == "550")
    #expect(judged?.dueOn == nil)
    #expect(judged?.period == "2025")
    let dayBefore = try await city.judge("kunming.4.leader-training", at: "2025-08-14")["a"]
    #expect(dayBefore?.status == .met)
    #expect(dayBefore?.observed == "600")
  }

  @Test func onlyDaysOfClassesOffOrOnTheJobCount() async throws {
    let city = try await city()
    try await leader("a", in: city)
    try await trained("a", on: "2024-01-01", days: "60", class: "off_job", in: city)
    try await trained("a", on: "2024-02-01", days: "29.99", class: "on_job", in: city)
    for (day, mode) in [("2024-03-01", "online"), ("2024-04-01", "self_study")] {
      try await trained("a", on: day, hours: "1", days: "50", class: mode, in: city)
    }
    try await trained("a", on: "2024-05-01", days: "50", in: city)
    let short = try await city.judge("kunming.4.leader-training", at: "2025-06-30")["a"]
    #expect(short?.status == .unmet)
    #expect(short?.observed == "2")
    try await trained("a", on: "2024-06-01", days: "0.01", class: "on_job", in: city)
    #expect(try await city.judge("kunming.4.leader-training", at: "2025-06-30").status(of: "a") == .met)
  }

  // Pending for five years from the first leading post of the rank, which may lie before the present one.
  @Test func stillInTimeForFiveYears() async throws {
    let city = try await city()
    try await leader("a", since: "2020-06-30", in: city)
    #expect(try await city.judge("kunming.4.leader-training", at: "2025-06-29").status(of: "a") == .pending)
    #expect(try await city.judge("kunming.4.leader-training", at: "2025-06-30").status(of: "a") == .unmet)
    #expect(try await city.judge("kunming.4.leader-training", at: "2025-06-29")["a"]?.reason == .rollingShortSoFar)
    try await leader("b", since: "2024-01-01", in: city)
    try await city.post(
      "b", in: "U1", id: "Zb0",
      ["rank": "county_division", "leading": "true", "started_on": "2016-01-01", "ended_on": "2018-01-01"])
    #expect(try await city.judge("kunming.4.leader-training", at: "2025-06-29").status(of: "b") == .unmet)
  }

  @Test func noLeadingPostOfTheRankOnRecord() async throws {
    let city = try await city()
    // Of the rank by a post that is not leading, leading by one that is not of the rank.
    try await city.cadre("a", in: "U1", post: ["rank": "county_division", "started_on": "2025-01-01"])
    try await city.post(
      "a", in: "U1", id: "Za2", ["rank": "township_section", "leading": "true", "started_on": "2025-01-01"])
    let judged = try await city.judge("kunming.4.leader-training", at: "2025-06-30")["a"]
    #expect(judged?.status == .unmet)
    #expect(judged?.observed == "0")
    #expect(judged?.reason == .rollingShort)
  }

  @Test func newcomersAmongLeadersAreNotExempt() async throws {
    let city = try await city()
    try await city.cadre(
      "a", in: "U1", post: ["rank": "bureau", "leading": "true", "started_on": "2025-03-01"],
      person: ["hired_on": "2025-03-01"])
    #expect(try await city.judge("kunming.4.leader-training", at: "2025-06-30").status(of: "a") == .pending)
  }

  @Test func leadersOweFiveYearsAndAllOthersTheYear() async throws {
    let city = try await city()
    try await leader("leader", in: city)
    try await city.cadre("notLeading", in: "U1", post: ["rank": "county_division"])
    try await city.cadre("section", in: "U1", post: ["rank": "township_section", "leading": "true"])
    try await city.cadre("staff", in: "U1")
    #expect(try await city.judge("kunming.4.leader-training", at: "2025-06-30").map(\.subject) == ["leader"])
    #expect(
      try await city.judge("kunming.4.annual-training", at: "2025-06-30").map(\.subject)
        == ["notLeading", "section", "staff"])
  }

  // Kinds of units of the Party and the government are assumed: leaders elsewhere owe the year.
  @Test func leadersOfInstitutionsOweTheYear() async throws {
    let city = try await city()
    for kind in ["organ", "township", "party_school", "institution", "enterprise"] {
      try await city.unit(kind, kind: kind)
      try await city.cadre(kind, in: kind, post: ["rank": "county_division", "leading": "true"])
    }
    #expect(
      try await city.judge("kunming.4.leader-training", at: "2025-06-30").map(\.subject)
        == ["organ", "party_school", "township"])
    #expect(
      try await city.judge("kunming.4.annual-training", at: "2025-06-30").map(\.subject) == ["enterprise", "institution"])
  }

  @Test func theLatestPromotionBinds() async throws {
    let city = try await city()
    try await leader("a", since: "2024-08-20", ["entry": "promotion"], in: city)
    try await city.post(
      "a", in: "U1", id: "Za0",
      [
        "rank": "county_division", "leading": "true", "entry": "promotion", "started_on": "2020-01-01",
        "ended_on": "2024-08-20",
      ])
    // A promotion that is not into a leading post of the rank is none.
    try await city.post("a", in: "U1", id: "Za1", ["rank": "staff", "entry": "promotion", "started_on": "2025-01-01"])
    #expect(try await city.judge("kunming.4.promoted-training", at: "2025-06-30")["a"]?.dueOn == "2025-08-20")
    #expect(try await city.judge("kunming.4.promoted-training", at: "2020-12-31")["a"]?.dueOn == "2021-01-01")
  }

  @Test func studyToursAndBasesAreOfLeadersOfCountyRank() async throws {
    let city = try await city()
    try await leader("leader", in: city)
    try await city.cadre("bureau", in: "U1", post: ["rank": "bureau", "leading": "true"])
    try await city.cadre("staff", in: "U1", post: ["rank": "county_division"])
    try await city.add(
      .trainingClasses,
      [
        "class_id": "base", "organizer_unit_id": "U1", "provider": "base", "mode": "off_job", "admin_level": "city",
        "started_on": "2025-02-01", "ended_on": "2025-02-02",
      ])
    for person in ["bureau", "staff", nil] {
      for kind in ["study_tour", "party_base_education"] {
        try await city.add(
          .activities,
          [
            "activity_id": "\(kind)-\(person ?? "none")", "kind": kind, "person_id": person,
            "unit_id": person == nil ? "U1" : nil, "held_on": "2025-03-01",
          ])
      }
    }
    try await trained("staff", on: "2025-03-01", class: "base", in: city)
    for indicator in ["kunming.4.study-tour", "kunming.3.party-base"] {
      let none = try await city.judge(indicator, at: "2025-06-30")["kunming"]
      #expect(none?.status == .pending)
      #expect(none?.observed == "0")
    }
    try await trained("leader", on: "2025-02-02", class: "base", in: city)
    for (id, kind, day) in [
      ("B", "party_base_education", "2025-05-01"), ("S1", "study_tour", "2025-05-01"), ("S2", "study_tour", "2025-06-30"),
      ("S3", "study_tour", "2024-12-31"),
    ] {
      try await city.add(.activities, ["activity_id": id, "kind": kind, "person_id": "leader", "held_on": day])
    }
    // One person, however often; each tour.
    let bases = try await city.judge("kunming.3.party-base", at: "2025-06-30")["kunming"]
    #expect(bases?.status == .met)
    #expect(bases?.observed == "1")
    #expect(bases?.evidence == ["training_records/R-leader-2025-02-02-base"])
    #expect(try await city.judge("kunming.4.study-tour", at: "2025-06-30")["kunming"]?.observed == "2")
    #expect(try await city.judge("kunming.4.study-tour", at: "2024-12-30")["kunming"]?.status == .atRisk)
  }

  @Test func ninetyHoursOrTwelveDaysOfAnyTraining() async throws {
    let city = try await city()
    for id in ["hours", "nearly", "days", "none", "hired"] {
      try await city.cadre(id, in: "U1", person: id == "hired" ? ["hired_on": "2025-01-02"] : [:])
    }
    try await trained("hours", on: "2025-01-01", hours: "89.99", in: city)
    try await trained("hours", on: "2025-12-31", hours: "0.01", in: city)
    try await trained("nearly", on: "2024-12-31", hours: "50", days: "5", in: city)
    try await trained("nearly", on: "2025-01-01", hours: "89.99", days: "11.99", in: city)
    try await trained("days", on: "2025-05-01", hours: "1", days: "12", class: "self_study", in: city)
    try await trained("hired", on: "2025-05-01", hours: "100", in: city)
    let judged = try await city.judge("kunming.4.annual-training", at: "2025-12-31")
    #expect(judged.status(of: "hours") == .met)
    #expect(judged["hours"]?.observed == "90")
    #expect(judged.status(of: "nearly") == .unmet)
    #expect(judged["nearly"]?.observed == "89.99")
    #expect(judged.status(of: "days") == .met)
    #expect(judged["days"]?.observed == "1")
    #expect(judged["none"]?.observed == "0")
    #expect(judged["none"]?.required == "90")
    #expect(judged["none"]?.dueOn == "2025-12-31")
    #expect(judged.status(of: "hired") == .exempt)
    #expect(try await city.judge("kunming.4.annual-training", at: "2025-12-30").status(of: "nearly") == .atRisk)
    #expect(try await city.judge("kunming.4.annual-training", at: "2025-11-30").status(of: "nearly") == .pending)
  }

  @Test func sumsNameTheirRecordsOnlyWhenExplained() async throws {
    let city = try await city()
    try await city.cadre("a", in: "U1")
    try await trained("a", on: "2025-02-01", hours: "30", in: city)
    try await trained("a", on: "2025-01-01", hours: "30", in: city)
    let policy = try #require(city.library.policy("kunming"))
    let indicator = try #require(policy.indicator("kunming.4.annual-training"))
    let asOf = try #require(Day("2025-06-30"))
    let evaluated = try #require(policy.judging(asOf: asOf))
    let explained = try #require(policy.judging(asOf: asOf, purpose: .explanation))
    #expect(try await city.judge(indicator, evaluated)["a"]?.evidence == [])
    #expect(
      try await city.judge(indicator, explained)["a"]?.evidence
        == ["training_records/R-a-2025-01-01-none", "training_records/R-a-2025-02-01-none"])
  }

  @Test func thePromotedHaveAYear() async throws {
    let city = try await city()
    let promotion: [String: String?] = ["entry": "promotion"]
    try await leader("open", since: "2024-08-20", promotion, in: city)
    // Reached within the year, counting from five years before the promotion.
    try await leader("done", since: "2024-08-20", promotion, in: city)
    try await trained("done", on: "2019-08-20", hours: "500", in: city)
    try await trained("done", on: "2019-08-21", hours: "500", in: city)
    try await trained("done", on: "2024-12-01", hours: "25", in: city)
    try await trained("done", on: "2025-01-10", hours: "25", in: city)
    // Reached long before.
    try await leader("before", since: "2024-08-20", promotion, in: city)
    try await trained("before", on: "2022-08-21", days: "90", class: "off_job", in: city)
    // Reached a day late.
    try await leader("late", since: "2024-08-10", promotion, in: city)
    try await trained("late", on: "2025-08-11", hours: "550", in: city)
    // Due on 31 December of last year; due on 1 January.
    try await leader("over", since: "2023-12-31", promotion, in: city)
    try await leader("newYear", since: "2024-01-01", promotion, in: city)
    // In a leading post of the rank before: the latest promotion counts. Transferred into the first one: none.
    try await leader("second", since: "2024-08-20", promotion, in: city)
    try await city.post(
      "second", in: "U1", id: "Zsecond0",
      ["rank": "bureau", "leading": "true", "started_on": "2012-01-01", "ended_on": "2024-08-20"])
    try await leader("moved", since: "2024-08-20", in: city)
    let judged = try await city.judge("kunming.4.promoted-training", at: "2025-08-15")
    #expect(judged.map(\.subject) == ["before", "done", "late", "newYear", "open", "second"])
    #expect(judged.status(of: "second") == .atRisk)
    #expect(judged["open"]?.dueOn == "2025-08-20")
    #expect(judged.status(of: "open") == .atRisk)
    #expect(judged.status(of: "done") == .met)
    #expect(judged.status(of: "before") == .met)
    #expect(judged.status(of: "late") == .unmet)
    #expect(judged.status(of: "newYear") == .unmet)
    #expect(judged["newYear"]?.dueOn == "2025-01-01")
    // Thirty days of warning.
    #expect(try await city.judge("kunming.4.promoted-training", at: "2025-07-20").status(of: "open") == .pending)
    #expect(try await city.judge("kunming.4.promoted-training", at: "2025-07-21").status(of: "open") == .atRisk)
    // The day on which the last 25 hours came.
    #expect(try await city.judge("kunming.4.promoted-training", at: "2025-01-09").status(of: "done") == .pending)
    #expect(try await city.judge("kunming.4.promoted-training", at: "2025-01-10").status(of: "done") == .met)
  }
}
