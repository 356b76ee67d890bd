import CadreTesting
import PostgresClient
import Testing

@Suite(.database) struct StreamTests {
  @Test func allRowsInOrder() async throws {
    let connection = try await TestDatabase.current.connect()
    var expected = 1
    for try await row in try await connection.stream("select generate_series(1, \(100_000)) as x") {
      guard try row.decode("x", as: Int.self) == expected else { break }
      expected += 1
    }
    #expect(expected == 100_001)
    #expect(try await connection.query("select 1").count == 1)
    var count = 0
    for try await _ in try await connection.stream("select 1 where false") { count += 1 }
    for try await _ in try await connection.stream("create table t (a int)") { count += 1 }
    #expect(count == 0)
  }

  @Test func earlyExitStopsTheServer() async throws {
    let connection = try await TestDatabase.current.connect()
    // Read to its end, each of these would take minutes.
    for _ in 0..<5 {
      for try await row in try await connection.stream("select generate_series(1, 2000000000) as x") {
        if try row.decode("x", as: Int.self) == 1000 { break }
      }
      #expect(try await connection.query("select 7 as n")[0].decode("n") == 7)
    }
    // Not even begun to read.
    _ = try await connection.stream("select generate_series(1, 2000000000) as x")
    #expect(try await connection.query("select 8 as n")[0].decode("n") == 8)
  }

  @Test func earlyExitInsideATransaction() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.withTransaction { connection in
      try await connection.execute("create table t (a int)")
      for try await _ in try await connection.stream("select generate_series(1, 2000000000) as x") { break }
      try await connection.execute("insert into t values (1)")
      for try await _ in try await connection.copyOut("copy (select generate_series(1, 2000000000)) to stdout") { break }
      try await connection.execute("insert into t values (2)")
      for try await _ in try await connection.stream("select a from t") {}
    }
    #expect(try await connection.query("select a from t").count == 2)
  }

  @Test func otherStatementsAreRefusedMeanwhile() async throws {
    let connection = try await TestDatabase.current.connect()
    let stream = try await connection.stream("select x from generate_series(1, 100000) as x")
    var iterator = stream.makeAsyncIterator()
    #expect(try await iterator.next()?.decode("x") == 1)
    #expect(await #expect(throws: PostgresError.self) { try await connection.query("select 1") }?.kind == .usage)
    #expect(await #expect(throws: PostgresError.self) { _ = try await connection.copyOut("copy t to stdout") }?.kind == .usage)
    // The refusal did the stream no harm.
    var count = 1
    while try await iterator.next() != nil { count += 1 }
    #expect(count == 100_000)
    #expect(try await iterator.next() == nil)
    #expect(try await connection.query("select 1").count == 1)
  }

  @Test func errorInTheMiddle() async throws {
    let connection = try await TestDatabase.current.connect()
    var count = 0
    let error = await #expect(throws: PostgresError.self) {
      let stream = try await connection.stream(Statement("halfway", "select 1/(1000 - x) from generate_series(1, 2000) as x", []))
      for try await _ in stream { count += 1 }
    }
    #expect(error?.sqlState == SQLState(rawValue: "22012") && error?.statementName == "halfway")
    #expect(count <= 999)
    #expect(try await connection.query("select 1").count == 1)
  }

  @Test func slowReaderSlowsTheServer() async throws {
    let connection = try await TestDatabase.current.connect()
    let observer = try await TestDatabase.current.connect()
    let process = await connection.backendProcess
    let memory = residentMemory()
    var iterator = try await connection.stream("select repeat('x', 1000), generate_series(1, 10000000)")
      .makeAsyncIterator()
    _ = try await iterator.next()
    try await waitUntilWritingToClient(process, observer)
    // Ten gigabytes would come; a hundred megabytes of them pass.
    for _ in 0..<100_000 { _ = try await iterator.next() }
    try await waitUntilWritingToClient(process, observer)
    #expect(residentMemory() - memory < 80 << 20)
  }

  @Test func cancelledReader() async throws {
    let connection = try await TestDatabase.current.connect()
    let task = Task {
      for try await _ in try await connection.stream("select pg_sleep(60) from generate_series(1, 2)") {}
    }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    #expect(await #expect(throws: PostgresError.self) { try await task.value }?.kind == .cancelled)
    #expect(try await connection.query("select 1").count == 1)
  }
}
