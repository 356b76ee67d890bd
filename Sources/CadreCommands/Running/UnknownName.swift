import CadreModel
import PolicyKit
import SampleData

/// A city or policy that was named on the command line and is not registered.
struct UnknownName: MessageProviding, ExitStatusProviding, Hashable {
  enum Kind: Hashable { case city, policy }

  let kind: Kind
  let written: String
  let known: [CityName]
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String {
    let list = known.map { language(zh: "\($0.chinese)（\($0.code)）", en: "\($0.code) (\($0.chinese))") }
      .joined(separator: language(zh: "、", en: ", "))
    let what = kind == .city ? Label("城市", "city") : Label("政策", "policy")
    let start = language(zh: "没有\(what.chinese)“\(written)”", en: "no \(what.english) '\(written)'")
    guard let nearest else { return start + language(zh: "；已登记的有：\(list)", en: "; registered are \(list)") }
    return start
      + language(zh: "，是否应为 \(nearest)？已登记的有：\(list)", en: "; did it mean \(nearest)? Registered are \(list)")
  }

  private var nearest: String? {
    let names = known.flatMap { [$0.code, $0.chinese, $0.withoutRank].compactMap(\.self) }
    return NearMiss.nearest(written, in: names, limit: 1).first
  }
}

extension PolicyLibrary {
  /// The city that a user means: by its code, or its Chinese or English name.
  func city(called written: String) throws(UnknownName) -> City {
    guard let city = cities.first(where: { $0.name.isMeant(by: written) }) else {
      throw UnknownName(kind: .city, written: written, known: cities.map(\.name))
    }
    return city
  }

  /// What a city is called whose code is known.
  func cityName(of code: String) -> CityName {
    cities.first { $0.code == code }?.name ?? CityName(code: code, chinese: code, english: code)
  }

  /// The policy that a user means: by its code, or the name of the city that made it.
  func policy(called written: String) throws(UnknownName) -> Policy {
    guard let policy = policies.first(where: { $0.name.isMeant(by: written) }) else {
      throw UnknownName(kind: .policy, written: written, known: policies.map(\.name))
    }
    return policy
  }

  /// A city, and the policy it is judged under: its own where no other is named.
  func judged(city: String, policy: String?) throws(UnknownName) -> (City, Policy) {
    let city = try self.city(called: city)
    return (city, try self.policy(called: policy ?? city.code))
  }
}

extension Policy {
  fileprivate var name: CityName {
    CityName(code: code, chinese: configuration.city.nameChinese, english: configuration.city.nameEnglish)
  }
}

extension SampleCity {
  /// The sample city that a user means.
  static func called(_ written: String) throws(UnknownName) -> SampleCity {
    guard let city = all.first(where: { $0.names.isMeant(by: written) }) else {
      throw UnknownName(kind: .city, written: written, known: all.map(\.names))
    }
    return city
  }
}
