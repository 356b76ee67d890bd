import CadreTesting
import PostgresClient
import Testing

@Suite(.database) struct TransactionTests {
  private struct Stop: Error {}

  private func prepared() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table t (a int primary key)")
    return connection
  }

  private func values(_ connection: PostgresConnection) async throws -> [Int] {
    try await connection.query("select a from t order by a").map { try $0.decode("a") }
  }

  @Test func commit() async throws {
    let connection = try await prepared()
    let result = try await connection.withTransaction { connection in
      try await connection.execute("insert into t values (1)")
      return "done"
    }
    #expect(result == "done")
    let other = try await TestDatabase.current.connect()
    #expect(try await values(other) == [1])
    #expect(await connection.isInTransaction == false)
  }

  @Test func rollbackKeepsTheError() async throws {
    let connection = try await prepared()
    await #expect(throws: Stop.self) {
      try await connection.withTransaction { connection in
        try await connection.execute("insert into t values (1)")
        throw Stop()
      }
    }
    let error = await #expect(throws: PostgresError.self) {
      try await connection.withTransaction { connection in
        try await connection.execute("insert into t values (1)")
        try await connection.execute("insert into t values (1)")
      }
    }
    #expect(error?.kind == .server(.uniqueViolation))
    #expect(try await values(connection) == [])
  }

  @Test func nestedIsASavepoint() async throws {
    let connection = try await prepared()
    try await connection.withTransaction { connection in
      try await connection.execute("insert into t values (1)")
      await #expect(throws: PostgresError.self) {
        try await connection.withTransaction { connection in
          try await connection.execute("insert into t values (2)")
          try await connection.withTransaction { try await $0.execute("insert into t values (3)") }
          try await connection.execute("insert into t values (1)")
        }
      }
      try await connection.withTransaction { try await $0.execute("insert into t values (4)") }
      let error = await #expect(throws: PostgresError.self) {
        try await connection.withTransaction(.repeatableRead) { _ in }
      }
      #expect(error?.kind == .usage)
    }
    #expect(try await values(connection) == [1, 4])
  }

  @Test func nestedMayAskForWhatTheOuterOneHas() async throws {
    let connection = try await prepared()
    try await connection.withTransaction(.snapshot) { connection in
      for options in [TransactionOptions.readOnly, .repeatableRead, .snapshot] {
        try await connection.withTransaction(options) { try await $0.execute("select 1") }
      }
      let error = await #expect(throws: PostgresError.self) { try await connection.withTransaction(.serializable) { _ in } }
      #expect(error?.kind == .usage)
    }
    try await connection.withTransaction(.repeatableRead) { connection in
      let error = await #expect(throws: PostgresError.self) { try await connection.withTransaction(.snapshot) { _ in } }
      #expect(error?.kind == .usage)
      try await connection.execute("insert into t values (7)")
    }
    #expect(try await values(connection) == [7])
  }

  @Test func swallowedErrorIsNotTakenForACommit() async throws {
    let connection = try await prepared()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.withTransaction { connection in
        try await connection.execute("insert into t values (1)")
        _ = try? await connection.execute("select 1/0")
      }
    }
    #expect(error?.sqlState == .inFailedTransaction)
    #expect(try await values(connection) == [])
  }

  @Test func deferredConstraintFailsTheCommit() async throws {
    let connection = try await prepared()
    try await connection.execute("create table c (a int references t deferrable initially deferred)")
    let error = await #expect(throws: PostgresError.self) {
      try await connection.withTransaction { try await $0.execute("insert into c values (5)") }
    }
    #expect(error?.kind == .server(.foreignKeyViolation))
    #expect(error?.statementName == "commit")
    #expect(await connection.isInTransaction == false)
  }

  @Test func optionsReachTheServer() async throws {
    let connection = try await prepared()
    let other = try await TestDatabase.current.connect()
    try await connection.withTransaction(.snapshot) { connection in
      let row = try await connection.query(
        "select current_setting('transaction_isolation') as level, current_setting('transaction_read_only') as mode")[0]
      #expect(try row.decode("level") == "repeatable read" && row.decode("mode") == "on")
      try await other.execute("insert into t values (1)")
      #expect(try await self.values(connection) == [])
    }
    let error = await #expect(throws: PostgresError.self) {
      try await connection.withTransaction(.readOnly) { try await $0.execute("insert into t values (2)") }
    }
    #expect(error?.kind == .server(.readOnlyTransaction))
  }

  @Test func aSharedSnapshotShowsWhatTheOtherTransactionSees() async throws {
    let connection = try await prepared()
    let (second, writer) = (try await TestDatabase.current.connect(), try await TestDatabase.current.connect())
    try await writer.execute("insert into t values (1)")
    let shared = try await connection.withTransaction(.snapshot) { connection in
      let shared = try await connection.shareSnapshot()
      try await writer.execute("insert into t values (2)")
      let seen = try await second.withTransaction(.snapshot(of: shared)) { try await self.values($0) }
      #expect(seen == [1])
      let seenAfter = try await self.values(second)
      #expect(seenAfter == [1, 2])
      return shared
    }
    // Its transaction is over.
    let error = await #expect(throws: PostgresError.self) {
      try await second.withTransaction(.snapshot(of: shared)) { _ in Issue.record("an unknown snapshot was taken up") }
    }
    #expect(error?.statementName == "begin")
    #expect(await second.isInTransaction == false)
    #expect(try await values(second) == [1, 2])
  }

  @Test func cancelledTransactionIsRolledBack() async throws {
    let connection = try await prepared()
    let task = Task {
      try await connection.withTransaction { connection in
        try await connection.execute("insert into t values (1)")
        try await connection.query("select pg_sleep(60)")
      }
    }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
    #expect(error?.kind == .cancelled)
    #expect(await connection.isInTransaction == false)
    #expect(try await values(connection) == [])
  }

  @Test func bodyThatIgnoresItsCancellation() async throws {
    let connection = try await prepared()
    let task = Task {
      try await connection.withTransaction { connection in
        try await connection.execute("insert into t values (1)")
        try? await Task.sleep(for: .seconds(60))
      }
    }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    #expect(await #expect(throws: PostgresError.self) { try await task.value }?.kind == .cancelled)
    #expect(try await values(connection) == [])
  }

  @Test func lostConnectionReportsTheBodysError() async throws {
    let connection = try await prepared()
    let other = try await TestDatabase.current.connect()
    let process = await connection.backendProcess
    await #expect(throws: Stop.self) {
      try await connection.withTransaction { connection in
        try await connection.execute("insert into t values (1)")
        try await other.query("select pg_terminate_backend(\(process))")
        _ = try? await connection.query("select 1")
        throw Stop()
      }
    }
    #expect(try await values(other) == [])
  }
}
