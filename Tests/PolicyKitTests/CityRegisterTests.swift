import CadreModel
import Foundation
import PolicyKit
import PolicyTesting
import Testing

/// What a city's file must say, and which policy a city is judged under.
@Suite struct CityRegisterTests {
  /// The fifth city's file with one text replaced.
  private func error(replacing old: String, by new: String) throws -> ConfigurationError {
    try #require(FifthCity.cityYAML.contains(old))
    return try #require(throws: ConfigurationError.self) {
      _ = try FifthCity.library(city: FifthCity.cityYAML.replacing(old, with: new))
    }
  }

  @Test func theFileIsRightAsItIs() throws {
    let entry = try #require(FifthCity.library().register.cities.first)
    #expect(entry.city.name == CityName(code: "huzhou", chinese: "湖州市", english: "Huzhou"))
    #expect(entry.city.regionPrefix == "3305" && entry.city.provinceCode == "33")
    let sample = try #require(entry.sample)
    #expect(sample.counties == [County(code: 330502, name: "吴兴区"), County(code: 330523, name: "安吉县")])
    #expect(sample.waivable == [.township: ["huzhou.1.study"]])
    #expect(sample.keeping.welfare == 700)
    #expect(sample.keeping.archives == RecordKeeping().archives)
  }

  @Test(arguments: [
    ("city: huzhou\n", "city: wenzhou\n", 1, "this is the file of 'wenzhou', not of 'huzhou'"),
    ("name_en: Huzhou", "nmae_en: Huzhou", 3, "unknown entry 'nmae_en'"),
    ("province: \"33\"", "province: \"3\"", 4, "two digits"),
    ("region_prefix: \"3305\"", "region_prefix: \"3405\"", 5, "begin with those of province 33"),
    ("region_prefix: \"3305\"", "region_prefix: \"33050\"", 5, "2, 4 or 6 digits"),
    ("policies:\n  - {policy: huzhou}", "policies: []", 6, "the city has no policy"),
    ("- {policy: huzhou}", "- {policy: hangzhou}", 7, "no policy 'hangzhou'; known are huzhou"),
    ("- {policy: huzhou}", "- {policy: huzhou, from: 2019-12-31}", 7, "in effect from 2020-01-01"),
    ("- {policy: huzhou}", "- {policy: huzhou, from: soon}", 7, "'from' must be a date"),
    ("- {policy: huzhou}", "- {policy: huzhou, until: 2020-12-31}", 7, "unknown entry 'until'"),
    ("- {policy: huzhou}", "- {policy: huzhou}\n  - {policy: huzhou}", 8, "policies come in order of time"),
    ("\"330502\"", "\"330102\"", 10, "begins with 3305"),
    ("minorities: 5", "minorities: 1001", 14, "0 to 1000"),
    ("peoples: [\"22\"]", "peoples: [\"99\"]", 13, "'99' is no code of a people"),
    ("clause: huzhou.1", "clause: huzhou.2", 16, "no clause 'huzhou.2'"),
    ("attested_clauses: [huzhou.1]", "attested_clauses: [huzhou.9]", 17, "no clause 'huzhou.9'"),
    ("township: [huzhou.1.study]", "town: [huzhou.1.study]", 19, "unknown entry 'town'"),
    ("township: [huzhou.1.study]", "township: [huzhou.1.sturdy]", 19, "no indicator 'huzhou.1.sturdy'"),
    ("welfare: 700", "wellfare: 700", 21, "unknown entry 'wellfare'"),
  ])
  func whatIsWrongIsSaidWithFileAndLine(old: String, new: String, line: Int, message: String) throws {
    let error = try error(replacing: old, by: new)
    #expect(error.file == "cities/huzhou.yaml")
    #expect(error.line == line, "\(error)")
    #expect(error.message.contains(message), "\(error)")
    let chinese = error.text(in: .chinese)
    #expect(chinese.contains("第 \(line) 行") && chinese.unicodeScalars.contains { $0.value > 0x4E00 })
  }

  @Test func aCityNeedsItsCountiesForASampleAndACountyHasNone() throws {
    let counties = "  counties:\n    - {code: \"330502\", name: 吴兴区}\n    - {code: \"330523\", name: 安吉县}\n"
    #expect(try error(replacing: counties, by: "").message.contains("'counties' is missing"))
    let county = FifthCity.cityYAML.replacing("\"3305\"", with: "\"330523\"")
    #expect(throws: ConfigurationError.self) { try FifthCity.library(city: county) }
    let right = try FifthCity.library(city: county.replacing(counties, with: "")).register.cities[0]
    #expect(right.city.isCounty && right.sample?.counties == [])
  }

  @Test func aFileThatIsMissingIsNamed() throws {
    let error = try #require(throws: ConfigurationError.self) {
      _ = try PolicyLibrary([FifthCity.text], cities: ["huzhou"]) { $0.hasPrefix("cities") ? nil : FifthCity.yaml }
    }
    #expect(error.file == "cities/huzhou.yaml" && error.message.contains("missing"))
  }

  @Test(arguments: [
    ("region_prefix: \"3305\"", "region_prefix: \"3308\""), ("湖州市", "衢州市"), ("name_en: Huzhou", "name_en: quzhou"),
  ])
  func noTwoCitiesAreMeantByTheSame(old: String, new: String) throws {
    var city = FifthCity.cityYAML.replacing(old, with: new)
    city = String(city.prefix(upTo: try #require(city.range(of: "sample:")).lowerBound))
    let error = try #require(throws: ConfigurationError.self) {
      _ = try PolicyLibrary.shipped(with: [FifthCity.text], files: FifthCity.files(city: city))
    }
    // Whichever is read later is told of the other.
    #expect("\(error)".contains("quzhou") && "\(error)".contains("huzhou"), "\(error)")
  }

  @Test(arguments: [
    ("quzhou.yaml", "quzhou"), ("a_1.yaml", "a_1"), ("Quzhou.yaml", nil), ("1.yaml", nil), (".yaml", nil), ("quzhou.yml", nil),
  ])
  func aFileIsNamedAfterItsCity(name: String, code: String?) {
    #expect(CityRegister.code(ofFile: name) == code)
  }

  /// A city that was judged under one policy, and under its own when that came.
  private func library(from: String) throws -> PolicyLibrary {
    let city = FifthCity.cityYAML.replacing(
      "  - {policy: huzhou}", with: "  - {policy: quzhou}\n  - {policy: huzhou, from: \(from)}")
    return try .shipped(with: [FifthCity.text], files: FifthCity.files(city: city))
  }

  @Test(arguments: [
    ("2019-04-11", "quzhou", false), ("2019-04-12", "quzhou", true), ("2023-12-31", "quzhou", true),
    ("2024-01-01", "huzhou", true), ("2030-01-01", "huzhou", true),
  ])
  func theLastThatWasAdoptedIsInForce(day: String, policy: String, isInForce: Bool) throws {
    let day = try #require(Day(day))
    let own = try #require(library(from: "2024-01-01").register.policy(of: "huzhou", on: day))
    #expect(own.policy.code == policy && own.isInForce(on: day) == isInForce && own.isOwn)
  }

  @Test func aCityOfAKnownPolicyIsOneFile() throws {
    let city = """
      city: lishui
      name_zh: 丽水市
      name_en: Lishui
      province: "33"
      region_prefix: "3311"
      policies: [{policy: quzhou, from: 2022-03-01}]
      """
    let library = try PolicyLibrary.shipped(with: [], files: ["cities/lishui.yaml": city])
    #expect(library.policies.map(\.code) == Registered.policies)
    #expect(library.cities.map(\.regionPrefix) == library.cities.map(\.regionPrefix).sorted())
    let (early, late) = (try #require(Day("2022-02-28")), try #require(Day("2022-03-01")))
    let own = try #require(library.register.policy(of: "lishui", on: late))
    #expect(own.policy.code == "quzhou" && own.isInForce(on: late) && !own.isInForce(on: early))
    #expect(library.register.policy(of: "quzhou", on: early)?.isInForce(on: early) == true)
    #expect(library.register.policy(of: "hangzhou", on: late) == nil)
    #expect(library.register.cities.first { $0.city.code == "lishui" }?.sample == nil)
  }

  @Test func whatDiffersFromTheShippedCitiesIsTold() throws {
    let shipped = try FifthCity.library()
    #expect(shipped.changes(from: shipped) == [])
    let other = FifthCity.cityYAML.replacing("湖州市", with: "湖州").replacing(
      "{policy: huzhou}", with: "{policy: huzhou, from: 2021-01-01}")
    let library = try FifthCity.library(city: other)
    let changes = library.changes(from: shipped)
    #expect(changes.map(\.subject) == [.city("huzhou"), .city("huzhou")])
    #expect(changes.map(\.name) == ["city", "policies"])
    #expect(changes.map(\.used) == ["湖州 Huzhou 33 3305", "huzhou (2021-01-01)"])
    #expect(changes.map(\.shipped) == ["湖州市 Huzhou 33 3305", "huzhou"])
    // It is no other policy: what is judged under it is the same.
    #expect(library.asScenario(beside: shipped).scenario(of: "huzhou") == "")
  }
}
