import CadreTesting
import PostgresClient
import Testing

@Suite(.database) struct PipelineTests {
  @Test func resultsInOrder() async throws {
    let connection = try await TestDatabase.current.connect()
    let results = try await connection.pipeline([
      "create table t (a int)", "insert into t values (\(1)), (\(2))", "select a from t order by a", "select 'x' as b",
    ])
    #expect(results.map(\.count) == [0, 0, 2, 1])
    #expect(try results[2].map { try $0.decode("a", as: Int.self) } == [1, 2])
    #expect(try results[3][0].decode("b") == "x")
    #expect(try await connection.pipeline([]).isEmpty)
    #expect(try await connection.query("select 1").count == 1)
  }

  @Test func errorInTheMiddleUndoesAll() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table t (a int)")
    let error = await #expect(throws: PostgresError.self) {
      try await connection.pipeline([
        "insert into t values (1)", Statement("middle", "insert into t values (1/(\(0)::int))"), "insert into t values (3)",
      ])
    }
    #expect(error?.sqlState == SQLState(rawValue: "22012"))
    #expect(error?.statementIndex == 1 && error?.statementName == "middle")
    #expect(try await connection.query("select a from t").isEmpty)
    // A parameter that cannot be sent stops it before anything is.
    let refused = await #expect(throws: PostgresError.self) {
      try await connection.pipeline(["insert into t values (1)", "select \("\0")"])
    }
    #expect(refused?.kind == .usage)
    #expect(try await connection.query("select a from t").isEmpty)
  }

  /// More than both sides' buffers hold: neither may wait for the other.
  @Test func manyLargeStatements() async throws {
    let connection = try await TestDatabase.current.connect()
    let text = String(repeating: "字", count: 10_000)
    let results = try await connection.pipeline((0..<500).map { "select \($0)::int as n, \(text) as text" })
    #expect(results.count == 500)
    #expect(try results[499][0].decode("n") == 499 && results[499][0].decode("text") == text)
  }
}
