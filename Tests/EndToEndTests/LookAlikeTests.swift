import Foundation
import Testing

/// Whoever may make objects in the database beside ours does not get them run: not by an administrator, nor by any other
/// login, whatever the server's, the database's and the logins' settings say of where to look.
@Suite("Look-alikes", .timeLimit(.minutes(30)))
struct LookAlikeTests {
  private static let database = "shared"

  /// Makes the roles' logins, and for each of three places (public, and a schema of each login's name) a function, an
  /// operator, a type or a view for everything of that kind that the server or cadre has: of the same arguments, and of
  /// arguments that fit a constant better than the server's own do.
  private static let plant = #"""
    create role look_importer login; create role look_evaluator login; create role look_reader login;
    grant cadre_city_quzhou to look_importer, look_evaluator, look_reader;
    grant cadre_city_jingxian to look_importer, look_evaluator, look_reader;
    grant cadre_importer to look_importer; alter role look_importer set role cadre_importer;
    grant cadre_evaluator to look_evaluator; alter role look_evaluator set role cadre_evaluator;
    grant cadre_reader to look_reader; alter role look_reader set role cadre_reader;
    grant create on schema public to cadre_evaluator;
    create schema look_importer; create schema look_evaluator; create schema look_reader; create schema cadre_importer;
    create schema cadre_evaluator; create schema cadre_reader;

    create function public.look_alike(what text) returns text language plpgsql as
      $f$ begin raise exception 'look-alike % ran as %', what, current_user; end $f$;

    do $plant$
    declare
      place text;
      found record;
      types text[];
      names text[];
      made integer;
    begin
      perform set_config('search_path', 'pg_catalog', true);
      perform set_config('client_min_messages', 'error', true);
      foreach place in array array['public', 'look_evaluator'] loop
        for found in
          select distinct
            p.proname,
            regexp_replace(array_to_string(p.proargtypes::regtype[], '|'), swap.old, swap.new, 'g') as arguments,
            p.prorettype::regtype::text as result,
            p.proretset
          from pg_proc p
          cross join (values
            ('x^', ''), ('\ybigint\y', 'integer'), ('\ytext\y', 'varchar'), ('\ynumeric\y', 'integer'),
            ('\yname\y', 'text'), ('\yoid\y', 'regclass'), ('\ytimestamp with time zone\y', 'date'),
            ('\ydouble precision\y', 'integer')
          ) as swap (old, new)
          where p.pronamespace = 'pg_catalog'::regnamespace
            and p.prokind = 'f'
            and p.proname !~ '^(pg_stat|RI_|binary_upgrade|ts_|jsonb?_|xml|inet|geo|gin|gist|spg|brin|box|circle|poly|path|point|lseg|line)'
            and not exists (
              select from unnest(p.proargtypes || p.prorettype) as t (oid)
              join pg_type y on y.oid = t.oid and y.typtype = 'p'
            )
        loop
          begin
            execute format(
              'create function %I.%I(%s) returns %s %s language plpgsql as $f$ begin perform public.look_alike(%L); end $f$',
              place, found.proname, replace(found.arguments, '|', ', '), case when found.proretset then 'setof' else '' end,
              found.result, found.proname);
          exception when others then null;
          end;
        end loop;
        for found in
          select
            o.oid,
            o.oprname,
            o.oprleft::regtype::text as l,
            o.oprright::regtype::text as r,
            o.oprresult::regtype::text as result
          from pg_operator o
          where o.oprnamespace = 'pg_catalog'::regnamespace
            and o.oprleft <> 0
        loop
          begin
            execute format(
              'create function %I.look_%s(%s, %s) returns %s language plpgsql as
                $f$ begin perform public.look_alike(%L); end $f$',
              place, found.oid, found.l, found.r, found.result, found.oprname);
            execute format(
              'create operator %I.%s (leftarg = %s, rightarg = %s, function = %I.look_%s)',
              place, found.oprname, found.l, found.r, place, found.oid);
          exception when others then null;
          end;
        end loop;
          for found in
            select c.relname
            from pg_class c
            where c.relkind in ('r', 'p', 'v')
              and (
                c.relnamespace = 'cadre'::regnamespace
                or c.relnamespace = 'pg_catalog'::regnamespace and c.relname !~ '^pg_stat'
              )
          loop
            execute format(
              'create view %I.%I as select public.look_alike(%L) as city_code', place, found.relname, found.relname);
          end loop;
        foreach names slice 1 in array array[
          array['text', 'text'], array['date', 'date'], array['numeric', 'numeric'], array['smallint', 'int2'],
          array['regclass', 'oid'], array['name', 'name'], array['int2', 'int2'], array['int4', 'int4'],
          array['int8', 'int8'], array['bool', 'bool'], array['timestamptz', 'timestamptz']
        ] loop
          execute format(
            'create domain %I.%I as pg_catalog.%I check (public.look_alike(%L) is null)',
            place, names[1], names[2], 'type ' || names[1]);
        end loop;
      end loop;
    end
    $plant$;

    create type public.look_type as (a integer);
    create function public.look_cast(integer) returns public.look_type language plpgsql as
      $f$ begin perform public.look_alike('cast'); return null; end $f$;
    create cast (integer as public.look_type) with function public.look_cast(integer) as implicit;

    alter database shared set search_path to public, look_evaluator, pg_catalog;
    alter role look_importer set search_path to public, pg_catalog;
    alter role look_evaluator set search_path to look_evaluator, public, pg_catalog;
    alter role look_reader set search_path to public, pg_catalog;
    alter role cadre in database shared set search_path to public, pg_catalog;
    """#

  @Test("None runs, whoever runs which command")
  func noneRuns() async throws {
    try await withProgram { program, home in
      let program = try await program.withKey(in: home + "-key")
      defer { try? FileManager.default.removeItem(atPath: home + "-key") }
      _ = try await program("db", "start")
      #expect(try await program("db", "psql", "-c", "create database \(Self.database)").status == 0)
      let url = try await program("db", "url").output.trimmingCharacters(in: .newlines)
      let owner = url.replacing("/cadre?", with: "/\(Self.database)?")
      #expect(try await program("migrate", "--database", owner).status == 0)
      let script = home + "-plant.sql"
      try Self.plant.write(toFile: script, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(atPath: script) }
      let planted = try await program("db", "psql", "-q", "-X", "-v", "ON_ERROR_STOP=1", "-d", Self.database, "-f", script)
      try #require(planted.status == 0, "\(planted.errors)")
      // They would run where someone looks for them: what follows proves something.
      let bait = try await program(
        "db", "psql", "-X", "-d", Self.database, "-c", "set search_path to public, pg_catalog",
        "-c", "select hashtextextended('x', 0)")
      #expect(bait.errors.contains("look-alike hashtextextended ran as cadre"), "\(bait.errors)")

      let host = try #require(url.split(separator: "@").last).dropFirst("/cadre?".count)
      func login(_ name: String) -> String { "postgresql://\(name)@/\(Self.database)?\(host)" }
      for name in ["look_importer", "look_evaluator", "look_reader"] {
        _ = try await program("db", "psql", "-X", "-c", "alter role \(name) password 'x'")
      }
      func database(of name: String) -> String { login(name).replacing("\(name)@", with: "\(name):x@") }
      let delivery = try await program.sample("quzhou", persons: 100, in: home + "-in")
      let other = try await program.sample("jingxian", persons: 100, in: home + "-in")
      defer {
        for path in [delivery, other, home + "-out"] { try? FileManager.default.removeItem(atPath: path) }
      }
      let (day, out) = ("2025-12-31", home + "-out")
      func runs(_ database: String, _ arguments: String..., status: Int32 = 0) async throws {
        let run = try program.start(arguments + ["--database", database, "--lang", "en"])
        let outcome = try await run.outcome()
        #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
        #expect(!outcome.errors.contains("look-alike") && !outcome.output.contains("look-alike"), "\(outcome.errors)")
      }
      try await runs(owner, "migrate")
      try await runs(owner, "migrate", "--status")
      try await runs(database(of: "look_importer"), "import", "--city", "quzhou", delivery)
      try await runs(owner, "import", "--city", "jingxian", other)
      try await runs(database(of: "look_importer"), "import", "--city", "quzhou", delivery)
      try await runs(database(of: "look_importer"), "doctor")
      try await runs(database(of: "look_evaluator"), "evaluate", "--as-of", day)
      try await runs(database(of: "look_evaluator"), "evaluate", "--as-of", day, "--city", "quzhou", "--afresh")
      try await runs(owner, "evaluate", "--as-of", day, "--afresh")
      for place in [owner, database(of: "look_evaluator"), database(of: "look_reader")] {
        if place != database(of: "look_reader") { try await runs(place, "report", "all", "--as-of", day, "--out", out) }
        try await runs(place, "report", "city", "quzhou", "--as-of", day, "--out", out)
        try await runs(place, "export", "results", "--city", "quzhou", "--as-of", day, "--out", out + "/r.csv")
        try await runs(place, "doctor")
      }
      try await runs(database(of: "look_reader"), "evaluate", "--as-of", "2023-06-30", status: 1)
    }
  }
}
