import CadreModel
import EmbeddedPostgres
import Messages
import PostgresClient

/// What a server says of itself and of the database.
struct ServerFacts: Hashable, Sendable {
  /// 150004 is 15.4.
  let version: Int
  let encoding: String
  let collation: String
  let canMakeTemporaryTables: Bool
  /// Whether it may look into our schema, if that is there.
  let canReachTables: Bool
  let user: String

  static func read(from connection: PostgresConnection) async throws -> ServerFacts {
    let rows = try await connection.query(
      Statement(
        "read server facts",
        """
        select pg_encoding_to_char(d.encoding)::text as encoding,
          d.datcollate::text as collation,
          has_database_privilege(d.oid, 'TEMPORARY') as temporary,
          coalesce(has_schema_privilege(to_regnamespace('cadre'), 'USAGE'), true) as reaches_tables,
          current_user::text as person
        from pg_database d
        where d.datname = current_database()
        """))
    guard let row = rows.first else { throw PostgresError(.decoding, "the database is not in pg_database") }
    return ServerFacts(
      version: await connection.serverVersion, encoding: try row.decode("encoding"),
      collation: try row.decode("collation"), canMakeTemporaryTables: try row.decode("temporary"),
      canReachTables: try row.decode("reaches_tables"), user: try row.decode("person"))
  }

  var findings: [DoctorFinding] {
    [
      .ok(.server, DoctorDatabaseMessages.reached(as: user)), versionFinding, encodingFinding,
      collationFinding, permissionFinding,
    ]
  }

  private var versionFinding: DoctorFinding {
    let (major, minor) = (version / 10_000, version % 10_000)
    let name = "PostgreSQL \(major).\(minor)"
    let found = Label(name, name)
    if PostgresInstallation.supported.contains(major) { return .ok(.version, found) }
    let remedy = DoctorDatabaseMessages.useSupportedServer
    // A newer one most likely works; an older one lacks what the statements need.
    return major > PostgresInstallation.supported.upperBound
      ? .warning(.version, found, remedy) : .failed(.version, found, remedy)
  }

  private var encodingFinding: DoctorFinding {
    if encoding == "UTF8" { return .ok(.encoding, Label(encoding, encoding)) }
    return .failed(
      .encoding, DoctorDatabaseMessages.unsuitableEncoding(encoding), DoctorDatabaseMessages.makeInUTF8)
  }

  private var collationFinding: DoctorFinding {
    if ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(collation) {
      return .ok(.collation, Label(collation, collation))
    }
    return .warning(
      .collation, DoctorDatabaseMessages.fragileCollation(collation), DoctorDatabaseMessages.reindex)
  }

  private var permissionFinding: DoctorFinding {
    var missing: [(deed: Message, grant: String)] = []
    if !canMakeTemporaryTables {
      missing.append((DoctorDatabaseMessages.makeTemporaryTables, "grant temporary on database NAME to \(user)"))
    }
    if !canReachTables {
      missing.append((DoctorDatabaseMessages.reachTables, "cadre access grant \(user) --duty reader --city CITY"))
    }
    guard !missing.isEmpty else { return .ok(.permissions, DoctorDatabaseMessages.permitted(user)) }
    return .failed(
      .permissions, DoctorDatabaseMessages.forbidden(user, missing.map(\.deed)),
      DoctorDatabaseMessages.grant(missing.map(\.grant).joined(separator: "; ")))
  }
}
