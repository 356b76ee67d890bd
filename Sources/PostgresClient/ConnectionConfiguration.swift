import CLibPQ

/// Where a server is, and how to talk to it.
public struct ConnectionConfiguration: Sendable, Hashable {
  /// libpq's connection keywords: `host`, `port`, `dbname`, `user`, `password`, `sslmode`, ...
  public var conninfo: [String: String]
  /// How long connecting may take; nil for as long as it takes. Ten seconds unless set.
  public var connectTimeout: Duration? = .seconds(10)
  /// How long a statement may run on the server; nil for as long as it takes.
  public var statementTimeout: Duration?
  /// How long a transaction may sit idle before the server ends the session; nil for as long as it takes.
  public var idleInTransactionTimeout: Duration?
  /// The one schema that statements' bare names are looked up in, after `pg_catalog` and before the session's temporary
  /// tables. What is made there is named with it. Nil leaves the search path to server and login, who may then put
  /// their own functions in the place of the server's.
  public var schema: String?
  /// The role that each session becomes at its start; nil to stay the login, or what the server makes of it.
  public var role: String?
  /// Shown in the server's `pg_stat_activity` and log.
  public var applicationName: String?

  public init(conninfo: [String: String] = [:]) {
    self.conninfo = conninfo
  }

  /// Reads `postgres://user@host:5432/database?key=value` or `host=... dbname=...`.
  ///
  /// - Throws: `usage` when the text is neither. The error does not repeat the text: it may hold a password.
  public init(url: String) throws(PostgresError) {
    var message: UnsafeMutablePointer<CChar>?
    let parsed = PQconninfoParse(url, &message)
    defer {
      PQconninfoFree(parsed)
      PQfreemem(message)
    }
    guard let parsed else {
      let reason = withoutQuoted(trimmedMessage(message))
      throw PostgresError(
        .usage,
        "the database URL cannot be read: \(reason); expected postgres://user@host:5432/database or host=... dbname=...")
    }
    var conninfo: [String: String] = [:]
    var option = parsed
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val { conninfo[String(cString: keyword)] = String(cString: value) }
      option += 1
    }
    self.init(conninfo: conninfo)
  }

  /// What the environment says: `DATABASE_URL`, else libpq's `PG...` variables, else nil.
  ///
  /// `PGPASSWORD`, `PGSSLMODE` and the like count only where one of `PGHOST`, `PGHOSTADDR`, `PGPORT`, `PGDATABASE`,
  /// `PGUSER` or `PGSERVICE` says that a server is meant.
  public static func fromEnvironment(_ environment: [String: String]) throws -> ConnectionConfiguration? {
    if let url = environment["DATABASE_URL"], !url.isEmpty { return try ConnectionConfiguration(url: url) }
    var conninfo: [String: String] = [:]
    for (variable, keyword) in environmentKeywords {
      if let value = environment[variable], !value.isEmpty { conninfo[keyword] = value }
    }
    let placed = ["host", "hostaddr", "port", "dbname", "user", "service"].contains { conninfo[$0] != nil }
    return placed ? ConnectionConfiguration(conninfo: conninfo) : nil
  }

  /// The same server, another database.
  public func database(_ name: String) -> ConnectionConfiguration {
    var other = self
    other.conninfo["dbname"] = name
    return other
  }

  /// The same for programs of PostgreSQL's own, as libpq's `PG...` variables: so no password stands among arguments, which
  /// other users can see.
  public var environment: [String: String] {
    var variables: [String: String] = [:]
    for (variable, keyword) in Self.environmentKeywords { variables[variable] = conninfo[keyword] }
    return variables
  }

  private static let environmentKeywords = [
    "PGHOST": "host", "PGHOSTADDR": "hostaddr", "PGPORT": "port", "PGDATABASE": "dbname", "PGUSER": "user",
    "PGPASSWORD": "password", "PGPASSFILE": "passfile", "PGSERVICE": "service", "PGSSLMODE": "sslmode",
    "PGSSLCERT": "sslcert", "PGSSLKEY": "sslkey", "PGSSLROOTCERT": "sslrootcert", "PGCHANNELBINDING": "channel_binding",
    "PGREQUIREPEER": "requirepeer", "PGOPTIONS": "options", "PGAPPNAME": "application_name",
    "PGCONNECT_TIMEOUT": "connect_timeout", "PGTARGETSESSIONATTRS": "target_session_attrs",
    "PGKRBSRVNAME": "krbsrvname", "PGGSSENCMODE": "gssencmode",
  ]
}

extension ConnectionConfiguration {
  var effectiveConnectTimeout: Duration? {
    if let seconds = conninfo["connect_timeout"].flatMap({ Int($0) }) {
      return seconds > 0 ? .seconds(seconds) : nil
    }
    return connectTimeout
  }

  /// Host and database, for messages.
  var place: String {
    let host = conninfo["host"] ?? conninfo["hostaddr"] ?? conninfo["service"].map { "service \($0)" } ?? "the local server"
    return conninfo["dbname"].map { "\(host), database \($0)" } ?? host
  }

  /// The keywords to connect with: the caller's, then ours.
  func startupSettings() -> [(key: String, value: String)] {
    var settings = conninfo
    settings["client_encoding"] = "UTF8"
    if let applicationName { settings["application_name"] = applicationName }
    var options = settings["options"].map { [$0] } ?? []
    options += SessionSettings(self).startupOptions
    settings["options"] = options.joined(separator: " ")
    // A peer that vanished is noticed in about a minute, not in the system's two hours.
    for (key, value) in ["keepalives_idle": "30", "keepalives_interval": "10", "keepalives_count": "3"] {
      settings[key] = settings[key] ?? value
    }
    return settings.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
  }
}

extension ConnectionConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The keywords, without passwords.
  public var description: String {
    conninfo.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.key.contains("password") ? "…" : $0.value)" }
      .joined(separator: " ")
  }

  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["conninfo": description]) }
}
