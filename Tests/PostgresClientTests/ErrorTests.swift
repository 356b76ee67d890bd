import CadreTesting
import Testing

@testable import PostgresClient

@Suite(.database) struct ErrorTests {
  /// libpq tells of a refusal in one text, with the severity in the server's language before the code.
  @Test(
    arguments: [
      (
        "connection to server on socket \"/x/.s.PGSQL.5432\" failed: FATAL:  57P03: the database system is starting up\nLOCATION:  x",
        "57P03",
        "connection to server on socket \"/x/.s.PGSQL.5432\" failed: FATAL:  the database system is starting up"
      ),
      (
        "connection to server at \"db\" (10.0.0.1), port 5432 failed: 致命错误:  28P01: password", "28P01",
        "connection to server at \"db\" (10.0.0.1), port 5432 failed: 致命错误:  password"
      ),
      (
        "connection to server on socket \"/x\" failed: No such file or directory", nil,
        "connection to server on socket \"/x\" failed: No such file or directory"
      ),
    ] as [(String, String?, String)])
  func aRefusalIsKnownByItsCode(report: String, state: String?, message: String) {
    let error = PostgresError(refusal: report)
    #expect(error.sqlState?.rawValue == state)
    #expect(error.message == message)
  }

  @Test func syntaxErrorWithPosition() async throws {
    let connection = try await TestDatabase.current.connect()
    let error = try #require(
      await #expect(throws: PostgresError.self) { try await connection.query(Statement("broken", "select 1 form x", [])) })
    #expect(error.kind == .server(.syntaxError))
    #expect(error.sqlState == .syntaxError && error.severity == "ERROR")
    #expect(error.position == 15)
    #expect(error.statementName == "broken")
    #expect("\(error)" == "broken: syntax error at or near \"x\" (SQLSTATE 42601, at character 15)")
    // The connection works on.
    #expect(try await connection.query("select 1").count == 1)
  }

  @Test func uniqueViolationNamesTheConstraintAndHidesTheData() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table people (id_number text constraint people_key primary key)")
    let number = "330802199001011234"
    try await connection.execute("insert into people values (\(number))")
    let error = try #require(
      await #expect(throws: PostgresError.self) { try await connection.execute("insert into people values (\(number))") })
    #expect(error.kind == .server(.uniqueViolation))
    #expect(error.constraint == "people_key" && error.table == "people" && error.schema == "public")
    #expect(error.detail?.contains(number) == true)
    assertHidden(number, in: error)
  }

  @Test func noParameterInMessages() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.executeScript(
      """
      create table t (d date, n numeric(4, 2) not null, i int);
      create function complain(who text) returns int language plpgsql as $$ begin raise exception 'no % here', who; end $$;
      """)
    let secret = "张三丰"
    let statements: [Statement] = [
      "insert into t (d, n) values (\(secret)::text::date, 1)", "insert into t (d, n) values (\(secret), 1)",
      "insert into t (n) values (\(secret)::text::numeric)", "select complain(\(secret))",
      "select \(secret)::text::int", "select (\(secret)::text)::bool", "select \([secret, "x"])::int[]",
    ]
    for statement in statements {
      let error = try #require(await #expect(throws: PostgresError.self) { try await connection.query(statement) })
      assertHidden(secret, in: error)
    }
    // And what came by COPY.
    let error = try #require(
      await #expect(throws: PostgresError.self) {
        try await connection.copyIn("copy t (d) from stdin") { try await $0.write(Array("\(secret)\n".utf8)) }
      })
    #expect(error.kind == .server(SQLState(rawValue: "22007")))
    assertHidden(secret, in: error)
  }

  private func assertHidden(_ secret: String, in error: PostgresError) {
    var dumped = ""
    dump(error, to: &dumped)
    for text in ["\(error)", String(reflecting: error), dumped] { #expect(!text.contains(secret), "\(error)") }
  }

  @Test func hintAndColumn() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table t (code text not null)")
    let missing = try #require(
      await #expect(throws: PostgresError.self) { try await connection.query("select cod from t") })
    #expect(missing.kind == .server(.undefinedColumn))
    #expect(missing.hint?.contains("t.code") == true)
    let null = try #require(
      await #expect(throws: PostgresError.self) { try await connection.execute("insert into t values (null)") })
    #expect(null.sqlState == .notNullViolation && null.column == "code" && null.table == "t")
  }

  @Test func nulCharactersAreRefused() async throws {
    let connection = try await TestDatabase.current.connect()
    let error = await #expect(throws: PostgresError.self) { try await connection.query("select \("a\0b")") }
    #expect(error?.kind == .usage)
    #expect(await #expect(throws: PostgresError.self) { try await connection.query(Statement("select 1\0", [])) }?.kind == .usage)
    #expect(try await connection.query("select 1").count == 1)
  }

  @Test func copyThroughQueryIsRefused() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table t (a int)")
    for sql in ["copy t from stdin", "copy t to stdout", "copy (select generate_series(1, 100000)) to stdout"] {
      let error = await #expect(throws: PostgresError.self) { try await connection.query(Statement(sql, [])) }
      #expect(error?.kind == .usage)
      #expect(try await connection.query("select 1").count == 1)
    }
  }

  @Test func failedConnecting() async throws {
    let missing = try await TestServer.shared.configuration(database: "there_is_none")
    let error = await #expect(throws: PostgresError.self) { _ = try await PostgresConnection.connect(missing) }
    #expect(error?.kind == .connectionFailed)
    #expect(error?.message.contains("there_is_none") == true)
    let nowhere = ConnectionConfiguration(conninfo: ["host": "/nonexistent"])
    #expect(
      await #expect(throws: PostgresError.self) { _ = try await PostgresConnection.connect(nowhere) }?.kind == .connectionFailed)
  }

  @Test func closedConnection() async throws {
    let connection = try await TestDatabase.current.connect()
    await connection.close()
    #expect(await connection.isOpen == false)
    #expect(await #expect(throws: PostgresError.self) { try await connection.query("select 1") }?.kind == .usage)
  }

  @Test func notices() async throws {
    let (stream, continuation) = AsyncStream.makeStream(of: PostgresNotice.self)
    let connection = try await PostgresConnection.connect(try TestDatabase.current.configuration) { continuation.yield($0) }
    try await connection.executeScript("do $$ begin raise warning 'careful' using hint = 'slowly'; end $$")
    var iterator = stream.makeAsyncIterator()
    let notice = await iterator.next()
    #expect(notice?.severity == "WARNING" && notice?.message == "careful" && notice?.hint == "slowly")
  }
}
