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

/// The tables, columns, keys, indexes, functions, triggers and row-level policies of our schema and whose they are, a line each. Every migration ends by noting them,
/// so that later changes by others are found. Partitions are left out: they come and go with cities and runs.
enum SchemaShape {
  /// Notes the present shape as the one that the schema must have.
  static func note(on connection: PostgresConnection) async throws {
    try await connection.execute(Statement("forget shape", "delete from cadre.schema_shape", []))
    try await connection.execute(
      Statement("note shape", "insert into cadre.schema_shape (line)\nselect l.line\nfrom (\n\(lines)\n) l", []))
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
        where found.line is null
          or noted.line is null
          -- Databases from before the boundary noted nothing of it.
          and (
            found.kind <> 'boundary'
            or exists (
              select
              from cadre.schema_shape s
              where s.line like 'closed table %'
            )
          )
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
    ),
    boundary as (
      select 'closed table ' || r.relname as line
      from relations r
      join pg_class c on c.oid = r.oid
      where c.relrowsecurity
        and c.relforcerowsecurity
      union all
      select
        'policy ' || r.relname || '.' || p.polname || ' (' || p.polcmd::text || case when p.polpermissive then ')' else ', restrictive)' end
          || ' to ' || array(
            select case o.id when 0::oid then 'public' else pg_get_userbyid(o.id)::text end
            from unnest(p.polroles) as o (id)
            order by 1
          )::text
          || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
          || coalesce(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
      from relations r
      join pg_policy p on p.polrelid = r.oid
      union all
      select 'schema of ' || pg_get_userbyid(n.nspowner)
      from pg_namespace n
      where n.nspname = 'cadre'
      union all
      -- What no migration leaves behind: a part that shows all cities, a policy of a part's own, things of other owners.
      select 'open part ' || c.relname
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_code' and not a.attisdropped
      where c.relnamespace = 'cadre'::regnamespace
        and c.relkind in ('r', 'p')
        and c.relispartition
        and not (c.relrowsecurity and c.relforcerowsecurity)
      union all
      select 'policy ' || c.relname || '.' || p.polname
      from pg_class c
      join pg_policy p on p.polrelid = c.oid
      where c.relnamespace = 'cadre'::regnamespace
        and c.relispartition
        and p.polname not in ('one_city', 'several_cities', 'at_work_on_schema')
      union all
      select 'owner of ' || c.relname || ': ' || pg_get_userbyid(c.relowner)
      from pg_class c
      where c.relnamespace = 'cadre'::regnamespace
        and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and c.relowner <> (select n.nspowner from pg_namespace n where n.nspname = 'cadre')
      union all
      select 'owner of ' || p.proname || ': ' || pg_get_userbyid(p.proowner)
      from pg_proc p
      where p.pronamespace = 'cadre'::regnamespace
        and p.proowner <> (select n.nspowner from pg_namespace n where n.nspname = 'cadre')
        and not (p.proname in ('grant_access', 'revoke_access') and pg_get_userbyid(p.proowner) = 'cadre_granter')
    )
    select
      s.line,
      'form' as kind
    from shape s
    union all
    select
      b.line,
      'boundary'
    from boundary b
    """
}
