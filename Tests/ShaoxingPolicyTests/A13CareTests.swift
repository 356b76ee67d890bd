import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@Suite(.cadre) struct A13CareTests {
  private func welfare(_ person: String, year: String, in city: TestCity, _ more: [String: String?]) async throws {
    try await city.add(.welfare, ["person_id": person, "year": year].merging(more) { _, new in new })
  }

  @Test func leaveTakenAgainstLeaveDue() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    for id in ["all", "half", "none", "noDue", "noRow", "zero"] { try await city.cadre(id, in: "U1") }
    try await city.cadre("new", in: "U1", person: ["hired_on": "2025-03-01"])
    try await welfare("all", year: "2025", in: city, ["leave_days_due": "7.5", "leave_days_taken": "7.50"])
    try await welfare("half", year: "2025", in: city, ["leave_days_due": "7.5", "leave_days_taken": "7"])
    try await welfare("none", year: "2025", in: city, ["leave_days_due": "5"])
    try await welfare("noDue", year: "2025", in: city, ["leave_days_taken": "5"])
    try await welfare("noRow", year: "2024", in: city, ["leave_days_due": "5", "leave_days_taken": "5"])
    try await welfare("zero", year: "2025", in: city, ["leave_days_due": "0"])
    let judged = try await city.judge("shaoxing.13.annual-leave", at: "2025-12-31")
    #expect(judged.map(\.subject) == ["all", "half", "new", "noDue", "noRow", "none", "zero"])
    #expect(judged.map(\.status) == [.met, .unmet, .exempt, .noData, .noData, .unmet, .met])
    #expect(judged["all"]?.observed == "7.5")
    #expect(judged["all"]?.required == "7.5")
    #expect(judged["none"]?.observed == "0")
    #expect(judged["noDue"]?.observed == nil)
    #expect(judged["noDue"]?.required == nil)
    let earlier = try await city.judge("shaoxing.13.annual-leave", at: "2025-12-30")
    #expect(earlier.status(of: "half") == .atRisk)
    #expect(earlier.status(of: "noDue") == .noData)
  }

  @Test func checkupsCountByTheirDate() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("U1")
    for id in ["inYear", "lateRow", "earlier", "ahead", "none"] { try await city.cadre(id, in: "U1") }
    try await city.cadre("new", in: "U1", person: ["hired_on": "2025-01-02"])
    try await welfare("inYear", year: "2025", in: city, ["checkup_on": "2025-01-01"])
    try await welfare("lateRow", year: "2024", in: city, ["checkup_on": "2025-02-01"])
    try await welfare("lateRow", year: "2025", in: city, ["checkup_on": "2025-06-01"])
    try await welfare("earlier", year: "2025", in: city, ["checkup_on": "2024-12-31"])
    try await welfare("ahead", year: "2025", in: city, ["checkup_on": "2025-07-01"])
    let judged = try await city.judge("shaoxing.13.checkup", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["ahead", "earlier", "inYear", "lateRow", "new", "none"])
    #expect(judged.map(\.status) == [.pending, .pending, .met, .met, .exempt, .pending])
    #expect(judged["lateRow"]?.observed == "2")
    #expect(judged["lateRow"]?.evidence == ["welfare/lateRow:2024", "welfare/lateRow:2025"])
  }

  private func pay(
    _ region: String, _ rank: String, _ year: String, township: String?, organ: String?, in city: TestCity
  ) async throws {
    for (group, income) in [("township", township), ("county_organ", organ)] {
      guard let income else { continue }
      try await city.add(
        .pay, ["region_code": region, "rank": rank, "year": year, "group": group, "average_income": income])
    }
  }

  @Test func payInTownshipsIsAFifthHigher() async throws {
    let city = try await TestCity("shaoxing")
    try await pay("330602", "staff", "2024", township: "120000", organ: "100000", in: city)
    try await pay("330602", "sub_section", "2024", township: "119999.99", organ: "100000", in: city)
    try await pay("330602", "township_section", "2024", township: "120000", organ: nil, in: city)
    try await pay("330603", "staff", "2024", township: nil, organ: "100000", in: city)
    try await pay("330603", "sub_section", "2024", township: "100", organ: "0", in: city)
    try await pay("330603", "township_section", "2024", township: "0", organ: "100", in: city)
    try await pay("330604", "staff", "2025", township: "130000", organ: "100000", in: city)
    try await pay("330604", "staff", "2023", township: "130000", organ: "100000", in: city)
    let judged = try await city.judge("shaoxing.13.township-pay", at: "2025-06-30")
    #expect(
      judged.map(\.subject) == [
        "330602:staff", "330602:sub_section", "330602:township_section", "330603:staff", "330603:sub_section",
        "330603:township_section",
      ])
    #expect(judged.map(\.status) == [.met, .unmet, .noData, .noData, .noData, .unmet])
    #expect(judged["330602:staff"]?.observed == "1.2000")
    #expect(judged["330602:staff"]?.required == "1.2000")
    #expect(judged["330602:sub_section"]?.observed == "1.2000")
    #expect(judged["330603:township_section"]?.observed == "0.0000")
    #expect(judged.allSatisfy { $0.unit == nil && $0.dueOn == nil && $0.period == "2025" })
  }

  private func grade(_ id: String, _ person: String, _ grade: String?, year: String = "2024", in city: TestCity)
    async throws
  {
    try await city.add(
      .assessments,
      [
        "assessment_id": id, "subject_kind": "person", "subject_id": person, "year": year, "category": "township",
        "grade": grade,
      ])
  }

  @Test func aFifthOfTheGradesRoundedDown() async throws {
    let city = try await TestCity("shaoxing")
    try await city.unit("T1", kind: "township", level: "township", ["region_code": "330602"])
    try await city.unit("T2", kind: "township", level: "township", ["region_code": "330602"])
    try await city.unit("T3", kind: "township", level: "township", ["region_code": "330603"])
    try await city.unit("T4", kind: "township", level: "township", ["region_code": "330604"])
    try await city.unit("O", kind: "organ", level: "county", ["region_code": "330602"])
    try await city.unit("P", kind: "organ", level: "county", ["region_code": "330605"])
    // Nine grades over two townships: a fifth of five is one, of four none; one is enough.
    for index in 1...9 {
      try await city.cadre(
        "a\(index)", in: index > 4 ? "T1" : "T2",
        person: ["establishment": index > 6 ? "civil_servant" : index > 4 ? "reference" : nil])
      try await grade("A\(index)", "a\(index)", index == 1 ? "excellent" : "competent", in: city)
    }
    try await city.cadre("institution", in: "T1", person: ["establishment": "institution"])
    try await grade("A10", "institution", "excellent", in: city)
    try await city.cadre("organ", in: "O")
    try await grade("O1", "organ", "excellent", in: city)
    // Ten grades: a fifth is 2. The ungraded, those of another year and those who left do not count.
    for index in 1...10 {
      try await city.cadre("b\(index)", in: "T3")
      try await grade("B\(index)", "b\(index)", index == 1 ? "excellent" : "basic", in: city)
    }
    try await city.cadre("ungraded", in: "T3")
    try await grade("B11", "ungraded", nil, in: city)
    try await grade("B12", "ungraded", "excellent", year: "2023", in: city)
    try await city.cadre("left", in: "T3", person: ["left_on": "2025-06-30"])
    try await grade("B13", "left", "excellent", in: city)
    let judged = try await city.judge("shaoxing.13.township-excellent", at: "2025-06-30")
    #expect(judged.map(\.subject) == ["330602", "330603", "330604"])
    #expect(judged.map(\.status) == [.met, .unmet, .noData])
    #expect(judged["330602"]?.observed == "0.1111")
    #expect(judged["330602"]?.required == "0.2000")
    #expect(judged["330603"]?.observed == "0.1000")
    #expect(judged["330604"]?.required == nil)
  }

  @Test func eachTownshipRoundsDownForItself() async throws {
    let city = try await TestCity("shaoxing")
    for unit in ["T1", "T2"] {
      try await city.unit(unit, kind: "township", level: "township", ["region_code": "330602"])
      for index in 1...9 {
        try await city.cadre("\(unit)-\(index)", in: unit)
        // Eighteen grades: a fifth is 3.6, but of nine it is 1.8 twice; two excellent ones of one township are enough.
        let isExcellent = unit == "T1" && index <= 2
        try await grade("\(unit)-\(index)", "\(unit)-\(index)", isExcellent ? "excellent" : "competent", in: city)
      }
    }
    let judged = try await city.judge("shaoxing.13.township-excellent", at: "2025-06-30")["330602"]
    #expect(judged?.status == .met)
    #expect(judged?.observed == "0.1111")
    #expect(judged?.evidence == ["assessments/T1-1", "assessments/T1-2"])
    try await city.cadre("T2-10", in: "T2")
    try await grade("T2-10", "T2-10", "competent", in: city)
    #expect(try await city.judge("shaoxing.13.township-excellent", at: "2025-06-30")["330602"]?.status == .unmet)
  }
}
