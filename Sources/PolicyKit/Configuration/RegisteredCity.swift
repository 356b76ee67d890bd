public import CadreModel

/// What `config/cities/<city>.yaml` says: a city that hands in data, and under whose policy it is judged since when.
public struct RegisteredCity: Sendable, Hashable {
  public let city: City
  /// In order of time; at least one.
  let policies: [AdoptedPolicy]
  /// What an invented city takes from it; nil where none can be made.
  public let sample: SampleProfile?
  /// The name of its file, for messages.
  let file: String
  /// The clauses and indicators that the sample profile names, with their lines.
  let named: [NamedInSample]

  /// A policy that the city is judged under from a day on.
  struct AdoptedPolicy: Hashable {
    let policy: String
    /// Nil: from the day on which the policy takes effect.
    let from: Day?
    let line: Int?
  }

  /// A clause or an indicator that the sample profile names.
  struct NamedInSample: Hashable {
    enum Kind: Hashable { case clause, indicator }

    let kind: Kind
    let id: String
    let line: Int?
  }
}

extension RegisteredCity {
  /// `衢州市 Quzhou 33 3308`.
  var identityText: String {
    "\(city.nameChinese) \(city.nameEnglish) \(city.provinceCode) \(city.regionPrefix)"
  }

  /// `quzhou, huzhou (2024-01-01)`.
  var policiesText: String {
    policies.map { entry in entry.policy + (entry.from.map { " (\($0))" } ?? "") }.joined(separator: ", ")
  }

  /// What differs from the file that the program brings. The sample profile is left out: nothing is judged by it.
  func changes(from shipped: RegisteredCity?) -> [ConfigurationChange] {
    let entries = [
      ("city", Label("城市", "City"), shipped?.identityText, identityText),
      ("policies", Label("适用的政策", "Policies"), shipped?.policiesText, policiesText),
    ]
    return entries.compactMap { name, title, old, new in
      old == new
        ? nil
        : ConfigurationChange(subject: .city(city.code), name: name, title: title, shipped: old ?? "", used: new)
    }
  }
}
