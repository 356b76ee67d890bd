/// The settings that every session gets, so that defaults of the server, the database, the login or the environment do not
/// count: all settings that could change what a statement means, finds, computes or stores.
struct SessionSettings {
  /// A setting and the value it must have, as `current_setting` shows it.
  struct Setting: Sendable, Hashable {
    let name: String
    let value: String
    /// Whether it is already asked for when the session starts; only what every user may set, on every version, can be.
    var atStart = true
  }

  let all: [Setting]

  init(_ configuration: ConnectionConfiguration) {
    func milliseconds(_ limit: Duration?) -> String { String(limit?.wholeMilliseconds ?? 0) }
    var all = Self.fixed
    all.append(Setting(name: "statement_timeout", value: milliseconds(configuration.statementTimeout)))
    all.append(
      Setting(
        name: "idle_in_transaction_session_timeout", value: milliseconds(configuration.idleInTransactionTimeout)))
    // `pg_temp` last: a temporary table or type never hides one of ours. The server looks up no functions there.
    if let schema = configuration.schema {
      all.append(Setting(name: "search_path", value: "pg_catalog, \(schema), pg_temp"))
    }
    if let role = configuration.role { all.append(Setting(name: "role", value: role)) }
    self.all = all
  }

  private static let fixed = [
    // How values are written and read.
    Setting(name: "DateStyle", value: "ISO, MDY"), Setting(name: "TimeZone", value: "UTC"),
    Setting(name: "IntervalStyle", value: "postgres"), Setting(name: "extra_float_digits", value: "1"),
    Setting(name: "bytea_output", value: "hex"), Setting(name: "xmlbinary", value: "base64"),
    Setting(name: "xmloption", value: "content"), Setting(name: "lc_monetary", value: "C"),
    Setting(name: "lc_numeric", value: "C"), Setting(name: "lc_time", value: "C"),
    // How a statement's text is read.
    Setting(name: "standard_conforming_strings", value: "on"), Setting(name: "backslash_quote", value: "safe_encoding"),
    Setting(name: "array_nulls", value: "on"), Setting(name: "transform_null_equals", value: "off"),
    Setting(name: "quote_all_identifiers", value: "off"),
    // Our statements are many and short: to compile one takes longer than to run it.
    Setting(name: "jit", value: "off"),
    // What is seen and written, and how.
    Setting(name: "row_security", value: "on"), Setting(name: "default_transaction_read_only", value: "off"),
    Setting(name: "default_transaction_isolation", value: "read committed"),
    Setting(name: "default_transaction_deferrable", value: "off"),
    Setting(name: "default_table_access_method", value: "heap"), Setting(name: "default_tablespace", value: ""),
    Setting(name: "temp_tablespaces", value: ""), Setting(name: "check_function_bodies", value: "on"),
    // A commit is on the disk when it is reported, unless we ask for less.
    Setting(name: "synchronous_commit", value: "on", atStart: false),
    // How long things may take: we say so ourselves, where it matters.
    Setting(name: "lock_timeout", value: "0"), Setting(name: "idle_session_timeout", value: "0"),
    Setting(name: "transaction_timeout", value: "0", atStart: false),
    // Settings that only an administrator may make, and that a login may come with.
    Setting(name: "session_replication_role", value: "origin", atStart: false),
    Setting(name: "zero_damaged_pages", value: "off", atStart: false),
    Setting(name: "ignore_checksum_failure", value: "off", atStart: false),
    Setting(name: "ignore_system_indexes", value: "off", atStart: false),
    Setting(name: "allow_system_table_mods", value: "off", atStart: false),
  ]

  /// As libpq's `options`: each `-c name=value`.
  var startupOptions: [String] {
    all.filter(\.atStart).map { setting in
      "-c \(setting.name)=\(setting.value.replacing("\\", with: "\\\\").replacing(" ", with: "\\ "))"
    }
  }

  /// One row with the present value of each; null for what this server does not know.
  var query: String {
    "select " + all.map { "pg_catalog.current_setting('\($0.name)', true)" }.joined(separator: ", ")
  }

  /// The settings whose present value is not the one it must be.
  func different(from found: [String?]) -> [(setting: Setting, found: String)] {
    zip(all, found).compactMap { setting, found in
      guard let found, !Self.isSame(found, setting) else { return nil }
      return (setting, found)
    }
  }

  private static func isSame(_ found: String, _ setting: Setting) -> Bool {
    switch setting.name {
    // Waiting for standbys, too, is more than we ask for.
    case "synchronous_commit": ["on", "remote_write", "remote_apply"].contains(found)
    // Shown with a unit: only nothing is the same in all.
    case "statement_timeout", "idle_in_transaction_session_timeout":
      setting.value == "0" ? found == "0" : found != "0"
    case "DateStyle": found.hasPrefix("ISO,")
    default: found == setting.value
    }
  }
}

extension ConnectionHandle {
  /// Brings the session to what it must be: a login's or the environment's own settings may come after what was asked for
  /// at the start (`PGTZ`, a connection pooler), and some are an administrator's to set.
  ///
  /// - Throws: `unsuitableSetting` where a setting has another value and cannot be set.
  func settle(_ settings: SessionSettings) throws(PostgresError) {
    for (setting, found) in settings.different(from: try presentValues(settings)) {
      do throws(PostgresError) {
        try command("select pg_catalog.set_config('\(setting.name)', '\(setting.value)', false)")
      } catch {
        guard error.kind != .connectionLost else { throw error }
        throw PostgresError(
          .unsuitableSetting(name: setting.name, found: found, wanted: setting.value),
          "the setting \(setting.name) is '\(found)' for this login and has to be '\(setting.value)': "
            + "alter role or alter database ... reset \(setting.name)")
      }
    }
  }

  private func presentValues(_ settings: SessionSettings) throws(PostgresError) -> [String?] {
    let statement = Statement("session settings", settings.query, [])
    try send(statement)
    guard let row = try rows(statement).first else { return [] }
    var values: [String?] = []
    for index in settings.all.indices {
      do {
        values.append(try row.decode(index, as: String?.self))
      } catch {
        throw PostgresError(.decoding, "the server does not tell its settings")
      }
    }
    return values
  }
}
