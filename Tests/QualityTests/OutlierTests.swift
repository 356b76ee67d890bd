import CadreModel
import DataContract
import PolicyTesting
import Testing

@testable import Quality

@Suite("Outliers", .cadre) struct OutlierTests {
  @Test("Hours beyond eight a day of the class, in one record of a thousand; eight a day are none")
  func hours() async throws {
    let city = try await CheckedCity()
    try await city.trainingClass("C1", mode: "off_job", from: "2025-03-01", to: "2025-03-10")
    try await city.record("R1", in: "C1", on: "2025-03-10", hours: "80.01")
    #expect(try await city.look().of(.hoursOutlier).map(\.key) == ["R1"])
    // Beside one that has more it is the farthest no longer.
    try await city.trainingClass("C2", mode: "off_job", from: "2025-01-01", to: "2025-03-10")
    try await city.record("R2", in: "C2", on: "2025-03-10", hours: "90")
    #expect(try await city.look().kinds.isEmpty)
    let bare = try await CheckedCity()
    try await bare.trainingClass("C1", mode: "off_job", from: "2025-03-01", to: "2025-03-10")
    try await bare.record("R1", in: "C1", on: "2025-03-10", hours: "80")
    #expect(try await bare.look().kinds.isEmpty)
  }

  @Test("A record without a class, of a hundred hours and of more; and days")
  func withoutClass() async throws {
    let city = try await CheckedCity()
    try await city.record("R1", in: nil, on: "2025-03-10", hours: "100", days: "120")
    #expect(try await city.look().kinds.isEmpty)
    try await city.record("R2", in: nil, on: "2025-03-11", hours: "101", days: "121")
    let found = try await city.look()
    #expect(found.kinds == [.hoursOutlier, .daysOutlier])
    #expect(found.findings.map(\.key) == ["R2", "R2"])
    #expect(found.of(.hoursOutlier).first?.text(in: .english) == "person P1: 101 hours without a class")
  }

  @Test("Ages at work: 17 and 71, but not 18 and 70, nor who has left")
  func ages() async throws {
    let city = try await CheckedCity(asOf: "2025-06-30")
    for (id, birth, left) in [
      ("P1", "2007-07-01", nil as String?), ("P2", "2007-06-30", nil), ("P3", "1954-06-30", nil), ("P4", "1954-07-01", nil),
      ("P5", "1950-01-01", "2010-01-01"),
    ] {
      try await city.city.person(id, ["birth_date": birth, "left_on": left])
    }
    let found = try await city.look()
    #expect(found.kinds == [.ageOutlier])
    #expect(found.findings.map(\.key) == ["P1", "P3"])
    #expect(found.findings.first?.text(in: .chinese) == "在职，按出生日期 17 岁")
    #expect(found.report.kinds.first?.kind.isPersonal == true)
  }

  @Test("Annual leave of 31 days, but not of 30")
  func leaves() async throws {
    let city = try await CheckedCity()
    try await city.city.add(.welfare, ["person_id": "P1", "year": "2025", "leave_days_due": "15", "leave_days_taken": "31"])
    try await city.city.add(.welfare, ["person_id": "P2", "year": "2025", "leave_days_due": "30"])
    let found = try await city.look()
    #expect(found.kinds == [.leaveOutlier])
    #expect(found.findings.map(\.key) == ["P1:2025"])
  }
}
