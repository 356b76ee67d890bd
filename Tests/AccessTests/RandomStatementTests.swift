import Access
import Accounts
import AccountsTesting
import CadreTesting
import PostgresClient
import Testing

/// Ten thousand statements of a grammar over the schema, as each duty: none shows or changes a row of the other city.
@Suite(.twoCities, .timeLimit(.minutes(40))) struct RandomStatementTests {
  private static let count = 10_000

  /// Runs statements one after the other, each under a city of its own, and gives back those whose rows or errors hold the other
  /// city's word.
  private static let trying = """
    create function pg_temp.try(statements text[], cities text[]) returns table (statement text, shown text)
    language plpgsql as $f$
    declare
      said text;
      detail text;
      hint text;
    begin
      for i in 1..cardinality(statements) loop
        begin
          perform set_config('cadre.city_code', cities[i], true);
          execute statements[i] into said;
        exception when others then
          get stacked diagnostics said = message_text, detail = pg_exception_detail, hint = pg_exception_hint;
          said := concat_ws(' ', said, detail, hint);
        end;
        if said like '%SECRET%' then
          statement := statements[i];
          shown := said;
          return next;
        end if;
      end loop;
    end
    $f$
    """

  @Test(arguments: Duty.allCases) func noneShowsTheOtherCity(duty: Duty) async throws {
    let owner = try await TestDatabase.current.connect()
    let before = try await fingerprint(owner)
    let isOfficer = duty.standsAlone
    let connection = try await TwoCities.connect([duty], cities: isOfficer ? [] : ["alpha"])
    var grammar = StatementGrammar(seed: UInt64(Duty.allCases.firstIndex(of: duty) ?? 0) + 1)
    try await connection.execute(Statement("try", Self.trying, []))
    for _ in 0..<(Self.count / 500) {
      let statements = (0..<500).map { _ in grammar.statement() }
      let cities = (0..<500).map { _ in grammar.city() }
      let leaks = try await connection.query(
        Statement(
          "try statements", "select t.statement, t.shown from pg_temp.try($1, $2) t",
          [.textArray(statements), .textArray(cities)]))
      #expect(try leaks.map { try $0.decode("statement", as: String.self) } == [])
    }
    await connection.close()
    #expect(try await fingerprint(owner) == before)
    await owner.close()
  }

  /// The same in the login of the pages' server, as an account of each duty, and as none: each statement as another role.
  @Test(arguments: [nil] + Duty.allCases.filter { $0 != .web }.map(Optional.some))
  func noneShowsTheOtherCityToAnAccount(duty: Duty?) async throws {
    let owner = try await TestDatabase.current.connect()
    let before = try await fingerprint(owner)
    let web = try await WebFixture.make(
      duties: [duty ?? .reader], cities: duty?.standsAlone == true ? [] : ["alpha"], size: 1)
    var grammar = StatementGrammar(seed: UInt64(duty.flatMap(Duty.allCases.firstIndex) ?? 20) + 101)
    try await web.pool.withConnection { connection in
      try await connection.execute(Statement("try", Self.trying, []))
      if duty != nil { _ = try await connection.query("select set_config('cadre.session', \(web.token.cookie), false)") }
      for role in [
        "reader", "importer", "evaluator", "publisher", "auditor", "access_administrator", "several_cities", "unit_reader",
      ] {
        try await connection.execute(Statement(nil, "set role cadre_\(role)", []))
        let leaks = try await connection.query(
          Statement(
            "try statements", "select t.statement, t.shown from pg_temp.try($1, $2) t",
            [
              .textArray((0..<300).map { _ in grammar.statement() }), .textArray((0..<300).map { _ in grammar.city() }),
            ]))
        #expect(try leaks.map { try $0.decode("statement", as: String.self) } == [])
      }
    }
    await web.close()
    #expect(try await fingerprint(owner) == before)
    await owner.close()
  }

  /// The grammar reaches the other city's rows where nothing is in the way.
  @Test func theGrammarReachesThem() async throws {
    let owner = try await TestDatabase.current.connect()
    var grammar = StatementGrammar(seed: 1)
    try await owner.execute(Statement("try", Self.trying, []))
    let statements = (0..<500).map { _ in grammar.query() }
    let leaks = try await owner.query(
      Statement(
        "try statements", "select t.statement from pg_temp.try($1, $2) t",
        [.textArray(statements), .textArray(statements.map { _ in "beta" })]))
    #expect(leaks.count > 100)
    await owner.close()
  }

  /// Of all that the other city has.
  private func fingerprint(_ connection: PostgresConnection) async throws -> [String] {
    var sums: [String] = []
    for table in StatementGrammar.tables {
      let row = try await connection.query(
        Statement(
          nil, "select count(*) || ' ' || coalesce(sum(hashtext(t::text)), 0) as sum from \(table) t where city_code = 'beta'", []
        )
      ).first
      sums.append(try row?.decode("sum") ?? "")
    }
    return sums
  }
}

/// Makes statements: queries of every shape over our tables, their parts and the server's catalogue, and changes.
struct StatementGrammar {
  static let tables = [
    "units", "persons", "talks", "posts", "imports", "import_files", "journal", "touched_persons", "digest_changes",
    "identity_keys",
    "contradictions", "runs", "run_indicators", "result_sets", "results", "publication_runs",
  ]
  private static let places =
    tables + [
      "talks_beta", "talks_alpha", "posts_earlier", "results_\(TwoCities.secretSet)", "only units", "publication_contents",
      "publications", "cities", "pg_roles", "audit_entries",
    ]
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  private mutating func draw(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  private mutating func pick<T>(_ values: [T]) -> T { values[draw(values.count)] }

  mutating func city() -> String { pick(["", "alpha", "beta", "beta", "alpha,beta", "%", "'beta'"]) }

  /// One that gives back one text, or changes something.
  mutating func statement() -> String {
    switch draw(10) {
    case 0: change()
    case 1: call()
    default: query()
    }
  }

  mutating func query() -> String { "select string_agg(q::text, ' ') from (\(select(depth: 2))) q" }

  private mutating func select(depth: Int) -> String {
    switch depth == 0 ? 0 : draw(9) {
    case 0, 1: "select t.* from \(pick(Self.places)) t\(condition("t", depth))"
    case 2:
      "select a, b from \(pick(Self.places)) a \(pick(["join", "left join", "full join", "cross join lateral"])) "
        + "(\(select(depth: depth - 1)) limit 20) b\(pick([" on true", " on a::text <> b::text", ""]))\(condition("a", depth))"
    case 3: "\(select(depth: depth - 1)) \(pick(["union all", "union", "except", "intersect"])) \(select(depth: depth - 1))"
    case 4: "with w as \(pick(["", "materialized ", "not materialized "]))(\(select(depth: depth - 1))) select w from w"
    case 5: "select (select string_agg(s::text, ',') from (\(select(depth: depth - 1))) s) as v"
    case 6: "select max(t::text), count(*) from (\(select(depth: depth - 1))) t group by \(pick(["()", "left(t::text, 1)"]))"
    case 7: "select first_value(t::text) over (order by t::text desc) as v from (\(select(depth: depth - 1))) t"
    default: "select t::text as v from \(pick(Self.places)) t order by 1 \(pick(["", "desc"])) limit \(draw(5) + 1)"
    }
  }

  private mutating func condition(_ row: String, _ depth: Int) -> String {
    switch draw(9) {
    case 0: " where city_code = 'beta'"
    case 1: " where city_code in ('alpha', 'beta')"
    case 2: " where \(row)::text like '%a%'"
    case 3 where depth > 0: " where exists (\(select(depth: depth - 1)))"
    case 4: " where set_config('cadre.city_code', 'beta', true) = 'beta'"
    case 5: " where \(row).tableoid <> 0"
    case 6: " where city_code <> current_setting('cadre.city_code', true) or true"
    case 7: " where row_to_json(\(row))::text is not null"
    default: ""
    }
  }

  private mutating func change() -> String {
    let place = pick(Self.tables + ["talks_beta", "results_\(TwoCities.secretSet)"])
    return switch draw(5) {
    case 0: "update \(place) t set city_code = 'beta' where city_code = 'alpha' returning t::text"
    case 1: "update \(place) t set city_code = city_code where city_code = 'beta' returning t::text"
    case 2: "delete from \(place) t where city_code = 'beta' returning t::text"
    case 3: "insert into \(place) select t.* from \(place) t where city_code = 'beta'"
    default: "insert into \(place) (city_code) values ('beta')"
    }
  }

  private mutating func call() -> String {
    pick([
      "select cadre.city()", "select cadre.cities_seen()::text", "select cadre.import_record_digest('beta', 1)",
      "select cadre.drop_result_part('results', 'beta', '\(TwoCities.secretSet)')::text",
      "select cadre.make_city_part('scores', 'beta', 100)::text",
      "select cadre.refresh_statistics('units', array['unit_name'])::text",
      "select cadre.guard('units')::text", "select string_agg(a::text, ',') from cadre.access_list() a",
      "select string_agg(u::text, ',') from cadre.imports_unlike_log() u", "select cadre.publications_seen()::text",
      "select string_agg(p, ',') from cadre.publication_paths(2) p", "select cadre.silence_references('beta')::text",
      "select query_to_xml('\(select(depth: 1).replacing("'", with: "''"))', true, true, '')::text",
      "select cadre.store_city('beta', 'SECR', 'x', '1', '1')::text",
      "select string_agg(s::text, ',') from pg_stats s where schemaname = 'cadre' and tablename ~ 'units|persons|beta'",
    ])
  }
}
