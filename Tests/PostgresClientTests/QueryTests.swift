import CadreTesting
import PostgresClient
import Testing

@Suite(.database) struct QueryTests {
  @Test func rowsAndParameters() async throws {
    let connection = try await TestDatabase.current.connect()
    let name = "张三"
    let rows = try await connection.query("select \(name) as name, \(42) as number, \(true) as truth")
    #expect(rows.count == 1)
    #expect(try rows[0].decode("name") == "张三")
    #expect(try rows[0].decode("number", as: Int.self) == 42)
    #expect(try rows[0].decode("truth", as: Bool.self))
  }

  @Test func affectedRows() async throws {
    let connection = try await TestDatabase.current.connect()
    #expect(try await connection.execute("create table t (a int)") == 0)
    #expect(try await connection.execute("insert into t select generate_series(1, 7)") == 7)
    #expect(try await connection.execute("update t set a = a + 1 where a > \(4)") == 3)
    #expect(try await connection.execute("delete from t where a = 99") == 0)
  }

  @Test func scriptOfSeveralStatements() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.executeScript("create table t (a int); insert into t values (1), (2);", name: "setup")
    #expect(try await connection.query("select a from t").count == 2)
    let error = await #expect(throws: PostgresError.self) {
      try await connection.executeScript("insert into t values (3); select 1/0; insert into t values (4);", name: "bad")
    }
    #expect(error?.sqlState == SQLState(rawValue: "22012"))
    #expect(error?.statementName == "bad")
    // One statement failed: none took effect.
    #expect(try await connection.query("select a from t").count == 2)
  }

  @Test func interpolationNeverBecomesSQL() async throws {
    let connection = try await TestDatabase.current.connect()
    let evil = "'; drop table t; --"
    let statement: Statement = "select \(evil) as text"
    #expect(statement.sql == "select $1 as text")
    // Also where the literal is an argument, and with a name.
    #expect(Statement("select \(evil) as text").sql == "select $1 as text")
    #expect(Statement("named", "select \(evil) as text").sql == "select $1 as text")
    #expect(Statement("select \(unescaped: "1") as \(identifier: "a\"b")").sql == "select 1 as \"a\"\"b\"")
    #expect(try await connection.query(statement)[0].decode("text") == evil)
  }
}
