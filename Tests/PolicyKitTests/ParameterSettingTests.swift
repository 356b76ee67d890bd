import CadreModel
import PolicyKit
import PolicyTesting
import Testing

/// Parameters set to other values, to see what would become of it.
@Suite struct ParameterSettingTests {
  private func set(_ texts: String...) throws -> PolicyLibrary {
    try PolicyLibrary.shipped().setting(texts.map { try ParameterSetting($0) })
  }

  @Test func theValueHoldsAtAllTimesAndForTheCity() throws {
    let official = try PolicyLibrary.shipped()
    let tried = try set("kunming.4.annual-training.hours=100", " kunming.10.feedback.due_by = 11-30 ")
    let changes = tried.changes(from: official)
    #expect(changes.map(\.name) == ["4.annual-training.hours", "10.feedback.due_by"])
    #expect(changes.map(\.used) == ["100 (2019-02-02) stated", "11-30 (2019-02-02) assumed"])
    let day = try #require(Day("2025-12-31"))
    let city = try #require(tried.register.policy(of: "kunming", on: day))
    #expect(city.policy.configuration[parameter: "4.annual-training.hours"]?.value(on: day) == .amount(Amount(100)))
    // The others stay, and so does the official library.
    #expect(tried.changes(from: official).allSatisfy { $0.subject == .policy("kunming") })
    #expect(
      official.policy("kunming")?.configuration[parameter: "4.annual-training.hours"]?.value(on: day) == .amount(Amount(90)))
    #expect(tried.asScenario(beside: official).scenario(of: "kunming").hasPrefix("4.annual-training.hours=100"))
  }

  @Test(arguments: [
    ("kunming.5.no", "kunming.5.no"), ("kunming=5", "kunming=5"), ("=5", "=5"), ("kunming.a=", "kunming.a="), ("a.=1", "a.=1"),
  ])
  func whatIsNoSettingIsToldAsItIsWritten(text: String, told: String) {
    #expect(throws: ParameterSettingError.malformed(told)) { try ParameterSetting(text) }
  }

  @Test func anUnknownNameHasNearMisses() {
    let error = #expect(throws: ParameterSettingError.self) { try set("kunming.4.anual-training.hours=100") }
    guard case .unknown("kunming.4.anual-training.hours", let nearest)? = error else { return #expect(Bool(false)) }
    #expect(nearest.first == "kunming.4.annual-training.hours")
  }

  @Test(arguments: [
    ("kunming.4.annual-training.hours", "many", ParameterSettingError.Kind.number),
    ("kunming.4.annual-training.days", "9.5", .wholeNumber), ("kunming.4.annual-training.hours", "-1", .number),
    ("shaoxing.5.theory-share.share", "70%", .number), ("quzhou.b4.one-shoulder.due_on", "2020", .day),
    ("kunming.10.feedback.due_by", "13-01", .monthDay),
  ])
  func aValueOfAnotherKindIsRefused(name: String, value: String, expected: ParameterSettingError.Kind) {
    #expect(throws: ParameterSettingError.wrongKind(name, value: value, expected: expected)) { try set("\(name)=\(value)") }
  }

  @Test func codesMustBeThoseOfTheirColumn() throws {
    let name = "kunming.17.no-direct-charge.areas"
    let day = try #require(Day("2025-12-31"))
    let tried = try set("\(name)=personnel, finance;approval")
    #expect(
      tried.policy("kunming")?.configuration[parameter: "17.no-direct-charge.areas"]?.value(on: day)
        == .codes(["personnel", "finance", "approval"]))
    #expect(throws: ParameterSettingError.unknownCode(name, code: "personel", nearest: ["personnel"])) {
      try set("\(name)=personel")
    }
  }

  @Test func nothingIsSetTwice() {
    let name = "kunming.4.annual-training.hours"
    #expect(throws: ParameterSettingError.twice(name)) { try set("\(name)=1", "\(name)=2") }
  }
}
