import FieldFormats

/// The units of a city, found by code or by their whole name.
struct UnitRegister {
  private var ids: Set<String> = []
  private var living: [String: Set<String>] = [:]
  private var dissolved: [String: Set<String>] = [:]
  private var longestName = 0

  mutating func add(_ id: String, name: String, isDissolved: Bool = false) {
    ids.insert(id)
    if isDissolved { dissolved[name, default: []].insert(id) } else { living[name, default: []].insert(id) }
    longestName = max(longestName, name.count)
  }

  enum Found: Hashable {
    /// With what stands behind the unit's name.
    case unit(String, rest: String)
    case unknown
    case ambiguous(Int)
  }

  func find(_ mark: UnitMark) -> Found {
    switch mark {
    case .unit(let code, let name):
      if let code, ids.contains(FieldIDs.unit(code)) { return .unit(FieldIDs.unit(code), rest: "") }
      return name.flatMap { named($0, rest: "") } ?? .unknown
    case .beginning(let text):
      // The longest name: 市委组织部 before 市委.
      for length in stride(from: min(longestName, text.count), to: 0, by: -1) {
        if let found = named(String(text.prefix(length)), rest: String(text.dropFirst(length))) { return found }
      }
      return .unknown
    }
  }

  private func named(_ name: String, rest: String) -> Found? {
    guard let found = living[name] ?? dissolved[name] else { return nil }
    guard found.count == 1, let id = found.first else { return .ambiguous(found.count) }
    return .unit(id, rest: rest.drop { $0.isWhitespace }.description)
  }
}
