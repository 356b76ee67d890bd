public import PostgresClient

/// Brings a backup back: into a database beside the one that is to be replaced, whose place it takes when all has been looked
/// through. Killed at any point, what was there before is as it was, or wholly replaced.
public struct Restoring: Sendable {
  public let backup: BackupFolder
  /// The database that is to be replaced, and a superuser's login.
  let target: ConnectionConfiguration
  let environment: [String: String]

  /// The name of the database beside. What a killed command left of it goes with the next.
  private static let besideName = "cadre_restoring"
  /// Held, in the database `postgres`, by who brings a backup back.
  private static let lock: Int64 = 0x6361_6472_65

  public init(_ backup: BackupFolder, over target: ConnectionConfiguration, environment: [String: String]) {
    var whole = target
    whole.schema = nil
    whole.role = nil
    self.backup = backup
    self.target = whole
    self.environment = environment
  }

  /// What replacing has done.
  public struct Outcome: Sendable, Hashable {
    public let database: String
    /// The name under which the replaced database stays; nil where it held nothing, and is gone.
    public let kept: String?
    /// Logins that had duties or cities and are not on this server.
    public let loginsMissing: [String]
  }

  /// Brings the backup back, lets `look` bring the new database up to date and look through it, and puts it in the place of
  /// the old one.
  ///
  /// - Parameters:
  ///   - known: the newest migration that this program knows.
  ///   - stamp: what the old database is named after, such as `20250630t041500z`.
  ///   - look: gets the new database; what it throws leaves the old one as it was.
  /// - Throws: `BackupError`, `PostgresError`, `ServerError`, what `look` throws.
  public func run(
    known: Int, stamp: String, look: (ConnectionConfiguration) async throws -> Void
  ) async throws -> Outcome {
    guard backup.record.migration <= known else {
      throw BackupError.newerProgram(migration: backup.record.migration, known: known)
    }
    try backup.check()
    let database = try await targetName()
    let keeper = try await PostgresConnection.connect(target.database("postgres"))
    do {
      let outcome = try await run(database, stamp, keeper, look)
      await keeper.close()
      return outcome
    } catch {
      // The old database is as it was; what was made beside is of no use to anybody.
      _ = try? await keeper.execute(Self.drop(Self.besideName))
      await keeper.close()
      throw error
    }
  }

  private func targetName() async throws -> String {
    let connection = try await PostgresConnection.connect(target)
    let name: String? = try await connection.query("select current_database()::text as name").first?.decode("name")
    await connection.close()
    return name ?? ""
  }

  private func run(
    _ database: String, _ stamp: String, _ keeper: PostgresConnection, _ look: (ConnectionConfiguration) async throws -> Void
  ) async throws -> Outcome {
    try await Backup.checkSuperuser(keeper)
    let taken: Bool? = try await keeper.query("select pg_try_advisory_lock(\(Self.lock)) as is_ours").first?.decode("is_ours")
    guard taken == true else { throw BackupError.busy }
    try await keeper.execute(Self.drop(Self.besideName))
    try await keeper.execute(
      Statement(
        "database beside",
        "create database \(quotedIdentifier(Self.besideName)) template template0 encoding 'UTF8'", []))
    let missing = try await ServerRoles(backup.record).make(on: keeper)
    let beside = target.database(Self.besideName)
    try await load(into: beside, version: await keeper.serverVersion / 10_000)
    try await compare(beside)
    try await look(beside)
    let kept = try await replace(database, stamp, keeper)
    return Outcome(database: database, kept: kept, loginsMissing: missing)
  }

  private func load(into beside: ConnectionConfiguration, version: Int) async throws {
    // Its archives may be of a newer server than this one; its own programs say so.
    let needed = max(version, backup.record.server / 10_000)
    let program = PostgresProgram(name: "pg_restore", configuration: beside, version: needed, environment: environment)
    try await program.run([
      "--dbname=\(Self.besideName)", "--jobs=2", "--exit-on-error", "--no-password",
      "\(backup.path)/\(BackupFolder.dataName)",
    ])
  }

  /// What came back is what the record says.
  private func compare(_ beside: ConnectionConfiguration) async throws {
    let connection = try await PostgresConnection.connect(beside)
    let state: DatabaseState
    do { state = try await DatabaseState.read(from: connection) } catch {
      await connection.close()
      throw error
    }
    await connection.close()
    for (city, was) in zip(state.cities, backup.record.cities) where city != was {
      throw BackupError.contentDiffers(city: was.city)
    }
    guard state.cities.count == backup.record.cities.count else { throw BackupError.contentDiffers(city: "") }
    for (chain, was) in zip(state.chains, backup.record.chains) where chain != was {
      throw BackupError.chainDiffers(chain: was.chain)
    }
  }

  /// Both names change in one transaction.
  private func replace(_ database: String, _ stamp: String, _ keeper: PostgresConnection) async throws -> String? {
    let sessions: Int =
      try await keeper.query(
        """
        select count(*) as sessions
        from pg_catalog.pg_stat_activity a
        where a.datname = \(database)
          and a.backend_type = 'client backend'
        """
      ).first?.decode("sessions") ?? 0
    guard sessions == 0 else { throw BackupError.inUse(database: database, sessions: sessions) }
    let holdsNothing = try await isEmpty()
    let old = "\(database)_before_\(stamp)"
    do {
      try await keeper.withTransaction { keeper in
        try await keeper.execute(Self.rename(database, to: old))
        try await keeper.execute(Self.rename(Self.besideName, to: database))
      }
    } catch let error as PostgresError where error.sqlState == .objectInUse {
      throw BackupError.inUse(database: database, sessions: 1)
    }
    guard holdsNothing else { return old }
    try await keeper.execute(Self.drop(old))
    return nil
  }

  /// Whether the database that is to be replaced has never taken anything in.
  private func isEmpty() async throws -> Bool {
    let connection = try await PostgresConnection.connect(target)
    let hasTable: Bool? = try await connection.query("select to_regclass('cadre.imports') is not null as found").first?
      .decode("found")
    var isEmpty = false
    if hasTable == true {
      isEmpty =
        try await connection.query("select not exists (select from cadre.imports i) as is_empty").first?
        .decode("is_empty") ?? false
    } else {
      isEmpty =
        try await connection.query(
          "select not exists (select from pg_catalog.pg_class c where c.relnamespace = 'public'::regnamespace) as is_empty"
        ).first?.decode("is_empty") ?? false
    }
    await connection.close()
    return isEmpty
  }

  private static func rename(_ name: String, to other: String) -> Statement {
    Statement("rename database", "alter database \(quotedIdentifier(name)) rename to \(quotedIdentifier(other))", [])
  }

  private static func drop(_ name: String) -> Statement {
    Statement("drop database", "drop database if exists \(quotedIdentifier(name)) with (force)", [])
  }
}
