import CadreModel
import PolicyKit
import PolicyTesting
import Testing

@Suite struct ConfigurationErrorTests {
  /// The fifth city's file with one text replaced.
  private func error(replacing old: String, by new: String) throws -> ConfigurationError {
    try #require(FifthCity.yaml.contains(old))
    return try #require(throws: ConfigurationError.self) {
      _ = try FifthCity.library(FifthCity.yaml.replacing(old, with: new))
    }
  }

  private static let value = "- {valid_from: 2020-01-01, value: 4}"

  @Test func theFileIsRightAsItIs() throws {
    let policy = try #require(try FifthCity.library().policies.first)
    #expect(policy.configuration[parameter: "1.study.count"]?.values.count == 1)
    #expect(policy.configuration.name == Label("湖州市", "Huzhou"))
  }

  @Test(arguments: [
    ("effective_basis: stated", "effective_bases: stated", 7, "unknown entry 'effective_bases'"),
    ("unit: times", "units: times", 17, "unknown entry 'units'"),
    ("effective_on: 2020-01-01", "effective_on: 2020-02-30", 6, "'effective_on' must be a date"),
    ("basis: stated\n    values", "basis: printed\n    values", 19, "'basis' must be 'stated' or 'assumed'"),
    (
      "  - {from: 2022-01-01, to: 2026-12-31}", "  - {from: 2022-01-01, to: 2021-12-31}", 10, "ends (2021-12-31) before it begins"
    ),
    (
      "to: 2026-12-31}", "to: 2026-12-31}\n  - {from: 2027-01-02, to: 2031-12-31}", 11,
      "right after the one before it would be 2027-01-01"
    ),
    ("title_zh: 湖州市意见", "title_zh: ''", 2, "'title_zh' is empty"),
    (value, "- {valid_from: 2020-01-01}", 21, "'value' is missing"),
    (value, "- {valid_from: 2020-01-01, value: four}", 21, "'four' is neither a number"),
    (value, "- {valid_from: 2020-01-01, value: 4, until: 2021-01-01}", 21, "unknown entry 'until'"),
    (value, "- {valid_from: 2020-01-01, value: [A, b]}", 21, "'A' is not a code"),
    (value, "- {valid_from: 2020-01-02, value: 4}", 21, "no value from 2020-01-01, when the policy begins, to 2020-01-02"),
    (value, "- {valid_from: 2020-01-01, valid_to: 2019-12-31, value: 4}", 21, "valid_to 2019-12-31 is before valid_from"),
    (value, "- {valid_from: 2020-01-01, valid_to: 2026-12-31, value: 4}", 21, "no value after its last valid_to"),
    (
      value, "- {valid_from: 2020-01-01, valid_to: 2026-12-31, value: 4}\n      - {valid_from: 2027-01-02, value: 5}",
      22, "gap"
    ),
    (
      value, "- {valid_from: 2020-01-01, valid_to: 2026-12-31, value: 4}\n      - {valid_from: 2026-12-31, value: 5}",
      22, "overlaps"
    ),
    (value, "\(value)\n      - {valid_from: 2020-01-01, value: 5}", 22, "overlaps"),
    (value, "\(value)\n      - {valid_from: 2019-01-01, value: 5}", 22, "overlaps"),
    ("values:\n      \(value)", "values: []", 20, "has no value"),
  ])
  func whatIsWrongIsSaidWithFileAndLine(old: String, new: String, line: Int, message: String) throws {
    let error = try error(replacing: old, by: new)
    #expect(error.file == "policies/huzhou.yaml")
    #expect(error.message.contains(message), "\(error)")
    // A value may be marked where its key stands or where it stands itself, never on another entry.
    #expect(error.line.map { abs($0 - line) <= (message.contains("last valid_to") ? 1 : 0) } == true, "\(error)")
    #expect(error.description.hasPrefix("policies/huzhou.yaml:\(error.line ?? 0): "))
  }

  @Test func aParameterMayNotStandTwice() throws {
    let error = try error(
      replacing: "  1.study.count:\n",
      by:
        "  warn.period: {title_zh: 预警, title_en: Warning, unit: days, clause: huzhou, basis: assumed, values: []}\n  1.study.count:\n"
    )
    #expect(error.message == "'warn.period' stands twice")
    // The library names the first place of the two.
    #expect(error.line == 12, "\(error)")
    #expect(error.file == "policies/huzhou.yaml")
  }

  @Test func aParameterThatIsMissingIsNamed() throws {
    let error = try error(replacing: "  1.study.count:", by: "  1.study.counts:")
    #expect(error.file == "policies/huzhou.yaml")
    #expect(error.line == 11, "where parameters begin")
    #expect(error.message == "parameter '1.study.count' is missing; an indicator of huzhou uses it")
  }

  @Test func aParameterThatNoneUsesIsNamed() throws {
    let idle =
      "{title_zh: 闲, title_en: Idle, unit: days, clause: huzhou, basis: assumed, values: [{valid_from: 2020-01-01, value: 1}]}"
    let error = try error(replacing: "  1.study.count:\n", by: "  1.study.days: \(idle)\n  1.study.count:\n")
    #expect(error.file == "policies/huzhou.yaml")
    #expect(error.line == 14)
    #expect(error.message == "parameter '1.study.days' is used by no indicator of huzhou")
  }

  @Test func theFileOfAnotherPolicyIsRefused() throws {
    let error = try error(replacing: "policy: huzhou", by: "policy: wenzhou")
    #expect(error.message.contains("'wenzhou', not of 'huzhou'"))
    #expect(error.line == 1)
  }

  @Test func whatIsNoYAMLIsRefusedWithItsLine() throws {
    let error = try error(replacing: "effective_basis: stated", by: "effective_basis: [stated")
    #expect(error.message.hasPrefix("not readable as YAML: "))
    #expect(error.line.map { (7...10).contains($0) } == true, "\(error)")
  }

  @Test(arguments: ["", "policy: [", "- a\n- b"])
  func whatIsNoMappingIsRefused(yaml: String) throws {
    let error = try #require(throws: ConfigurationError.self) { _ = try FifthCity.library(yaml) }
    #expect(error.file == "policies/huzhou.yaml")
  }

  @Test func aFileThatIsMissingIsNamed() throws {
    let error = try #require(throws: ConfigurationError.self) { _ = try PolicyLibrary([FifthCity.text], cities: []) { _ in nil } }
    #expect(error.file == "policies/huzhou.yaml")
    #expect(error.message.contains("missing"))
  }
}
