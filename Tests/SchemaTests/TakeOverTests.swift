import CadreTesting
import PostgresClient
import Schema
import Testing

/// Databases from before cadre had a schema of its own.
@Suite(.database(template: .unmigrated)) struct TakeOverTests {
  /// A database of so many migrations as they were applied then, in `public`, with roles that owned tables.
  private func earlier(_ version: Int = 21) async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    let all = try Migrations.shipped()
    try await Migrations(all.list.filter { $0.version <= version }).apply(to: connection, by: "me")
    try await connection.execute("insert into cities values ('quzhou', '衢州', 'Quzhou', '33', '3308')")
    try await connection.execute("create table cadre.talks_quzhou partition of talks for values in ('quzhou')")
    try await connection.execute("insert into talks values ('quzhou', 'L1', 'P1', 'P2', '2024-01-01', 'summon')")
    try await connection.execute("drop table cadre.schema_shape")
    try await connection.executeScript(
      """
      do $$
      declare moved record;
      begin
        if to_regrole('cadre_evaluator') is null then create role cadre_evaluator nologin; end if;
        for moved in select c.relname from pg_class c
          where c.relnamespace = 'cadre'::regnamespace and c.relkind in ('r', 'p')
        loop
          execute format('alter table cadre.%I set schema public', moved.relname);
        end loop;
      end $$;
      alter table public.results owner to cadre_evaluator;
      alter table public.results enable row level security;
      create policy one_city on public.results using (true);
      drop schema cadre;
      """)
    return connection
  }

  @Test(arguments: [21, 23]) func tablesMoveWithPartsAndRowsAndBelongToTheOwner(version: Int) async throws {
    let connection = try await earlier(version)
    #expect(try await Migrations.shipped().status(of: connection).version == version)
    try await Migrations.shipped().apply(to: connection, by: "me")
    try await OwnSchema.check(connection)
    #expect(
      try await connection.lines(
        """
        select n.nspname || ' ' || count(*) filter (where pg_get_userbyid(c.relowner) <> 'cadre_owner') as line
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('cadre', 'public')
          and c.relkind in ('r', 'p', 'i', 'I')
        group by n.nspname
        """) == ["cadre 0"])
    #expect(
      try await connection.lines("select concat_ws('|', tableoid::regclass, talk_id) as line from talks")
        == ["talks_quzhou|L1"])
    // The policy is ours again, whatever the table's owner had made of it.
    #expect(
      try await connection.lines(
        """
        select distinct p.polname || ' ' || pg_get_expr(p.polqual, p.polrelid) as line
        from pg_policy p
        where p.polrelid in ('results'::regclass, 'talks'::regclass, 'talks_quzhou'::regclass)
          and p.polroles = '{0}'
        """) == ["one_city (city_code = ( SELECT city() AS city))"])
    await connection.close()
  }

  /// The evaluator owned the table of results, and could tie functions to it.
  @Test func aTriggerOfAnEarlierOwnersStopsTheMove() async throws {
    let connection = try await earlier()
    try await connection.executeScript(
      """
      create function public.stranger() returns trigger language plpgsql as $$ begin return new; end $$;
      create trigger strange before insert on public.results for each row execute function public.stranger();
      """)
    await #expect(throws: OwnSchemaError.self) { try await Migrations.shipped().apply(to: connection, by: "me") }
    #expect(try await Migrations.shipped().status(of: connection).version == 21)
    await connection.close()
  }
}
