public import CadreModel

/// Where the parameters came from that policies are judged under.
public enum ConfigurationOrigin: Sendable, Hashable {
  /// The parameters that the program brings.
  case shipped
  /// The parameters of a folder, which the option or the variable names.
  case folder(String, namedBy: Naming)

  public enum Naming: Sendable, Hashable {
    /// `--config`
    case option
    /// `CADRE_CONFIG`
    case environment

    /// As it is typed.
    public var name: String {
      switch self {
      case .option: "--config"
      case .environment: "CADRE_CONFIG"
      }
    }
  }

  /// The folder; nil for what the program brings.
  public var folder: String? {
    switch self {
    case .shipped: nil
    case .folder(let path, _): path
    }
  }

  /// One line for a report's foot, or for who checks an installation.
  public var label: Label {
    switch self {
    case .shipped: Label("程序自带的参数", "the parameters that the program brings")
    case .folder(let path, let naming):
      Label("目录 \(path) 中的参数（由 \(naming.name) 指定）", "the parameters in \(path) (named by \(naming.name))")
    }
  }
}

/// An entry of a policy's or a city's file that is not as the program brings it.
public struct ConfigurationChange: Sendable, Hashable {
  /// Whose file it is.
  public enum Subject: Sendable, Hashable {
    case policy(String)
    case city(String)

    public var code: String {
      switch self {
      case .policy(let code), .city(let code): code
      }
    }
  }

  public let subject: Subject
  /// The name of the parameter or of another entry: `effective_on`, `terms`, `city`.
  public let name: String
  public let title: Label
  /// The values with the days from which they hold; empty where there is none.
  public let shipped: String
  public let used: String

  public init(subject: Subject, name: String, title: Label, shipped: String, used: String) {
    self.subject = subject
    self.name = name
    self.title = title
    self.shipped = shipped
    self.used = used
  }
}

extension PolicyConfiguration {
  /// What differs from the file that the program brings, in the order of the file in use.
  public func changes(from shipped: PolicyConfiguration) -> [ConfigurationChange] {
    var changes: [ConfigurationChange] = []
    func compare(_ name: String, _ title: Label, _ old: String, _ new: String) {
      guard old != new else { return }
      changes.append(ConfigurationChange(subject: .policy(policy), name: name, title: title, shipped: old, used: new))
    }
    compare("name", Label("简称", "Name"), shipped.nameText, nameText)
    compare(
      "effective_on", Label("施行日期", "In effect from"), "\(shipped.effectiveOn) \(shipped.effectiveBasis.rawValue)",
      "\(effectiveOn) \(effectiveBasis.rawValue)")
    compare(
      "terms", Label("任期", "Terms of office"), shipped.text(of: shipped.terms), text(of: terms))
    compare(
      "village_terms", Label("村级组织任期", "Terms of office in villages"), shipped.text(of: shipped.villageTerms),
      text(of: villageTerms))
    for parameter in parameters {
      compare(parameter.name, parameter.title, shipped[parameter: parameter.name]?.text ?? "", parameter.text)
    }
    return changes
  }

  /// All parameters in force on a day, a line each.
  public func text(on day: Day) -> String {
    parameters.map { parameter in
      "\(parameter.name) \(parameter.value(on: day).map(\.description) ?? "") \(parameter.basis.rawValue)"
    }
    .joined(separator: "\n")
  }

  private var nameText: String { "\(name.chinese) \(name.english)" }

  private func text(of terms: [Period]) -> String {
    (terms.map { "\($0.starts)–\($0.ends)" } + [termsBasis.rawValue]).joined(separator: " ")
  }
}

extension PolicyParameter {
  /// `80 (2019-04-12), 90 (2024-01-01) stated`.
  fileprivate var text: String {
    values.map { "\($0.value) (\($0.validFrom))" }.joined(separator: ", ") + " \(basis.rawValue)"
  }
}

extension PolicyLibrary {
  /// What differs from the policies' and cities' files that the program brings.
  public func changes(from shipped: PolicyLibrary) -> [ConfigurationChange] {
    policies.flatMap { policy in
      shipped.policy(policy.code).map { policy.configuration.changes(from: $0.configuration) } ?? []
    }
      + register.cities.flatMap { city in
        city.changes(from: shipped.register.cities.first { $0.city.code == city.city.code })
      }
  }
}
