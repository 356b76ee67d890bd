import CadreModel
import PolicyKit
import PolicyTesting
import ShippedFiles
import Testing

/// The duties by which cities are compared.
@Suite struct SharedDutiesTests {
  private func shipped() throws -> SharedDuties {
    let text = try #require(ShippedFiles.text("config/shared-duties.yaml"))
    return try SharedDuties(file: "shared-duties.yaml", text: text)
  }

  @Test func everyIndicatorExistsAndIsAVerdictOrAStatistic() throws {
    let library = try PolicyLibrary.shipped()
    let duties = try shipped()
    for duty in duties.all {
      #expect(Set(duty.indicators).subtracting(library.indicatorIDs).sorted() == [], "\(duty.id)")
      #expect(duty.title.english.unicodeScalars.allSatisfy { $0.isASCII }, "\(duty.id)")
      #expect(duty.title.chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(duty.id)")
      #expect(library.policies.flatMap { duty.indicators(of: $0) }.count == duty.indicators.count)
    }
    // Each of the four is compared with the others.
    for policy in library.policies.prefix(4) {
      #expect(duties.all.count { !$0.indicators(of: policy).isEmpty && $0.indicators.count > 1 } >= 8, "\(policy.code)")
    }
  }

  @Test func theDutiesThatOfficersCompareAreThere() throws {
    let ids = Set(try shipped().all.map(\.id))
    let expected: Set = [
      "annual-training", "leader-training", "talk-secretary", "talk-head", "talk-charge", "rotation", "no-direct-charge",
      "collective", "last-word", "veto", "leave", "abroad", "matters", "handover", "leaving-audit", "democratic-life",
      "branch-life", "branch-committee", "branch-assembly", "acceptance", "closure", "clarification", "tolerance", "checkup",
      "annual-leave", "team-report", "attestation",
    ]
    #expect(expected.subtracting(ids) == [])
  }

  @Test func whatIsAttestedIsOneDuty() throws {
    let attested = try PolicyLibrary.shipped().policies.prefix(4).flatMap(\.indicators).map(\.id)
      .filter { $0.hasSuffix(".attested") }
    #expect(Set(try shipped().all.first { $0.id == "attestation" }?.indicators ?? []) == Set(attested))
  }

  @Test(arguments: [
    ("a: {zh: 甲, en: a}", 1), ("a:\n  {zh: 甲, en: a, indicators: []}", 2), ("a: {zh: 甲, en: a, indicators: [x, x]}", 1),
    ("a: {zh: 甲, en: a, indicators: [x]}\nb: {en: b, indicators: [y]}", 2), ("a: {zh: 甲, en: a, indicator: [x]}", 1),
  ])
  func aWrongEntryIsNamedWithItsLine(text: String, line: Int) {
    let error = #expect(throws: ConfigurationError.self) { try SharedDuties(file: "f", text: text) }
    #expect(error?.line == line, "\(error?.description ?? "")")
  }
}
