import Access
import CadreTesting
import PostgresClient
import Schema
import Testing

/// The boundary, looked at from the other side: as a login of one city, by SQL.
@Suite(.twoCities) struct BoundaryTests {
  /// Each way, as the login that gets furthest by it.
  @Test(arguments: Way.all) func noWayLeadsToTheOtherCity(way: Way) async throws {
    let isOfficer = way.duties.contains(where: \.standsAlone)
    let connection = try await TwoCities.connect(way.duties, cities: isOfficer ? [] : ["alpha"])
    var learnt = Learnt()
    await learnt.run(way.sql, connection)
    await connection.close()
    // What somebody asked by its name is no news.
    #expect(!learnt.text.contains(TwoCities.secret), "\(learnt.text.prefix(400))")
    switch way.end {
    case .nothing: #expect(learnt.states.isEmpty, "\(learnt.text.prefix(400))")
    case .refused(let state): #expect(learnt.states.first == state, "\(learnt.text.prefix(400))")
    }
  }

  /// Of whom row-level security does not hold, the same ways lead there: the test above has something to find.
  @Test(arguments: Way.all.filter(\.leads)) func theWaysLeadThereWithoutTheBoundary(way: Way) async throws {
    let connection = try await TestDatabase.current.connect()
    var learnt = Learnt()
    await learnt.run(way.sql, connection)
    await connection.close()
    #expect(learnt.text.contains(TwoCities.secret))
  }

  /// And all of them as every login.
  @Test(arguments: Duty.allCases) func noWayLeadsThereForAnyDuty(duty: Duty) async throws {
    let isOfficer = duty.standsAlone
    for way in Way.all where !way.allowed.contains(duty) {
      let connection = try await TwoCities.connect([duty], cities: isOfficer ? [] : ["alpha"])
      var learnt = Learnt()
      await learnt.run(way.sql, connection)
      await connection.close()
      #expect(!learnt.text.contains(TwoCities.secret), "\(way.name): \(learnt.text.prefix(400))")
    }
  }

  /// What is one's own is seen, each table alike.
  @Test(arguments: ["units", "persons", "talks", "posts", "journal", "imports", "runs", "results", "publication_contents"])
  func onesOwnCityIsSeen(table: String) async throws {
    let connection = try await TwoCities.connect([.reader])
    let isThere = try await connection.withTransaction { connection in
      try await connection.see(["alpha"])
      return try await connection.query(Statement(nil, "select t::text from \(table) t", [])).count > 0
    }
    #expect(isThere)
    await connection.close()
  }

  /// Who sees both reads both at once, every table alike, and writes in one at a time.
  @Test func severalCitiesInOneTransaction() async throws {
    let connection = try await TwoCities.connect([.importer, .reader], cities: ["alpha", "beta"])
    let counts = try await connection.withTransaction { connection in
      try await connection.see(["alpha", "beta"])
      var counts: [Int] = []
      for table in ["units", "persons", "talks", "posts", "journal", "results", "results_\(TwoCities.secretSet)"] {
        counts.append(
          try await connection.query(Statement(nil, "select count(distinct city_code) as n from \(table)", [])).first?
            .decode("n") ?? 0)
      }
      return counts
    }
    #expect(counts == [2, 2, 2, 2, 2, 2, 1])
    let error = await #expect(throws: PostgresError.self) {
      try await connection.withTransaction { connection in
        try await connection.see(["alpha", "beta"])
        try await connection.execute("update units set unit_name = 'x'")
      }
    }
    #expect(error?.sqlState == .insufficientPrivilege)
    await connection.close()
  }

  /// The policy asks once a statement, whatever the rows, and a statement about a city compares none twice.
  @Test func whoMaySeeIsAskedOnceAStatement() async throws {
    let connection = try await TwoCities.connect([.reader])
    try await connection.withTransaction { connection in
      try await connection.see(["alpha"])
      let rows = try await connection.query(
        "explain (analyze, costs off, timing off, summary off) select p.name from persons p where p.city_code = 'alpha'")
      let plan = try rows.map { try $0.decode(0, as: String.self) }.joined(separator: "\n")
      #expect(plan.contains("InitPlan 1"))
      #expect(plan.contains("One-Time Filter: ("))
      #expect(plan.contains("= 'alpha'::text)"))
      // Asked once, for forty rows, which later servers write 40.00.
      #expect(plan.contains("actual rows=40"))
      #expect(plan.contains("loops=1") && !plan.contains("loops=4"))
      #expect(!plan.contains("has_role"))
    }
    await connection.close()
  }

  /// What the planner expects of a name is the same whether the other city has it, forty times, or nobody.
  @Test(arguments: ["persons", "units"]) func estimatesTellNothingOfTheOtherCity(table: String) async throws {
    let connection = try await TwoCities.connect([.reader])
    let (column, word) = table == "persons" ? ("name", "name") : ("unit_name", "unit")
    var plans: [String] = []
    for text in ["SECRET \(word)", "nobody \(word)"] {
      let rows = try await connection.query(
        Statement(nil, "explain select \(column) from \(table) where city_code = 'alpha' and \(column) = '\(text)'", []))
      plans.append(try rows.map { try $0.decode(0, as: String.self) }.joined(separator: "\n").replacing(text, with: "?"))
    }
    #expect(plans[0] == plans[1])
    await connection.close()
  }

  /// Every table and every part is closed, and none is anybody else's.
  @Test func everyTableIsClosed() async throws {
    let connection = try await TestDatabase.current.connect()
    let open = try await connection.query(
      """
      select c.relname::text as name
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_code' and not a.attisdropped
      where c.relnamespace = 'cadre'::regnamespace
        and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity and pg_get_userbyid(c.relowner) = 'cadre_owner')
      """
    ).map { try $0.decode("name", as: String.self) }
    #expect(open.isEmpty)
    try await OwnSchema.check(connection)
    let exempt = try await connection.query(
      "select rolname::text as name from pg_roles where rolname like 'cadre\\_%' and (rolbypassrls or rolsuper or rolcanlogin)")
    #expect(exempt.isEmpty)
    await connection.close()
  }

  /// A function that runs with more rights looks up nothing where others can put something.
  @Test func functionsLookUpNamesInTheServersSchemaAlone() async throws {
    let connection = try await TestDatabase.current.connect()
    let loose = try await connection.query(
      """
      select p.proname::text as name
      from pg_proc p
      where p.pronamespace = 'cadre'::regnamespace
        and not coalesce(
          p.proconfig @> array['search_path=pg_catalog, pg_temp'] or p.proconfig @> array['search_path=pg_catalog, cadre, pg_temp'],
          false)
      """)
    #expect(loose.isEmpty)
    let callable = try await connection.query(
      """
      select p.proname::text as name
      from pg_proc p
      where p.pronamespace = 'cadre'::regnamespace
        and has_function_privilege('public', p.oid, 'execute')
      order by 1
      """
    ).map { try $0.decode("name", as: String.self) }
    #expect(
      callable == [
        "account_has_role", "account_may_act_as", "account_sees", "acts_rightly", "cities_seen", "city", "has_role",
        "has_role_of_owner", "is_migrating", "is_web", "login_has_role", "persons_seen", "publications_seen", "units_seen",
      ])
    await connection.close()
  }
}
