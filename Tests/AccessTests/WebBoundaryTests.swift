import Access
import AccountsTesting
import CadreTesting
import PostgresClient
import Testing

@testable import Accounts

/// The boundary, looked at as SQL in the login of the pages' server.
@Suite(.twoCities) struct WebBoundaryTests {
  /// An account of the name `way`, another one that has everything of beta, and a session of the login that holds the first's.
  private func connect(
    _ holder: WebWay.Holder, as role: String? = nil, other: inout [UInt8]
  ) async throws -> (PostgresConnection, ConnectionPool) {
    let everything = try await WebFixture.make("other", duties: [.reader, .importer, .evaluator, .publisher], cities: ["beta"])
    other = everything.token.digest
    await everything.close()
    let pool = try await WebFixture.pool(1)
    let configuration = try await pool.withConnection { $0.configuration }
    let connection = try await PostgresConnection.connect(configuration)
    if case .account(let duties) = holder {
      let isOfficer = duties.contains(where: \.standsAlone)
      let web = try await WebFixture.make("way", duties: Set(duties), cities: isOfficer ? [] : ["alpha"])
      await web.close()
      _ = try await connection.query("select set_config('cadre.session', \(web.token.cookie), false)")
    }
    if let role { try await connection.execute(Statement(nil, "set role \(role)", [])) }
    return (connection, pool)
  }

  @Test(arguments: WebWay.all) func noWayLeadsFurtherThanTheAccount(way: WebWay) async throws {
    var digest: [UInt8] = []
    let (connection, pool) = try await connect(way.holder, other: &digest)
    var learnt = Learnt()
    let hexadecimal = digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    await learnt.run(way.sql.replacing("OTHER_DIGEST", with: hexadecimal), connection)
    await connection.close()
    await pool.close()
    #expect(learnt.states.first == way.refused, "\(learnt.text.prefix(400))")
    #expect(!learnt.text.contains("row") || way.refused != nil, "\(learnt.text.prefix(400))")
    #expect(!learnt.text.contains(TwoCities.secret), "\(learnt.text.prefix(400))")
  }

  /// The ways of logins, as accounts of the same duties in the same city.
  @Test(arguments: Way.all.filter { $0.duties.count == 1 && $0.allowed.isEmpty })
  func waysOfLoginsLeadNowhere(way: Way) async throws {
    let duty = way.duties[0]
    var digest: [UInt8] = []
    let (connection, pool) = try await connect(
      .account([duty]), as: duty == .serverOperator ? nil : duty.role, other: &digest)
    var learnt = Learnt()
    await learnt.run(way.sql, connection)
    await connection.close()
    await pool.close()
    #expect(!learnt.text.contains(TwoCities.secret), "\(learnt.text.prefix(400))")
  }

  /// What somebody gave the login past us counts for nothing.
  @Test func aCityGivenToTheLoginIsNone() async throws {
    let owner = try await TestDatabase.current.connect()
    let login = "odd_pages_\(try TestDatabase.current.name)"
    try await owner.executeScript(
      "create role \(login) login; grant cadre_web, cadre_reader, cadre_city_alpha, cadre_city_beta to \(login)")
    var configuration = try TestDatabase.current.configuration
    configuration.conninfo["user"] = login
    let connection = try await PostgresConnection.connect(configuration)
    var learnt = Learnt()
    await learnt.run("begin;; set local cadre.city_code = 'beta';; select t::text from units t;; select cadre.city()", connection)
    #expect(learnt.states.isEmpty && !learnt.text.contains(TwoCities.secret) && !learnt.text.contains("beta"))
    await connection.close()
    try await owner.executeScript("drop role \(login)")
    await owner.close()
  }

  /// What is the account's own it sees, each table alike; and the plan is everybody's.
  @Test func onesOwnCityIsSeen() async throws {
    let web = try await WebFixture.make(duties: [.reader], cities: ["alpha"])
    try await web.viewer.withTransaction(web.pool, as: .reader, seeing: ["alpha"]) { connection in
      for table in [
        "units", "persons", "talks", "posts", "journal", "imports", "runs", "results", "publications", "publication_contents",
      ] {
        let found = try await connection.query(Statement(nil, "select t::text from \(table) t", []))
        #expect(!found.isEmpty, "\(table)")
      }
      let rows = try await connection.query(
        "explain (analyze, costs off, timing off, summary off) select p.name from persons p where p.city_code = 'alpha'")
      let plan = try rows.map { try $0.decode(0, as: String.self) }.joined(separator: "\n")
      #expect(plan.contains("One-Time Filter: (") && plan.contains("actual rows=40 loops=1") && !plan.contains("account_"))
    }
    await web.close()
  }

  /// One connection serves many accounts one after the other: none finds what another left.
  @Test func connectionsAreNobodysBetweenTwoAccounts() async throws {
    let alpha = try await WebFixture.make("anna", duties: [.reader], cities: ["alpha"], size: 1)
    let beta = try await WebFixture.make("bert", duties: [.reader], cities: ["beta"], size: 1)
    let left = try await beta.viewer.withConnection(alpha.pool, as: .reader) { connection in
      // As SQL would that somebody brought in.
      try await connection.executeScript(
        """
        set cadre.city_code = 'beta';
        create temporary table units as select * from cadre.units;
        create function pg_temp.lower(text) returns text language sql as 'select ''SECRET''';
        prepare p as select t::text from cadre.units t;
        declare c cursor with hold for select t::text from cadre.units t;
        set search_path = pg_temp, cadre, pg_catalog
        """)
      return await connection.backendProcess
    }
    try await alpha.viewer.withTransaction(alpha.pool, as: .reader, seeing: ["alpha"], options: .readCommitted) { connection in
      let texts = try await connection.query("select lower('A') as a, current_setting('cadre.session') as s").first
      #expect(try texts?.decode("a") == "a" && texts?.decode("s") == alpha.token.cookie)
      #expect(await connection.backendProcess == left)
      #expect(try await connection.query("select u.unit_name from units u").count == 20)
      #expect(try await connection.query("select from pg_prepared_statements").isEmpty)
      #expect(try await connection.query("select from pg_cursors where name <> ''").isEmpty)
    }
    // After it, too, the connection is nobody's.
    try await alpha.pool.withConnection { connection in
      let row = try await connection.query(
        "select current_setting('cadre.session', true) as s, cadre.city() as c, current_user::text as u"
      ).first
      #expect(try row?.decode("s", as: String?.self) ?? "" == "")
      #expect(try row?.decode("c", as: String?.self) ?? "" == "")
      #expect(try row?.decode("u") == "pages_of_tests")
    }
    await alpha.close()
    await beta.close()
  }

  /// What a transaction may be is asked before anything runs in it.
  @Test func whatTheAccountLacksIsSaid() async throws {
    let web = try await WebFixture.make(duties: [.evaluator], cities: ["alpha"])
    // Who judges reads what is needed for it.
    try await web.viewer.withTransaction(web.pool, as: .reader, seeing: ["alpha"]) { _ in }
    await #expect(throws: AccessError.self) { try await web.viewer.withTransaction(web.pool, as: .importer) { _ in } }
    await #expect(throws: AccessError.self) {
      try await web.viewer.withTransaction(web.pool, as: .evaluator, seeing: ["alpha", "beta"]) { _ in }
    }
    await web.close()
  }

  @Test func severalCitiesAtOnce() async throws {
    let web = try await WebFixture.make(duties: [.reader], cities: ["alpha", "beta"])
    try await web.viewer.withTransaction(web.pool, as: .reader, seeing: ["alpha", "beta"]) { connection in
      let found = try await connection.query("select count(distinct u.city_code) as n from units u")
      #expect(try found.first?.decode("n") == 2)
    }
    await web.close()
  }

  /// What an account does is entered in its name.
  @Test func theLogNamesTheAccount() async throws {
    let web = try await WebFixture.make(duties: [.reader], cities: ["alpha"])
    let number = try await web.viewer.withTransaction(web.pool, as: .reader, options: .readCommitted) { connection in
      try await connection.query(
        "select cadre.append_audit_entry('host', '1', 'web city', 'report', 'alpha', '', '', '', null, '', '') as n"
      ).first?.decode("n", as: Int.self)
    }
    let owner = try await TestDatabase.current.connect()
    let login = try await owner.query("select e.login from audit_entries e where e.entry_number = \(number)").first?
      .decode("login", as: String.self)
    #expect(login == "pages_of_tests/wang")
    await owner.close()
    await web.close()
  }
}
