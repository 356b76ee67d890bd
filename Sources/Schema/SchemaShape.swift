import PostgresClient

/// Where a database is not as its migrations left it.
public enum SchemaDifference: Sendable, Hashable, CustomStringConvertible {
  /// The migrations made it, and it is not there, or not like that any more.
  case missing(String)
  /// It is there, and no migration made it.
  case unknown(String)

  public var description: String {
    switch self {
    case .missing(let thing): "missing: \(thing)"
    case .unknown(let thing): "not made by a migration: \(thing)"
    }
  }
}

/// The tables, columns, keys, indexes, functions and triggers of our schema, a line each. Every migration ends by noting them,
/// so that later changes by others are found. Partitions are left out: they come and go with cities and runs.
enum SchemaShape {
  /// Notes the present shape as the one that the schema must have.
  static func note(on connection: PostgresConnection) async throws {
    try await connection.execute(Statement("forget shape", "delete from cadre.schema_shape", []))
    try await connection.execute(
      Statement("note shape", "insert into cadre.schema_shape (line)\n\(lines)", []))
  }

  /// What differs from what was noted.
  static func differences(on connection: PostgresConnection) async throws -> [SchemaDifference] {
    let isNoted = try await connection.query(
      Statement("find shape", "select to_regclass('cadre.schema_shape') is not null as found"))
    guard try isNoted.first?.decode("found", as: Bool.self) == true else { return [.missing("table schema_shape (r)")] }
    let rows = try await connection.query(
      Statement(
        "compare shape",
        """
        with found as materialized (
        \(lines)
        )
        select
          coalesce(noted.line, found.line) as line,
          found.line is null as is_missing
        from cadre.schema_shape noted
        full join found on found.line = noted.line
        where noted.line is null
          or found.line is null
        order by 1
        """, []))
    return try rows.map { row in
      let line: String = try row.decode("line")
      return try row.decode("is_missing") ? .missing(line) : .unknown(line)
    }
  }

  private static let lines = """
    with relations as (
      select
        c.oid,
        c.relname,
        c.relkind
      from pg_class c
      where c.relnamespace = 'cadre'::regnamespace
        and not c.relispartition
    ),
    tables as (
      select
        r.oid,
        r.relname
      from relations r
      where r.relkind in ('r', 'p')
    ),
    shape as (
      select
        'table ' || r.relname || ' (' || r.relkind::text || coalesce(', ' || pg_get_partkeydef(r.oid), '') || ')' as line
      from relations r
      where r.relkind not in ('i', 'I')
      union all
      select
        'column ' || t.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attcollation = y.typcollation then '' else ' collate ' || l.collname end
          || case when a.attnotnull then ' not null' else '' end
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
      from tables t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      join pg_type y on y.oid = a.atttypid
      left join pg_collation l on l.oid = a.attcollation
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      union all
      select 'constraint ' || t.relname || '.' || k.conname || ' ' || pg_get_constraintdef(k.oid)
      from tables t
      join pg_constraint k on k.conrelid = t.oid
      where k.contype in ('p', 'u', 'f', 'c', 'x')
        and k.conparentid = 0::oid
      union all
      select 'index ' || pg_get_indexdef(i.indexrelid) || case when i.indisvalid then '' else ' (not valid)' end
      from tables t
      join pg_index i on i.indrelid = t.oid
      where not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
      union all
      select 'trigger ' || pg_get_triggerdef(g.oid)
      from tables t
      join pg_trigger g on g.tgrelid = t.oid
      where not g.tgisinternal
        -- Those of an extension's, such as Citus has.
        and not exists (
          select
          from pg_depend e
          where e.classid = 'pg_proc'::regclass
            and e.objid = g.tgfoid
            and e.deptype = 'e'
        )
      union all
      select 'rule ' || t.relname || '.' || w.rulename
      from tables t
      join pg_rewrite w on w.ev_class = t.oid
      union all
      select
        'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ') '
          || case when p.prosecdef then 'security definer ' else '' end
          || coalesce(array_to_string(p.proconfig, ', ') || ' ', '') || md5(p.prosrc)
      from pg_proc p
      where p.pronamespace = 'cadre'::regnamespace
      union all
      select 'operator ' || o.oprname
      from pg_operator o
      where o.oprnamespace = 'cadre'::regnamespace
    )
    select s.line
    from shape s
    """
}
