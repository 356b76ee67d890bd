import CadreModel
import EmbeddedPostgres
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
      .ok(.server, Label("已连接，用户 \(user)", "reached, as \(user)")), versionFinding, encodingFinding,
      collationFinding, permissionFinding,
    ]
  }

  private var versionFinding: DoctorFinding {
    let (major, minor) = (version / 10_000, version % 10_000)
    let found = Label("PostgreSQL \(major).\(minor)", "PostgreSQL \(major).\(minor)")
    if PostgresInstallation.supported.contains(major) { return .ok(.version, found) }
    let remedy = Label("请改用 PostgreSQL 14 至 17", "use PostgreSQL 14 to 17")
    // A newer one most likely works; an older one lacks what the statements need.
    return major > PostgresInstallation.supported.upperBound
      ? .warning(.version, found, remedy) : .failed(.version, found, remedy)
  }

  private var encodingFinding: DoctorFinding {
    if encoding == "UTF8" { return .ok(.encoding, Label(encoding, encoding)) }
    return .failed(
      .encoding, Label("\(encoding)，存不下所有姓名", "\(encoding), which cannot hold every name"),
      Label(
        "新建数据库：create database cadre encoding 'UTF8' template template0，再重新导入",
        "make another: create database cadre encoding 'UTF8' template template0, and import again"))
  }

  private var collationFinding: DoctorFinding {
    if ["C", "POSIX", "C.UTF-8", "C.utf8"].contains(collation) {
      return .ok(.collation, Label(collation, collation))
    }
    return .warning(
      .collation,
      Label(
        "\(collation)：结果不受影响，但系统升级后索引可能失效",
        "\(collation): results are the same, but an update of the system may break its indexes"),
      Label(
        "系统（glibc、ICU）升级后运行 reindex database；新建时可用 lc_collate 'C'",
        "run reindex database after updates of glibc or ICU; a new database can have lc_collate 'C'"))
  }

  private var permissionFinding: DoctorFinding {
    var missing: [(Label, String)] = []
    if !canMakeTemporaryTables {
      missing.append((Label("建临时表", "make temporary tables"), "grant temporary on database NAME to \(user)"))
    }
    if !canReachTables {
      missing.append((Label("访问 cadre 的表", "reach cadre's tables"), "grant cadre_reader to \(user)"))
    }
    guard !missing.isEmpty else {
      return .ok(
        .permissions, Label("\(user) 可访问 cadre 的表、可建临时表", "\(user) can reach cadre's tables and make temporary ones"))
    }
    let chinese = missing.map(\.0.chinese).joined(separator: "、")
    let english = missing.map(\.0.english).joined(separator: ", ")
    let grants = missing.map(\.1).joined(separator: "; ")
    return .failed(
      .permissions, Label("\(user) 无权：\(chinese)", "\(user) cannot: \(english)"),
      Label("请管理员执行：\(grants)", "have the administrator run: \(grants)"))
  }
}
