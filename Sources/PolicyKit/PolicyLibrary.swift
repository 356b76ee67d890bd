public import CadreModel

/// The policies that can be judged, each under its configuration, and the cities that they are for.
public struct PolicyLibrary: Sendable {
  /// In the order of registration.
  public private(set) var policies: [Policy]
  /// The cities that hand in data.
  public private(set) var register: CityRegister

  /// Where the parameters came from.
  public let origin: ConfigurationOrigin
  /// What differs from the parameters that the program brings.
  public private(set) var changes: [ConfigurationChange] = []

  /// - Parameters:
  ///   - texts: the registered policies.
  ///   - cities: the codes of the cities that have a file.
  ///   - origin: where the files come from.
  ///   - configuration: the text of `policies/<policy>.yaml` and `cities/<city>.yaml`, nil where there is none.
  /// - Throws: `ConfigurationError`.
  public init(
    _ texts: [PolicyText], cities: [String], origin: ConfigurationOrigin = .shipped,
    configuration: (String) -> String?
  ) throws(ConfigurationError) {
    self.origin = origin
    var policies: [Policy] = []
    for text in texts {
      let file = "policies/\(text.code).yaml"
      guard let yaml = configuration(file) else {
        throw ConfigurationError(
          file: file, line: nil, "缺少这个文件；政策“\(text.code)”需要它",
          "the file is missing; the policy '\(text.code)' needs it")
      }
      policies.append(try Policy(text, configuration: PolicyConfiguration(file: file, text: yaml), file: file))
    }
    self.policies = policies
    register = try CityRegister(cities, policies: policies, text: configuration)
  }

  /// The same library, with what differs from the configuration that the program brings noted in `changes`.
  public func compared(with shipped: PolicyLibrary) -> PolicyLibrary {
    var library = self
    library.changes = changes(from: shipped)
    return library
  }

  /// Of a what-if, by policy: how its parameters differ from the official ones.
  private var scenarios: [String: String] = [:]

  /// The same library as a what-if beside the official one: what is judged under it is kept apart, as a scenario.
  public func asScenario(beside official: PolicyLibrary) -> PolicyLibrary {
    var library = self
    library.scenarios = [:]
    for change in changes(from: official) {
      // What a city's file says changes no verdict: it names the policy, and a run is kept by policy anyway.
      guard case .policy(let policy) = change.subject else { continue }
      let text = "\(change.name)=\(change.used)"
      library.scenarios[policy] = library.scenarios[policy].map { $0 + "; " + text } ?? text
    }
    return library
  }

  /// The same library with other policies of the same codes.
  func with(_ policies: [Policy]) -> PolicyLibrary {
    var library = self
    library.policies = policies
    library.register = register.with(policies)
    return library
  }

  /// Empty for the official parameters; else how these differ, such as `a5.coverage.count=2 (2019-04-12) assumed`.
  public func scenario(of policy: String) -> String {
    scenarios[policy] ?? ""
  }

  /// In the order of their region codes.
  public var cities: [City] { register.cities.map(\.city) }

  public func policy(_ code: String) -> Policy? {
    policies.first { $0.code == code }
  }

  public func city(_ code: String) -> City? {
    cities.first { $0.code == code }
  }

  /// Every clause id, in order.
  public var clauseIDs: [String] { policies.flatMap { $0.articles.map(\.id) } }

  /// Every indicator id, in order.
  public var indicatorIDs: [String] { policies.flatMap { $0.indicators.map(\.id) } }

  /// Indicators that somebody may have meant who wrote one that there is not: some whose ids begin or end alike.
  ///
  /// - Parameter policy: whose indicators alone are meant; nil for those of all policies.
  public func indicators(like id: String, of policy: Policy? = nil) -> [String] {
    let tail = id.split(separator: ".").last.map(String.init) ?? id
    let known = policy?.indicators.map(\.id) ?? indicatorIDs
    return Array(known.filter { $0.contains(tail) || $0.hasPrefix(id) }.prefix(5))
  }
}
