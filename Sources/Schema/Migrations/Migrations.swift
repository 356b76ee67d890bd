public import PostgresClient
import ShippedFiles

/// The migrations of a program, in order.
public struct Migrations: Sendable {
  public let list: [Migration]

  /// - Throws: `MigrationError.numbering` when a number is missing or comes twice.
  public init(_ migrations: [Migration]) throws(MigrationError) {
    list = migrations.sorted { $0.version < $1.version }
    for (index, migration) in list.enumerated() where migration.version != index + 1 {
      throw .numbering(expected: index + 1, found: migration.version)
    }
  }

  /// The migrations of `sql/migrations`, as they were when the program was built.
  public static func shipped() throws(MigrationError) -> Migrations {
    var found: [Migration] = []
    for path in ShippedFiles.paths(below: "sql/migrations") {
      found.append(try Migration(path: path, text: ShippedFiles.text(path) ?? ""))
    }
    return try Migrations(found)
  }

  /// Compares a database with the program.
  /// - Throws: `MigrationError.changed`, `MigrationError.newerDatabase`, `PostgresError`.
  public func status(of connection: PostgresConnection) async throws -> MigrationStatus {
    guard let record = try await record(in: connection) else { return try compare([]) }
    let rows = try await connection.query(
      Statement("read schema_migrations", "select version, name, digest from \(record) order by version", []))
    return try compare(
      rows.map { row in
        AppliedMigration(
          version: try row.decode("version", as: Int.self), name: try row.decode("name", as: String.self),
          digest: try row.decode("digest", as: String.self))
      })
  }

  /// The name of the table of applied migrations. In a database from before cadre had a schema of its own it lies in
  /// `public`, until the next migration moves it.
  private func record(in connection: PostgresConnection) async throws -> String? {
    let rows = try await connection.query(
      Statement(
        "find schema_migrations",
        """
        select coalesce(
          pg_catalog.to_regclass('cadre.schema_migrations'),
          (
            select c.oid::pg_catalog.regclass
            from pg_catalog.pg_class c
            where c.oid = pg_catalog.to_regclass('public.schema_migrations')
              and pg_catalog.to_regclass('public.units') is not null
          ))::text as name
        """, []))
    return try rows.first?.decode("name")
  }

  private func compare(_ applied: [AppliedMigration]) throws(MigrationError) -> MigrationStatus {
    let comparison = MigrationError.Comparison(applied: applied, shipped: list)
    for (index, found) in applied.enumerated() {
      guard index < list.count else { throw .newerDatabase(comparison) }
      guard found.version == list[index].version && found.digest == list[index].digest else {
        throw .changed(version: list[index].version, comparison)
      }
    }
    return MigrationStatus(applied: applied, pending: Array(list.dropFirst(applied.count)))
  }

  /// Applies what is missing, each migration in a transaction of its own, one statement at a time.
  ///
  /// Programs that do this at once take turns.
  /// - Parameters:
  ///   - person: who applies them, for the record.
  ///   - report: called after each.
  /// - Returns: those that this call applied.
  /// - Throws: `MigrationError`, `PostgresError` named by file and line.
  @discardableResult
  public func apply(
    to connection: PostgresConnection, by person: String, report: (Migration) -> Void = { _ in }
  ) async throws -> [Migration] {
    try await prepare(connection)
    var applied: [Migration] = []
    for migration in try await status(of: connection).pending {
      guard try await apply(migration, to: connection, by: person) else { continue }
      applied.append(migration)
      report(migration)
    }
    return applied
  }

  /// False when another program was faster.
  private func apply(
    _ migration: Migration, to connection: PostgresConnection, by person: String
  ) async throws -> Bool {
    try await connection.withTransaction { connection in
      try await connection.holdForTransaction(.schema(.exclusive))
      try await OwnSchema.workOnSchema(connection)
      let inserted = try await connection.execute(
        Statement(
          "record migration \(migration.version)",
          """
          insert into schema_migrations (version, name, digest, applied_by)
          values ($1, $2, $3, $4)
          on conflict (version) do nothing
          """,
          [.int(Int64(migration.version)), .text(migration.name), .text(migration.digest), .text(person)]))
      guard inserted == 1 else { return false }
      for statement in SQLScript(migration.text).statements {
        try await connection.execute(
          Statement("migration \(migration.version) \(migration.name), line \(statement.line)", statement.text))
      }
      try await SchemaShape.note(on: connection)
      return true
    }
  }

  private func prepare(_ connection: PostgresConnection) async throws {
    try await connection.withTransaction { connection in
      try await connection.holdForTransaction(.schema(.exclusive))
      try await OwnSchema.prepare(connection)
      let isShapeNoted = try await connection.query("select from pg_class where oid = to_regclass('schema_shape')")
      for statement in SQLScript(Self.record).statements {
        try await connection.execute(Statement("create schema_migrations", statement.text))
      }
      if !isShapeNoted.isEmpty {
        // Checked before the shape is noted anew: otherwise somebody's change would pass for a migration's.
        let differences = try await SchemaShape.differences(on: connection)
        guard differences.isEmpty else { throw OwnSchemaError.differs(differences) }
      }
      let hasMoved = try await OwnSchema.handOver(connection)
      if isShapeNoted.isEmpty || hasMoved { try await SchemaShape.note(on: connection) }
    }
  }

  private static let record = """
    create table if not exists schema_migrations (
      version integer not null,
      name text not null,
      digest text not null,
      applied_on timestamptz not null default now(),
      applied_by text not null,
      constraint schema_migrations_key primary key (version)
    );
    comment on table schema_migrations is '已执行的数据库迁移：每个文件一行，只追加';
    comment on column schema_migrations.version is '迁移序号，从 1 起连续';
    comment on column schema_migrations.name is '迁移文件名';
    comment on column schema_migrations.digest is '文件内容的 SHA-256（十六进制），用于发现事后改动';
    comment on column schema_migrations.applied_on is '执行时间';
    comment on column schema_migrations.applied_by is '执行人';

    create table if not exists schema_shape (
      line text collate "C" not null,
      constraint schema_shape_key primary key (line)
    );
    comment on table schema_shape is '库结构：最后一次迁移之后的表、列、约束、索引、函数，每项一行，用于发现事后改动';
    comment on column schema_shape.line is '一项的定义';
    """
}
