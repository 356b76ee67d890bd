public import CadreModel
public import PostgresClient

/// What a login must have for a piece of work.
public struct AccessNeed: Sendable, Hashable {
  /// One of these is enough of each; the first is the least, and the one that is asked for.
  public var duties: [[Duty]]
  /// All of these.
  public var cities: [City]

  public init(_ duties: [[Duty]], _ cities: [City] = []) {
    self.duties = duties
    self.cities = cities
  }

  /// One duty.
  public static func duty(_ duty: Duty, _ cities: [City] = []) -> AccessNeed { AccessNeed([[duty]], cities) }

  /// To read data, which several duties may.
  public static func reading(_ cities: [City] = []) -> AccessNeed { AccessNeed([Duty.reading], cities) }

  /// Any duty at all.
  public static let any = AccessNeed([Duty.allCases.filter { $0 != .web }])

  /// Looks whether the session's login has it, before any work is done.
  ///
  /// - Returns: what it has.
  /// - Throws: `AccessError.missing`, `PostgresError`.
  @discardableResult
  public func check(on connection: PostgresConnection) async throws -> HeldAccess {
    let held = try await HeldAccess.read(from: connection)
    let missing = duties.filter { !held.has(oneOf: $0) }.compactMap(\.first)
    let hidden = cities.filter { !held.sees($0.code) }
    guard missing.isEmpty, hidden.isEmpty else {
      throw AccessError.missing(login: held.login, duties: missing, cities: hidden)
    }
    return held
  }
}
