import CadreModel
import DataContract
import PolicyTesting
import Testing

@testable import Quality

@Suite("Duplicates", .cadre) struct DuplicateTests {
  @Test("One name and birth date: told with what the identity numbers say; another birth date is another person")
  func persons() async throws {
    let city = try await CheckedCity()
    for (id, birth, number) in [
      ("P1", "1970-06-15", "1" as String?), ("P2", "1970-06-15", "1"), ("P3", "1970-06-15", "2"), ("P4", "1970-06-15", nil),
      ("P5", "1970-06-16", "3"),
    ] {
      // As it is stored: equal numbers are equal texts, and nothing is opened to compare them.
      let sealed = number.map { "sealed:1:0123456789abcdef:\($0)" }
      try await city.city.person(id, ["name": "王伟", "birth_date": birth, "id_number": sealed])
    }
    let found = try await city.look()
    #expect(found.kinds == [.sameNameAndBirth])
    #expect(found.findings.map(\.key) == ["P2", "P3", "P4"])
    #expect(
      found.findings.map { $0.text(in: .english) } == [
        "same name, birth date and identity number as person P1",
        "same name and birth date as person P1; other identity number, perhaps two persons",
        "same name and birth date as person P1; an identity number is missing",
      ])
    #expect(found.findings.allSatisfy { !$0.text(in: .chinese).contains("王伟") })
    #expect(found.indicators.allSatisfy { !$0.isEmpty })
  }

  @Test("A person's class on one day under two ids; another day or class is none")
  func attendances() async throws {
    let city = try await CheckedCity()
    try await city.trainingClass("C1", mode: "off_job", from: "2025-03-01", to: "2025-03-10")
    try await city.trainingClass("C2", mode: "off_job", from: "2025-03-01", to: "2025-03-10")
    try await city.record("R1", in: "C1", on: "2025-03-10")
    try await city.record("R2", in: "C1", on: "2025-03-10")
    try await city.record("R3", in: "C1", on: "2025-03-09")
    try await city.record("R4", in: "C2", on: "2025-03-10")
    try await city.record("R5", of: "P2", in: "C1", on: "2025-03-10")
    try await city.record("R6", in: nil, on: "2025-03-10")
    try await city.record("R7", in: nil, on: "2025-03-10")
    let found = try await city.look()
    #expect(found.kinds == [.attendanceTwice])
    #expect(found.findings.map(\.key) == ["R2"])
    #expect(found.findings.first?.text(in: .chinese) == "人员 P1 班次 C1 2025-03-10 已有记录 R1")
  }

  @Test("A post on record twice; the same title in another unit or from another day is none")
  func posts() async throws {
    let city = try await CheckedCity()
    try await city.city.post("P1", in: "U1", id: "O1", ["title": "科员"])
    try await city.city.post("P1", in: "U1", id: "O2", ["title": "科员"])
    try await city.city.post("P1", in: "U2", id: "O3", ["title": "科员"])
    try await city.city.post("P1", in: "U1", id: "O4", ["title": "科员", "started_on": "2016-01-01"])
    try await city.city.post("P2", in: "U1", id: "O5", ["title": "科员"])
    let found = try await city.look()
    #expect(found.kinds == [.postTwice])
    #expect(found.of(.postTwice).map(\.key) == ["O2"])
    #expect(found.report.kinds.first?.kind.effect == .countsTwice)
  }
}
