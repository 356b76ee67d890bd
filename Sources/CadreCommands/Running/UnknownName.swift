import CadreModel
import Messages
import PolicyKit
import SampleData

/// A city or policy that was named on the command line and is not registered.
struct UnknownName: MessageProviding, ExitStatusProviding, Hashable {
  enum Kind: Hashable {
    case city, policy
    /// One that a sample can be made after.
    case sampleCity

    var label: Label {
      switch self {
      case .city: NameMessages.city
      case .policy: NameMessages.policy
      case .sampleCity: NameMessages.sampleCity
      }
    }
  }

  let kind: Kind
  let written: String
  let known: [CityName]
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String {
    NameMessages.unknown(kind.label, written, nearest: nearest, known: known).text(in: language)
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

  /// The policy that a user means: by its code, or its short name.
  func policy(called written: String) throws(UnknownName) -> Policy {
    guard let policy = policies.first(where: { $0.name.isMeant(by: written) }) else {
      throw UnknownName(kind: .policy, written: written, known: policies.map(\.name))
    }
    return policy
  }

  /// A city, and the policy it is judged under: its own at the date where no other is named.
  func judged(city written: String, policy: String?, asOf: Day) throws(UnknownName) -> CityUnderPolicy {
    let city = try self.city(called: written)
    let own = register.policy(of: city.code, on: asOf)
    guard let policy = try policy.map(self.policy(called:)) else {
      guard let own else { throw UnknownName(kind: .city, written: written, known: cities.map(\.name)) }
      return own
    }
    if let own, own.isInForce(on: asOf), own.policy.code == policy.code { return own }
    return CityUnderPolicy(
      city: city, policy: policy, since: policy.configuration.effectiveOn, isOwn: own?.policy.code == policy.code)
  }

  /// The city that a sample is to be like.
  func sampleCity(called written: String) throws(UnknownName) -> SampleCity {
    let samples = register.cities.compactMap { entry in entry.sample.map { SampleCity(entry.city, profile: $0) } }
    guard let sample = samples.first(where: { $0.city.name.isMeant(by: written) }) else {
      throw UnknownName(kind: .sampleCity, written: written, known: samples.map(\.city.name))
    }
    return sample
  }
}

extension Policy {
  fileprivate var name: CityName {
    CityName(code: code, chinese: configuration.name.chinese, english: configuration.name.english)
  }
}
