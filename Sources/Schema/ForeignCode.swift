import PostgresClient

/// Functions, operators and types that are neither the server's nor ours and that our tables would still run, because
/// somebody has given them a trigger, a rule, a row-level policy, a default, a check or an index that uses them.
enum ForeignCode {
  /// - Throws: `OwnSchemaError.foreignCode`, naming each.
  static func refuse(on connection: PostgresConnection) async throws {
    let found = try await connection.query(Statement("foreign code", query, []))
    guard found.isEmpty else {
      throw OwnSchemaError.foreignCode(try found.map { try $0.decode("place", as: String.self) })
    }
  }

  /// What belongs to an extension is the administrator's choice.
  private static let query = """
    with outside as (
      select 'pg_proc'::regclass as class, p.oid, p.pronamespace as namespace from pg_proc p
      union all
      select 'pg_operator'::regclass, o.oid, o.oprnamespace from pg_operator o
      union all
      select 'pg_type'::regclass, t.oid, t.typnamespace from pg_type t
      union all
      select 'pg_opclass'::regclass, c.oid, c.opcnamespace from pg_opclass c
      union all
      select 'pg_collation'::regclass, c.oid, c.collnamespace from pg_collation c
    ),
    foreign_code as (
      select
        o.class,
        o.oid
      from outside o
      join pg_namespace n on n.oid = o.namespace
      where n.nspname not in ('pg_catalog', 'information_schema', 'cadre')
        and n.nspname not like 'pg\\_t%'
        and not exists (
          select
          from pg_depend e
          where e.classid = o.class
            and e.objid = o.oid
            and e.deptype = 'e'
        )
    ),
    users as (
      select d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid
      from foreign_code f
      join pg_depend d on d.refclassid = f.class and d.refobjid = f.oid
    ),
    placed as (
      select
        u.*,
        case u.classid
          when 'pg_class'::regclass then (select c.relnamespace from pg_class c where c.oid = u.objid)
          when 'pg_proc'::regclass then (select p.pronamespace from pg_proc p where p.oid = u.objid)
          when 'pg_constraint'::regclass then (select k.connamespace from pg_constraint k where k.oid = u.objid)
          else (
            select c.relnamespace
            from pg_class c
            where c.oid = coalesce(
              (select a.adrelid from pg_attrdef a where u.classid = 'pg_attrdef'::regclass and a.oid = u.objid),
              (select r.ev_class from pg_rewrite r where u.classid = 'pg_rewrite'::regclass and r.oid = u.objid),
              (select t.tgrelid from pg_trigger t where u.classid = 'pg_trigger'::regclass and t.oid = u.objid),
              (select p.polrelid from pg_policy p where u.classid = 'pg_policy'::regclass and p.oid = u.objid))
          )
        end as namespace
      from users u
    )
    select distinct
      pg_describe_object(p.classid, p.objid, p.objsubid) || ' -> '
        || pg_describe_object(p.refclassid, p.refobjid, 0) as place
    from placed p
    where p.namespace = 'cadre'::regnamespace
    order by 1
    """
}
