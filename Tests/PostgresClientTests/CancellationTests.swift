import CadreTesting
import PostgresClient
import Testing

@Suite(.database) struct CancellationTests {
  @Test func stopsTheStatementOnTheServer() async throws {
    let connection = try await TestDatabase.current.connect()
    let observer = try await TestDatabase.current.connect()
    let process = await connection.backendProcess
    let task = Task { try await connection.query(Statement("nap", "select pg_sleep(60)", [])) }
    while try await !isRunning(process, observer) { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
    #expect(error?.kind == .cancelled && error?.sqlState == .queryCanceled && error?.statementName == "nap")
    #expect(try await isRunning(process, observer) == false)
  }

  @Test func cancelledBeforeItBegan() async throws {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table t (a int)")
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      try await connection.execute("insert into t values (1)")
    }
    task.cancel()
    #expect(await #expect(throws: PostgresError.self) { _ = try await task.value }?.kind == .cancelled)
    #expect(try await connection.query("select a from t").isEmpty)
  }

  /// A cancel that comes late must not kill the next statement; one that comes early must not be lost.
  @Test func neverKillsTheNextStatement() async throws {
    let connection = try await TestDatabase.current.connect()
    for round in 0..<200 {
      let task = Task { try await connection.query("select pg_sleep(\(round % 2 == 0 ? 60.0 : 0.001))") }
      try await Task.sleep(for: .microseconds(round * 20))
      task.cancel()
      _ = await task.result
      for _ in 0..<3 { #expect(try await connection.query("select 1 as one")[0].decode("one") == 1) }
    }
  }

  @Test func connectionIsUsableByOthersAtOnce() async throws {
    let connection = try await TestDatabase.current.connect()
    let sleeper = Task { try await connection.query("select pg_sleep(60)") }
    try await Task.sleep(for: .milliseconds(50))
    // Waits in line behind the sleeper.
    let next = Task { try await connection.query("select 5 as n")[0].decode("n", as: Int.self) }
    try await Task.sleep(for: .milliseconds(20))
    sleeper.cancel()
    #expect(try await next.value == 5)
    _ = await sleeper.result
  }
}
