import CadreModel
import DataContract
import PolicyKit
import PolicyTesting
import Testing

@testable import Quality

@Suite("Online hours", .cadre) struct OnlineTests {
  @Test("Thirteen hours of courses on one day, but not twelve, nor a class of many days")
  func overDay() async throws {
    let city = try await CheckedCity()
    try await city.trainingClass("C1", from: "2025-01-01", to: "2025-12-31")
    try await city.record("R1", in: "C1", on: "2025-05-06", hours: "7")
    try await city.record("R2", in: "C1", on: "2025-05-06", hours: "6")
    try await city.record("R3", of: "P2", in: "C1", on: "2025-05-06", hours: "6")
    try await city.record("R4", of: "P2", in: "C1", on: "2025-05-06", hours: "6")
    // The whole of a class of thirty days, and the whole of one of one day.
    try await city.trainingClass("C2", from: "2025-05-01", to: "2025-05-30")
    try await city.record("R5", of: "P3", in: "C2", on: "2025-05-30", hours: "50")
    try await city.trainingClass("C3", from: "2025-05-30", to: "2025-05-30")
    try await city.record("R7", of: "P5", in: "C2", on: "2025-05-29", hours: "12.01")
    try await city.record("R6", of: "P4", in: "C3", on: "2025-05-30", hours: "12.5")
    let found = try await city.look()
    #expect(found.of(.onlineOverDay).map(\.key) == ["R1", "R6", "R7"])
    #expect(found.of(.onlineOverDay).first?.text(in: .chinese) == "人员 P1 在 2025-05-06 完成网络学习 13 学时，2 条记录")
    #expect(found.kinds.contains(.onlineBurst) == false)
  }

  @Test("Half of a year's hours in the last week of December, but not less, nor few, nor off the job")
  func burst() async throws {
    let city = try await CheckedCity()
    try await city.trainingClass("C1", from: "2025-01-01", to: "2025-12-31")
    try await city.trainingClass("C2", mode: "off_job", from: "2025-12-01", to: "2025-12-31")
    for (person, early, late) in [("P1", "10", "10"), ("P2", "10.5", "10"), ("P3", "1", "9.99")] {
      try await city.record("E\(person)", of: person, in: "C1", on: "2025-06-01", hours: early)
      try await city.record("L\(person)", of: person, in: "C1", on: "2025-12-25", hours: late)
    }
    try await city.record("L4", of: "P4", in: "C2", on: "2025-12-25", hours: "40")
    // The whole of a class that ended then: one of its seven weeks.
    try await city.trainingClass("C3", from: "2025-11-13", to: "2025-12-31")
    try await city.record("L6", of: "P6", in: "C3", on: "2025-12-31", hours: "40")
    try await city.record("L5", of: "P5", in: "C1", on: "2025-12-24", hours: "40")
    let found = try await city.look()
    #expect(found.of(.onlineBurst).map(\.key) == ["LP1"])
    #expect(found.of(.onlineBurst).first?.since == Day("2025-12-25"))
    #expect(
      found.of(.onlineBurst).first?.text(in: .english)
        == "person P1: of 20 online hours in 2025, 10 in its last week, 50%")
    // Forty hours the day before are no burst, but too many for a day.
    #expect(found.kinds == [.onlineOverDay, .onlineBurst])
    #expect(found.of(.onlineOverDay).map(\.key) == ["L5"])
    // Quzhou counts who was trained, not for how long; Kunming asks for 90 hours.
    let burst = try #require(found.of(.onlineBurst).first)
    #expect(found.report.kinds.first { $0.kind == .onlineBurst }?.indicators.isEmpty == true)
    var uses = try IndicatorUses(of: #require(try PolicyLibrary.shipped().policy("kunming")))
    #expect(uses.indicators(reading: burst).contains("kunming.4.annual-training"))
  }

  @Test("What is dated after the date is not seen")
  func later() async throws {
    let city = try await CheckedCity(asOf: "2025-12-24")
    try await city.trainingClass("C1", from: "2025-12-25", to: "2025-12-25")
    try await city.record("R1", in: "C1", on: "2025-12-25", hours: "20")
    #expect(try await city.look().findings.isEmpty)
  }
}
