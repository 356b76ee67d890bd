import CadreTesting
import PostgresClient
import Synchronization
import Testing

@Suite(.database) struct PoolTests {
  private struct Stop: Error {}

  private actor Counter {
    private var inside = 0
    private(set) var most = 0

    func enter() {
      inside += 1
      most = max(most, inside)
    }

    func leave() { inside -= 1 }
  }

  private func pool(size: Int, waitLimit: Duration = .seconds(30)) throws -> ConnectionPool {
    ConnectionPool(try TestDatabase.current.configuration, size: size, waitLimit: waitLimit)
  }

  private func process(_ connection: PostgresConnection) async -> Int32 { await connection.backendProcess }

  @Test func neverMoreThanItsSize() async throws {
    let pool = try pool(size: 3)
    let counter = Counter()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          try await pool.withConnection { connection in
            await counter.enter()
            try await connection.query("select pg_sleep(0.02)")
            await counter.leave()
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(await counter.most == 3)
    #expect(await pool.openConnections == 3)
    #expect(await pool.idleConnections == 3)
    await pool.close()
    #expect(await pool.openConnections == 0)
    #expect(await #expect(throws: PostgresError.self) { try await pool.withConnection { _ in } }?.kind == .usage)
  }

  @Test func connectionsAreUsedAgain() async throws {
    let pool = try pool(size: 4)
    let first = try await pool.withConnection { await self.process($0) }
    await #expect(throws: Stop.self) { try await pool.withConnection { _ in throw Stop() } }
    #expect(try await pool.withConnection { await self.process($0) } == first)
    #expect(await pool.openConnections == 1)
  }

  @Test func waitLimit() async throws {
    let pool = try pool(size: 1, waitLimit: .milliseconds(100))
    try await pool.withConnection { _ in
      let error = await #expect(throws: PostgresError.self) { try await pool.withConnection { _ in } }
      #expect(error?.kind == .poolExhausted)
    }
    // Who gave up does not stand in line any more.
    try await pool.withConnection { _ in }
    #expect(await pool.idleConnections == 1)
  }

  @Test func cancelledWaiter() async throws {
    let pool = try pool(size: 1)
    try await pool.withConnection { _ in
      let task = Task { try await pool.withConnection { _ in } }
      try await Task.sleep(for: .milliseconds(30))
      task.cancel()
      #expect(await #expect(throws: PostgresError.self) { try await task.value }?.kind == .cancelled)
    }
    try await pool.withConnection { _ in }
  }

  @Test(arguments: [0, 1300]) func deadConnectionIsReplaced(idle milliseconds: Int) async throws {
    let pool = try pool(size: 1)
    let other = try await TestDatabase.current.connect()
    let first = try await pool.withConnection { await self.process($0) }
    try await other.query("select pg_terminate_backend(\(first), 5000)")
    try await Task.sleep(for: .milliseconds(milliseconds))
    let second = try await pool.withConnection { connection in
      try await connection.query("select 1")
      return await self.process(connection)
    }
    #expect(first != second)
    #expect(await pool.openConnections == 1)
    // One that dies while lent is not lent again either.
    await #expect(throws: PostgresError.self) {
      try await pool.withConnection { try await $0.query("select pg_terminate_backend(pg_backend_pid())") }
    }
    #expect(try await pool.withConnection { try await $0.query("select 1").count } == 1)
  }

  @Test func whatABorrowerLeavesOpenIsEnded() async throws {
    let pool = try pool(size: 1)
    try await pool.withConnection { connection in
      try await connection.execute("create table t (a int)")
      try await connection.execute("begin")
      try await connection.execute("insert into t values (1)")
    }
    #expect(try await pool.withConnection { try await $0.query("select a from t").count } == 0)
    let kept = Mutex<RowStream?>(nil)
    try await pool.withConnection { connection in
      let stream = try await connection.stream("select generate_series(1, 2000000000) as x")
      kept.withLock { $0 = stream }
    }
    #expect(try await pool.withConnection { try await $0.query("select a from t").count } == 0)
    #expect(await pool.openConnections == 1)
    // The stream that was taken out of the loan has ended.
    let stream = kept.withLock { $0 }
    for try await _ in try #require(stream) { Issue.record("a row of a connection given back") }
  }

  @Test func failureToConnectFreesThePlace() async throws {
    let missing = try await TestServer.shared.configuration(database: "there_is_none")
    let pool = ConnectionPool(missing, size: 1)
    for _ in 0..<3 {
      #expect(await #expect(throws: PostgresError.self) { try await pool.withConnection { _ in } }?.kind == .connectionFailed)
    }
    #expect(await pool.openConnections == 0)
  }

  @Test func closingEndsTheWait() async throws {
    let pool = try pool(size: 1)
    try await pool.withConnection { connection in
      let task = Task { try await pool.withConnection { _ in } }
      try await Task.sleep(for: .milliseconds(30))
      await pool.close()
      #expect(await #expect(throws: PostgresError.self) { try await task.value }?.kind == .usage)
      // What is lent stays good until it is given back.
      try await connection.query("select 1")
    }
    #expect(await pool.openConnections == 0)
  }
}
