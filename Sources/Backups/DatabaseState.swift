import Digest
import PostgresClient

/// What a database holds, as far as a backup says it of itself, read in one view.
struct DatabaseState: Sendable, Hashable {
  let migration: Int
  let database: String
  let cities: [BackupRecord.CityContent]
  let chains: [BackupRecord.Chain]
  let roles: [BackupRecord.Role]
  let memberships: [BackupRecord.Membership]

  static nonisolated(nonsending) func read(from connection: PostgresConnection) async throws -> DatabaseState {
    let facts = try await connection.query(
      Statement(
        "what is backed up",
        """
        select
          current_database()::text as database,
          (select max(m.version)::bigint from cadre.schema_migrations m) as migration
        """, []))
    guard let row = facts.first else { throw PostgresError(.decoding, "the server does not say which database it is") }
    return DatabaseState(
      migration: try row.decode("migration"), database: try row.decode("database"),
      cities: try await contents(connection), chains: try await chains(connection), roles: try await roles(connection),
      memberships: try await memberships(connection))
  }

  /// What each city's tables hold, by the sums that imports keep.
  private static nonisolated(nonsending) func contents(
    _ connection: PostgresConnection
  ) async throws -> [BackupRecord.CityContent] {
    let rows = try await connection.query(
      Statement(
        "contents of cities",
        """
        with tables as (
          select
            d.city_code,
            d.table_name,
            sum(d.rows) as rows,
            sum(d.digest) as digest
          from cadre.digest_changes d
          group by
            d.city_code,
            d.table_name
        )
        select
          t.city_code,
          (select count(*) from cadre.imports i where i.city_code = t.city_code) as imports,
          sum(t.rows)::bigint as rows,
          string_agg(concat_ws(' ', t.table_name, t.rows, t.digest), E'\\n' order by t.table_name collate "C") as lines
        from tables t
        group by t.city_code
        order by t.city_code collate "C"
        """, []))
    return try rows.map { row in
      BackupRecord.CityContent(
        city: try row.decode("city_code"), imports: try row.decode("imports"), rows: try row.decode("rows"),
        digest: SHA256.hex(of: try row.decode("lines", as: String.self)))
    }
  }

  private static nonisolated(nonsending) func chains(
    _ connection: PostgresConnection
  ) async throws -> [BackupRecord.Chain] {
    let rows = try await connection.query(
      Statement(
        "ends of chains",
        """
        select
          h.chain,
          h.entry_number::bigint as entry,
          h.digest
        from cadre.chain_heads h
        order by h.chain collate "C"
        """, []))
    return try rows.map { row in
      BackupRecord.Chain(chain: try row.decode("chain"), entry: try row.decode("entry"), digest: try row.decode("digest"))
    }
  }

  private static nonisolated(nonsending) func roles(_ connection: PostgresConnection) async throws -> [BackupRecord.Role] {
    let rows = try await connection.query(
      Statement(
        "our roles",
        """
        select
          r.rolname::text as name,
          r.rolinherit as inherits,
          r.rolcreaterole as makes_roles
        from pg_catalog.pg_roles r
        where r.rolname like 'cadre\\_%'
          and not r.rolcanlogin
          and not r.rolsuper
        order by r.rolname
        """, []))
    return try rows.map { row in
      BackupRecord.Role(
        name: try row.decode("name"), inherits: try row.decode("inherits"), makesRoles: try row.decode("makes_roles"))
    }
  }

  private static nonisolated(nonsending) func memberships(
    _ connection: PostgresConnection
  ) async throws -> [BackupRecord.Membership] {
    let rows = try await connection.query(
      Statement(
        "members of our roles",
        """
        select
          r.rolname::text as role,
          l.rolname::text as member,
          bool_or(m.admin_option) as may_hand_on
        from pg_catalog.pg_auth_members m
        join pg_catalog.pg_roles r on r.oid = m.roleid
        join pg_catalog.pg_roles l on l.oid = m.member
        where r.rolname like 'cadre\\_%'
          and not r.rolcanlogin
          and not l.rolsuper
        group by
          r.rolname,
          l.rolname
        order by
          r.rolname,
          l.rolname
        """, []))
    return try rows.map { row in
      BackupRecord.Membership(
        role: try row.decode("role"), member: try row.decode("member"), mayHandOn: try row.decode("may_hand_on"))
    }
  }
}
