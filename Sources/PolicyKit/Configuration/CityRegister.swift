public import CadreModel

/// The cities that hand in data, each with its policies: what `config/cities/*.yaml` say.
public struct CityRegister: Sendable {
  /// In the order of their region codes.
  public let cities: [RegisteredCity]
  /// The policies of each city in order of time, in the order of the cities.
  private var policies: [[CityUnderPolicy]]

  /// `cities/quzhou.yaml`.
  public static func file(of code: String) -> String { "cities/\(code).yaml" }

  /// The city that a file of the folder `cities` is named after; nil where the name is no city's code.
  public static func code(ofFile name: String) -> String? {
    guard name.hasSuffix(".yaml") else { return nil }
    let code = String(name.dropLast(".yaml".count))
    return isCode(code) ? code : nil
  }

  /// As the database wants a city's code.
  static func isCode(_ code: String) -> Bool {
    guard (1...31).contains(code.utf8.count), let first = code.utf8.first, (97...122).contains(first) else { return false }
    return code.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
  }

  /// - Parameters:
  ///   - codes: the cities that have files.
  ///   - library: the policies that there are.
  ///   - text: the text of a city's file, by its path.
  /// - Throws: `ConfigurationError` for a file that cannot be read, for a policy, clause or indicator that there is not,
  ///   for policies that do not follow one another, and for two cities of one name or region.
  init(
    _ codes: [String], policies library: [Policy], text: (String) -> String?
  ) throws(ConfigurationError) {
    var cities: [RegisteredCity] = []
    for code in codes {
      let file = Self.file(of: code)
      guard let yaml = text(file) else { throw ConfigurationError(file: file, line: nil, "缺少这个文件", "the file is missing") }
      cities.append(try RegisteredCity(code: code, text: yaml))
    }
    cities.sort { ($0.city.regionPrefix, $0.city.code) < ($1.city.regionPrefix, $1.city.code) }
    var policies: [[CityUnderPolicy]] = []
    for (index, city) in cities.enumerated() {
      for other in cities[..<index] { try city.checkApart(from: other.city) }
      try city.checkSample(by: library)
      policies.append(try city.resolved(by: library))
    }
    (self.cities, self.policies) = (cities, policies)
  }

  /// The same cities under other policies of the same codes.
  func with(_ library: [Policy]) -> CityRegister {
    var register = self
    register.policies = policies.map { adopted in
      adopted.map { entry in
        CityUnderPolicy(
          city: entry.city, policy: library.first { $0.code == entry.policy.code } ?? entry.policy, since: entry.since,
          isOwn: entry.isOwn)
      }
    }
    return register
  }

  /// The city's own policy as of a day: the latest that it has adopted by then. Before the first one, that first policy,
  /// which is not in force yet. Nil for a city that is not registered.
  public func policy(of code: String, on day: Day) -> CityUnderPolicy? {
    guard let index = cities.firstIndex(where: { $0.city.code == code }) else { return nil }
    return policies[index].last { $0.isInForce(on: day) } ?? policies[index].first
  }
}

extension RegisteredCity {
  /// Two cities cannot be meant by the same name, or own the same regions.
  fileprivate func checkApart(from other: City) throws(ConfigurationError) {
    guard city.regionPrefix != other.regionPrefix else {
      throw ConfigurationError(
        file: file, line: nil, "region_prefix \(city.regionPrefix) 与城市“\(other.code)”相同",
        "region_prefix \(city.regionPrefix) is that of '\(other.code)', too")
    }
    guard city.nameChinese != other.nameChinese, city.nameEnglish.lowercased() != other.nameEnglish.lowercased() else {
      throw ConfigurationError(
        file: file, line: nil, "名称与城市“\(other.code)”相同", "the name is that of '\(other.code)', too")
    }
  }

  fileprivate func checkSample(by library: [Policy]) throws(ConfigurationError) {
    for entry in named {
      switch entry.kind {
      case .clause where !library.contains(where: { $0.articles.contains { $0.id == entry.id } }):
        throw ConfigurationError(file: file, line: entry.line, "没有条款“\(entry.id)”", "there is no clause '\(entry.id)'")
      case .indicator where !library.contains(where: { $0.indicator(entry.id) != nil }):
        throw ConfigurationError(file: file, line: entry.line, "没有指标“\(entry.id)”", "there is no indicator '\(entry.id)'")
      case .clause, .indicator: break
      }
    }
  }

  /// Each policy with the day from which it judges the city.
  fileprivate func resolved(by library: [Policy]) throws(ConfigurationError) -> [CityUnderPolicy] {
    var resolved: [CityUnderPolicy] = []
    for entry in policies {
      guard let policy = library.first(where: { $0.code == entry.policy }) else {
        let known = library.map(\.code)
        throw ConfigurationError(
          file: file, line: entry.line, "没有政策“\(entry.policy)”；可用的有：\(known.joined(separator: "、"))",
          "there is no policy '\(entry.policy)'; known are \(known.joined(separator: ", "))")
      }
      let effectiveOn = policy.configuration.effectiveOn
      let since = entry.from ?? effectiveOn
      guard since >= effectiveOn else {
        throw ConfigurationError(
          file: file, line: entry.line, "政策“\(policy.code)”自 \(effectiveOn) 起施行，不能自 \(since) 起适用",
          "the policy '\(policy.code)' is in effect from \(effectiveOn), and judges nobody from \(since)")
      }
      if let last = resolved.last, since <= last.since {
        throw ConfigurationError(
          file: file, line: entry.line, "各项政策应按日期先后排列：此项自 \(since) 起，上一项自 \(last.since) 起",
          "policies come in order of time: this one judges from \(since), the one before from \(last.since)")
      }
      resolved.append(CityUnderPolicy(city: city, policy: policy, since: since, isOwn: true))
    }
    return resolved
  }
}
