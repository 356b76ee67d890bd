public import CadreModel
public import PostgresClient

/// What one login may do.
public struct GrantedAccess: Sendable, Hashable {
  public let login: String
  public let duties: [Duty]
  /// Codes of cities.
  public let cities: [String]

  public init(login: String, duties: [Duty], cities: [String]) {
    self.login = login
    self.duties = duties
    self.cities = cities
  }
}

/// Gives and takes duties and cities, each time with an entry in the log, and tells who has which.
public struct AccessOffice: Sendable {
  let connection: PostgresConnection
  let osUser: String

  /// - Parameter osUser: who does it, for the log, as the operating system has it.
  public init(connection: PostgresConnection, osUser: String) {
    self.connection = connection
    self.osUser = osUser
  }

  /// Gives a login a duty, a city, or both.
  /// - Throws: `AccessError`, `PostgresError`.
  public func grant(_ duty: Duty?, _ city: City?, to login: String) async throws {
    try await change("grant_access", duty, city, login)
  }

  /// Takes a duty, a city, or both from a login.
  /// - Throws: `AccessError`, `PostgresError`.
  public func revoke(_ duty: Duty?, _ city: City?, from login: String) async throws {
    try await change("revoke_access", duty, city, login)
  }

  private func change(_ function: String, _ duty: Duty?, _ city: City?, _ login: String) async throws {
    do {
      _ = try await connection.query(
        Statement(
          "change access", "select cadre.\(function)($1::text, $2::text, $3::text, $4::text, $5::text)",
          [
            .text(login), duty.map { .text($0.rawValue) } ?? .null, city.map { .text($0.code) } ?? .null, .text(osUser),
            .text(ProgramVersion.current),
          ]))
    } catch let error as PostgresError {
      throw Self.refusal(error, login, city) ?? error
    }
  }

  /// What the database refused, in words; nil for any other error.
  private static func refusal(_ error: PostgresError, _ login: String, _ city: City?) -> AccessError? {
    switch error.sqlState?.rawValue {
    case "CA001": .twoOfficers(login: login)
    case "CA002": .worksWithData(login: login)
    case "CA003": .isOfficer(login: login)
    case "CA004": .isSuperuser(login: login)
    case "CA005": .grantedOtherwise(login: login)
    case "CA006": .inheritsNothing(login: login)
    case "CA008": .noSuchLogin(login)
    case "CA009": .noCityRole(city?.code ?? "")
    default: nil
    }
  }

  /// All logins that have a duty or a city, in order of their names. Superusers, who have all, are left out.
  /// - Throws: `PostgresError`.
  public func list() async throws -> [GrantedAccess] {
    let rows = try await connection.query(
      Statement(
        "who may do what",
        """
        select
          a.login,
          a.duties,
          a.cities
        from cadre.access_list() a
        """, []))
    return try rows.map { row in
      GrantedAccess(
        login: try row.decode("login"),
        duties: try row.decode("duties", as: [String].self).compactMap(Duty.init(rawValue:)),
        cities: try row.decode("cities"))
    }
  }
}
