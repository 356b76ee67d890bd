import Access
import Testing

/// A way in which somebody may try to learn of beta's rows, or to change them.
struct Way: Sendable, CustomTestStringConvertible {
  /// What must become of it. Beside this, nothing that comes back may hold a word of beta's.
  enum End: Sendable {
    /// It runs, and finds nothing.
    case nothing
    /// The server refuses it, with this SQLSTATE.
    case refused(String)
  }

  let name: String
  /// Statements, `;;` between. They run in one session that begins without a city; each is a transaction of its own unless it
  /// begins one.
  let sql: String
  let end: End
  let duties: [Duty]
  /// Whether a superuser, whom row-level security does not bind, gets to beta's rows by it: then the way leads there.
  let leads: Bool
  /// Whose duty it is.
  let allowed: [Duty]

  init(
    _ name: String, _ sql: String, _ end: End = .nothing, as duties: [Duty] = [.reader], leads: Bool = false,
    allowedTo allowed: [Duty] = []
  ) {
    self.allowed = allowed
    self.name = name
    self.sql = sql
    self.end = end
    self.duties = duties
    self.leads = leads
  }

  var testDescription: String { name }
}

extension Way {
  private static let alpha = "begin;; set local cadre.city_code = 'alpha';;"
  private static let beta = "begin;; set local cadre.city_code = 'beta';;"
  private static let set = TwoCities.secretSet
  private static let denied = End.refused("42501")

  static let all: [Way] = [
    reading, byName, functions, copying, errors, estimates, shadows, becoming, planting, switching, writing, officers,
  ].flatMap { $0 }

  private static let reading: [Way] = [
    Way("a table, without a city", "select t::text from units t", leads: true),
    Way("a table, about one's own city", alpha + "select t::text from units t", leads: true),
    Way("a table, about the other city", beta + "select t::text from units t", leads: true),
    Way("a table, about both", "begin;; set local cadre.city_code = 'alpha,beta';; select t::text from units t", leads: true),
    Way("a table, about any", "begin;; set local cadre.city_code = '%';; select t::text from units t", leads: true),
    Way("a table, the city bound in the statement", alpha + "select t::text from units t where city_code = 'beta'", leads: true),
    Way("persons", beta + "select t::text from persons t", leads: true),
    Way("a table that has parts", beta + "select t::text from talks t", leads: true),
    Way("posts", beta + "select t::text from posts t", leads: true),
    Way("the journal", beta + "select t::text from journal t", leads: true),
    Way("imports", beta + "select t::text from imports t", leads: true),
    Way("files of imports", beta + "select t::text from import_files t", leads: true),
    Way("whom changes name", beta + "select t::text from touched_persons t", leads: true),
    Way("keys of identity numbers", beta + "select t::text from identity_keys t", leads: true),
    Way("digests", beta + "select t::text from digest_changes t", leads: true),
    Way("contradictions", beta + "select t::text from contradictions t", leads: true),
    Way("runs", beta + "select t::text from runs t", leads: true),
    Way("indicators of runs", beta + "select t::text from run_indicators t", leads: true),
    Way("results", beta + "select t::text from results t", leads: true),
    Way("files of publications", beta + "select convert_from(content, 'UTF8') from publication_contents", leads: true),
    Way(
      "files of publications, about both",
      "begin;; set local role cadre_several_cities;; set local cadre.city_code = 'alpha,beta';; "
        + "select convert_from(content, 'UTF8') from publication_contents"),
    Way(
      "several cities at once",
      "begin;; set local role cadre_several_cities;; set local cadre.city_code = 'alpha,beta';; select t::text from persons t"),
    Way("a count over all", "select count(*)::text || case when count(*) > 0 then ' SECRET' else '' end from units"),
    Way("a join", alpha + "select (a, b)::text from units a join units b on b.city_code <> a.city_code", leads: true),
    Way(
      "an outer join", alpha + "select (a, b)::text from persons b left join units a on a.city_code <> b.city_code", leads: true),
    Way("a subquery", alpha + "select (select min(unit_id) from units where city_code = 'beta')", leads: true),
    Way(
      "a lateral one",
      alpha + "select l::text from cities c, lateral (select * from persons p where p.city_code = c.city_code) l", leads: true),
    Way("a CTE", alpha + "with w as materialized (select * from persons) select w::text from w", leads: true),
    Way(
      "a recursive CTE",
      alpha + "with recursive w as (select unit_id from units union select person_id from persons) select unit_id from w",
      leads: true),
    Way("a window", alpha + "select first_value(unit_id) over (order by city_code desc) from units", leads: true),
    Way("an aggregate", alpha + "select string_agg(unit_id, ',') from units", leads: true),
    Way("a sample", alpha + "select t::text from persons t tablesample system (100)", leads: true),
    Way(
      "a cursor", alpha + "declare c cursor for select t::text from persons t where city_code = 'beta';; fetch all from c",
      leads: true),
    Way("a row's place", alpha + "select t::text from units t where ctid = any (array(select ctid from units))", leads: true),
    Way("a lock", beta + "select t::text from units t for key share", denied),
    Way(
      "row-level security switched off",
      "set row_security = off;; select t::text from units t", denied, leads: true),
  ]

  private static let byName: [Way] = [
    Way("a part of a city", beta + "select t::text from talks_beta t", leads: true),
    Way("a part of a city, about one's own", alpha + "select t::text from talks_beta t", leads: true),
    Way("only the part", "select t::text from only talks_beta t", leads: true),
    Way("the part that takes what has none", beta + "select t::text from posts_earlier t", leads: true),
    Way("the part of a result set", beta + "select t::text from results_\(set) t", leads: true),
    Way("a part by its number", alpha + "select t::text from talks t where tableoid = 'talks_beta'::regclass", leads: true),
    Way("a view of one's own", alpha + "create temporary view v as select * from persons;; select v::text from v", leads: true),
    Way(
      "a table made of it", beta + "create temporary table mine as select * from persons;; select m::text from mine m",
      leads: true),
    Way("a view that others could use", "create view cadre.v as select * from persons", denied),
    Way("the audit log", "select e::text from audit_entries e", denied),
    Way("the heads of chains", "select h::text from chain_heads h", denied),
    Way("passwords", "select a::text from pg_authid a", denied),
  ]

  private static let functions: [Way] = [
    Way("a part of the other city", "select cadre.make_city_part('scores', 'beta', 100)", denied, as: [.importer]),
    Way("an unfinished part", "select cadre.finish_city_part('talks', 'beta', array['talk_id'])", denied, as: [.importer]),
    Way("a part without the duty", "select cadre.make_city_part('scores', 'alpha', 100)", denied),
    Way(
      "a part of no table of ours", "select cadre.make_city_part('pg_class', 'alpha', 100)", .refused("22023"), as: [.importer]),
    Way(
      "a part with more in its name",
      "select cadre.make_city_part('scores', 'alpha (a int); drop table units; --', 100)", denied, as: [.importer]),
    Way(
      "results of the other city", "select cadre.make_result_part('results', 'beta', repeat('d', 32))", denied, as: [.evaluator]),
    Way(
      "results of a strange name", "select cadre.make_result_part('results', 'alpha', 'x; drop table units')", .refused("22023"),
      as: [.evaluator]),
    Way("results dropped", "select cadre.drop_result_part('results', 'beta', '\(set)')", denied, as: [.evaluator]),
    Way(
      "results dropped as one's own", "select cadre.drop_result_part('results', 'alpha', '\(set)')", .refused("22023"),
      as: [.evaluator]),
    Way("triggers silenced", "select cadre.silence_references('beta')", denied, as: [.importer]),
    Way("triggers silenced without the duty", "select cadre.silence_references('alpha')", denied),
    Way("the list of cities written", "select cadre.store_city('beta', 'x', 'x', '1', '1')", denied, as: [.importer]),
    Way(
      "the digest of the other's import", "select 'SECRET' where cadre.import_record_digest('beta', 1) is not null",
      as: [.importer],
      allowedTo: [.auditor]),
    Way("policies taken off", "select cadre.guard('units')", denied),
    Way("rights shared", "select cadre.share_rights('units', 'persons')", denied),
    Way(
      "statistics of what is not ours", "select cadre.refresh_statistics('units where true; --', array['unit_id'])",
      .refused("42P01"), as: [.importer]),
    Way("access given", "select cadre.grant_access('two_cities_x', 'reader', 'beta', 'me', '1')", denied),
    Way("the log written", "insert into audit_entries select * from audit_entries", denied),
    Way("a publication", "select cadre.append_publication(3, 'x', 'x', null)", denied),
    Way("files of the server", "select pg_read_file('PG_VERSION')", denied),
    Way("large objects", "select lo_import('/etc/passwd')", denied),
  ]

  private static let copying: [Way] = [
    Way("copy of a table", beta + "copy persons to stdout", leads: true),
    Way("copy of a query", beta + "copy (select * from talks) to stdout", leads: true),
    Way("copy of a part", "copy talks_beta to stdout", leads: true),
    Way("copy to a file", "copy persons to '/tmp/two_cities'", denied),
    Way("copy to a program", "copy persons to program 'cat'", denied),
    Way("copy into a table", "copy units from '/dev/null'", denied, as: [.importer]),
  ]

  private static let errors: [Way] = [
    Way(
      "a key of the other's",
      beta + "insert into units (city_code, unit_id, unit_name, region_code, unit_kind, level) "
        + "values ('beta', 'SECRET-U1', 'x', '330100', 'organ', 'city')", denied, as: [.importer]),
    Way(
      "a foreign key to the other's rows",
      alpha + "insert into verifications (city_code, verification_id, person_id, kind, result, verified_on) "
        + "values ('alpha', 'V', 'SECRET' || '-P1', 'random', 'consistent', '2024-01-01')", .refused("23503"), as: [.importer]),
    Way(
      "the other's row as one's own",
      beta + "insert into verifications (city_code, verification_id, person_id, kind, result, verified_on) "
        + "values ('beta', 'V', 'x', 'random', 'consistent', '2024-01-01')", denied, as: [.importer]),
    Way("an error from a cast", alpha + "select unit_name::integer from units where city_code = 'beta'"),
    Way("an error from a division", alpha + "select 1 / (case when unit_id like 'SECRET%' then 0 else 1 end) from units"),
    Way(
      "a function that tells",
      alpha + "create function pg_temp.tell(text) returns boolean language plpgsql cost 0.0001 as "
        + "$f$ begin raise exception 'saw %', $1; end $f$;; select count(*) from units where city_code = 'beta' and pg_temp.tell(unit_name)",
      .nothing),
    Way(
      "a function that tells of a part",
      "create function pg_temp.tell(text) returns boolean language plpgsql cost 0.0001 as "
        + "$f$ begin raise notice 'saw %', $1; return true; end $f$;; select count(*) from talks_beta where pg_temp.tell(talk_id)"
    ),
    Way("an update that would tell", beta + "update units set unit_name = unit_name returning unit_id", as: [.importer]),
    Way(
      "a row moved into the other city",
      alpha + "update units set city_code = 'beta' where unit_id = 'own-U20'", denied, as: [.importer]),
  ]

  private static let estimates: [Way] = [
    Way("what was executed", beta + "explain analyze select t::text from persons t"),
    Way("statistics", "select s::text from pg_stats s where tablename in ('persons', 'units', 'talks_beta', 'results_\(set)')"),
    Way("extended statistics", "select s::text from pg_stats_ext s"),
    Way("statistics as they lie", "select s::text from pg_statistic s", denied),
    Way("what others run", "select query from pg_stat_activity where query like '%SEC' || 'RET%' and usename <> session_user"),
  ]

  private static let shadows: [Way] = [
    Way(
      "a temporary table in the place of roles",
      alpha + "create temporary table pg_roles (rolname name, oid oid, rolsuper boolean);; "
        + "insert into pg_temp.pg_roles values ('cadre_city_beta', 10::oid, true), (session_user, 10::oid, true);; "
        + "set local cadre.city_code = 'beta';; select t::text from units t"),
    Way(
      "the same, first on the path",
      "create temporary table pg_roles (rolname name, oid oid, rolsuper boolean);; "
        + "insert into pg_temp.pg_roles values ('cadre_city_beta', 10::oid, true), (session_user, 10::oid, true);; "
        + "set search_path = pg_temp, pg_catalog, cadre;; \(beta) select t::text from cadre.units t"),
    Way(
      "a temporary table in the place of a table",
      "create temporary table units (city_code text, unit_id text);; set search_path = pg_temp, cadre;; \(beta) "
        + "select t::text from cadre.units t"),
    Way(
      "a function in the place of ours",
      "create function pg_temp.has_role(text) returns boolean language sql as 'select true';; "
        + "set search_path = pg_temp, pg_catalog, cadre;; \(beta) select t::text from units t"),
    Way(
      "our function made anew",
      "create or replace function cadre.has_role(name text) returns boolean language sql as 'select true'", denied),
  ]

  private static let becoming: [Way] = [
    Way("the city's role", "set role cadre_city_beta", denied),
    Way(
      "one's own city's role, about the other", "set role cadre_city_alpha;; \(beta) select t::text from cadre.units t", denied),
    Way("the owner", "set role cadre_owner", denied),
    Way("the granter", "set role cadre_granter", denied),
    Way("another duty", "set role cadre_importer", denied),
    Way("every duty", "set role cadre_every_duty", denied),
    Way("a superuser", "set role postgres", denied),
    Way("another login", "set session authorization postgres", denied),
    Way("the duty itself", "set role cadre_reader;; \(beta) select t::text from units t"),
    Way("membership taken", "grant cadre_city_beta to current_user", denied),
    Way("one's own role changed", "alter role current_user superuser", denied),
    Way("a role made", "create role two_cities_more", denied),
    Way("the migration's setting", "begin;; set local cadre.migration = 'on';; \(beta) select t::text from units t"),
  ]

  private static let planting: [Way] = [
    Way("a function in our schema", "create function cadre.city() returns text language sql as $$ select 'beta' $$", denied),
    Way("a table in our schema", "create table cadre.mine (a int)", denied),
    Way("an operator in our schema", "create operator cadre.= (leftarg = text, rightarg = text, function = texteq)", denied),
    Way("a cast", "create cast (text as integer) with inout as implicit", denied),
    Way("an operator in public", "create operator public.= (leftarg = text, rightarg = text, function = texteq)", denied),
    Way("a policy", "create policy mine on units using (true)", denied),
    Way("policies disabled", "alter table units disable row level security", denied),
    Way("policies not forced", "alter table units no force row level security", denied),
    Way("a policy dropped", "drop policy one_city on units", denied),
    Way(
      "a trigger", "create trigger t after insert on units for each row execute function suppress_redundant_updates_trigger()",
      denied),
    Way("a rule", "create rule r as on insert to units do also notify x", denied),
    Way(
      "a part put in its place",
      "create temporary table p (like talks);; alter table talks attach partition p for values in ('gamma')", denied),
    Way("a part taken out of its place", "alter table talks detach partition talks_beta", denied),
    Way("a child", "create temporary table child () inherits (units)", denied),
    Way("an index with a function", "create index on units (lower(unit_name))", denied),
    Way(
      "a foreign key that tells",
      "create temporary table f (city_code text, unit_id text, foreign key (city_code, unit_id) references units)",
      .refused("42P16")),
    Way("rights handed on", "grant select on units to public"),
    Way("the row security of functions", "alter function cadre.city() security definer", denied),
  ]

  private static let switching: [Way] = [
    Way(
      "a prepared statement after a switch",
      "prepare p as select t::text from units t;; \(alpha) execute p;; set local cadre.city_code = 'beta';; execute p"),
    Way(
      "a prepared statement of many uses",
      "prepare p(text) as select t::text from units t where city_code = $1;; \(alpha)"
        + String(repeating: "execute p('alpha');; ", count: 7) + "execute p('beta')"),
    Way(
      "a cursor after a switch",
      "begin;; set local cadre.city_code = 'beta';; declare c cursor for select t::text from units t;; "
        + "set local cadre.city_code = 'alpha';; fetch all from c"),
    Way("a held cursor", beta + "declare c cursor with hold for select t::text from units t;; commit;; fetch all from c"),
    Way("a setting that stays", "set cadre.city_code = 'beta';; select t::text from units t"),
    Way(
      "a setting changed in the statement",
      alpha + "select t::text, set_config('cadre.city_code', 'beta', true) from units t where unit_id like 'SEC%'"),
  ]

  private static let writing: [Way] = [
    Way("rows changed", beta + "update units set unit_name = 'x' where city_code = 'beta' returning unit_id", as: [.importer]),
    Way("rows deleted", beta + "delete from units returning unit_id", as: [.importer]),
    Way("a part's rows deleted", "delete from talks_beta returning talk_id", as: [.importer]),
    Way("a table emptied", "truncate units", denied, as: [.importer]),
    Way("a table dropped", "drop table talks_beta", denied, as: [.importer]),
    Way(
      "rows merged",
      beta
        + "merge into units u using (values ('SECRET-U1')) v (id) on u.unit_id = v.id when matched then update set unit_name = 'x'",
      as: [.importer]),
    Way("results deleted", beta + "delete from results returning subject_id", as: [.evaluator]),
    Way("a run forged", beta + "insert into runs select * from runs", as: [.evaluator]),
    Way(
      "a run of the other's",
      beta
        + "insert into runs (city_code, run_id, policy, as_of, rules_digest, schema_version, watermark, result_count, evaluated_by) "
        + "values ('beta', repeat('e', 32), 'x', '2025-01-01', '', 1, '', 0, 'x')", denied, as: [.evaluator]),
    Way(
      "results kept for the other",
      beta + "insert into publication_runs (city_code, publication_number, run_id, result_set) values ('beta', 1, 'x', 'x')",
      denied, as: [.publisher]),
    Way(
      "a file put into the other's publication", "insert into publication_contents values (2, 'b', 1, 'x')", denied,
      as: [.publisher]),
    Way("data by who only reads", alpha + "delete from units", denied),
    Way("data by who judges", alpha + "update persons set name = 'x'", denied, as: [.evaluator]),
    Way("the journal by who imports", alpha + "delete from journal", denied, as: [.importer]),
    Way("numbers by who changes keys", beta + "update persons set id_number = null returning person_id", as: [.unmasker]),
    Way("names by who changes keys", alpha + "update persons set name = 'x'", denied, as: [.unmasker]),
    Way(
      "the journal by who changes keys", beta + "update journal set row_before = row_before returning row_key", as: [.unmasker]),
    Way(
      "one's own journal by who changes keys", alpha + "update journal set row_before = '(x)'", .refused("55000"), as: [.unmasker]
    ),
    Way("reasons by who changes keys", alpha + "update journal set reason = 'x'", denied, as: [.unmasker]),
    Way(
      "a key for the other",
      beta + "insert into identity_keys (city_code, key_id, made_by, probe) values ('beta', '0123456789abcdef', 'x', 'x')",
      denied,
      as: [.unmasker]),
  ]

  private static let officers: [Way] = [
    Way("the auditor reads persons", "select t::text from persons t", denied, as: [.auditor]),
    Way("the auditor reads files", "select content::text from publication_contents", denied, as: [.auditor]),
    Way("the administrator reads persons", "select t::text from persons t", denied, as: [.accessAdministrator]),
    Way("the administrator becomes a reader", "set role cadre_reader", denied, as: [.accessAdministrator]),
    Way(
      "the administrator gives himself a city", "select cadre.grant_access(session_user::text, null, 'beta', 'me', '1')",
      .refused("CA003"), as: [.accessAdministrator]),
    Way("the operator reads persons", "select t::text from persons t", denied, as: [.serverOperator]),
    Way("the operator as the owner", "set role cadre_owner;; \(beta) select t::text from cadre.persons t", as: [.serverOperator]),
    Way(
      "the operator gives himself a city", "set role cadre_owner;; grant cadre_city_beta to current_user", denied,
      as: [.serverOperator]),
    Way(
      "the operator changes who gives",
      "set role cadre_owner;; create or replace function cadre.grant_access(to_login text, duty text, city text, os_user text, program_version text) returns void language sql as ''",
      denied, as: [.serverOperator]),
  ]
}
