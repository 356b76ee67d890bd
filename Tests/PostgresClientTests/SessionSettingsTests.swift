import CadreTesting
import PostgresClient
import Testing

/// What server, database and login are set to does not change what a session computes.
@Suite(.database) struct SessionSettingsTests {
  /// A login of its own for this test, with these settings.
  private func login(_ settings: [String]) async throws -> ConnectionConfiguration {
    let database = try TestDatabase.current
    let connection = try await database.connect()
    let name = "login_of_\(database.name)"
    try await connection.execute(Statement(nil, "create role \(name) login", []))
    for setting in settings {
      try await connection.execute(Statement(nil, "alter role \(name) in database \(database.name) set \(setting)", []))
    }
    await connection.close()
    var configuration = database.configuration
    configuration.conninfo["user"] = name
    configuration.schema = "cadre"
    return configuration
  }

  private func forget(_ configuration: ConnectionConfiguration) async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute(Statement(nil, "drop role \(configuration.conninfo["user"] ?? "")", []))
    await connection.close()
  }

  @Test func aLoginsSettingsDoNotCount() async throws {
    let hostile = [
      "search_path to public, pg_catalog", "datestyle to 'German, DMY'", "timezone to 'Asia/Shanghai'",
      "intervalstyle to 'iso_8601'", "extra_float_digits to -5", "bytea_output to 'escape'",
      "standard_conforming_strings to off", "transform_null_equals to on", "array_nulls to off",
      "default_transaction_read_only to on", "default_transaction_isolation to 'serializable'",
      "statement_timeout to '1ms'", "lock_timeout to '1ms'", "idle_in_transaction_session_timeout to '1ms'",
      "jit to on", "row_security to off", "quote_all_identifiers to on", "synchronous_commit to off", "lc_numeric to 'C.UTF-8'",
    ]
    let configuration = try await login(hostile)
    let connection = try await PostgresConnection.connect(configuration)
    func shown(_ setting: String) async throws -> String {
      try await connection.query(Statement(nil, "select current_setting('\(setting)') as value", []))[0].decode("value")
    }
    #expect(try await shown("search_path") == "pg_catalog, cadre, pg_temp")
    for (setting, value) in [
      ("datestyle", "ISO, MDY"), ("timezone", "UTC"), ("intervalstyle", "postgres"), ("extra_float_digits", "1"),
      ("bytea_output", "hex"), ("standard_conforming_strings", "on"), ("transform_null_equals", "off"),
      ("array_nulls", "on"), ("default_transaction_read_only", "off"), ("statement_timeout", "0"),
      ("default_transaction_isolation", "read committed"), ("lock_timeout", "0"), ("row_security", "on"),
      ("idle_in_transaction_session_timeout", "0"), ("quote_all_identifiers", "off"), ("synchronous_commit", "on"),
      ("jit", "off"), ("lc_numeric", "C"), ("session_replication_role", "origin"),
    ] {
      #expect(try await shown(setting) == value, "\(setting)")
    }
    await connection.close()
    try await forget(configuration)
  }

  @Test func anAdministratorsSettingIsRefusedByName() async throws {
    let configuration = try await login(["session_replication_role to replica"])
    let error = await #expect(throws: PostgresError.self) { _ = try await PostgresConnection.connect(configuration) }
    #expect(
      error?.kind == .unsuitableSetting(name: "session_replication_role", found: "replica", wanted: "origin"))
    try await forget(configuration)
  }

  /// A superuser may put it right, and so it is.
  @Test func aSuperusersSettingIsPutRight() async throws {
    let configuration = try await login(["session_replication_role to replica"])
    let administrator = try await TestDatabase.current.connect()
    try await administrator.execute(Statement(nil, "alter role \(configuration.conninfo["user"] ?? "") superuser", []))
    await administrator.close()
    let connection = try await PostgresConnection.connect(configuration)
    #expect(
      try await connection.query("select current_setting('session_replication_role') as value")[0].decode("value")
        == "origin")
    await connection.close()
    try await forget(configuration)
  }

  @Test func aSchemaWithoutNameLeavesTheSearchPath() async throws {
    let connection = try await TestDatabase.current.connect()
    #expect(
      try await connection.query("select current_setting('search_path') as value")[0].decode("value")
        == "\"$user\", public")
    await connection.close()
  }
}
