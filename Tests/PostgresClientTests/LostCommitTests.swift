import CadreTesting
import PostgresClient
import Testing

/// A commit whose answer does not arrive is told from everything else that can end a transaction.
@Suite(.database) struct LostCommitTests {
  /// A table whose rows take their time to be committed.
  private func prepared() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.executeScript(
      """
      create table t (a int);
      create function dawdle() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$;
      create constraint trigger slow after insert on t deferrable initially deferred
        for each row when (new.a > 1) execute function dawdle();
      """)
    return connection
  }

  private func terminate(_ process: Int32, _ observer: PostgresConnection, whenWaitingFor event: String?) async throws {
    for _ in 0..<500 {
      let rows = try await observer.query("select wait_event from pg_stat_activity where pid = \(process)")
      if try event == nil || rows.first?.decode("wait_event", as: String?.self) == event { break }
      try await Task.sleep(for: .milliseconds(10))
    }
    _ = try await observer.query("select pg_terminate_backend(\(process))")
  }

  @Test func aSessionThatEndsDuringTheCommitLeavesTheOutcomeOpen() async throws {
    let connection = try await prepared()
    let observer = try await TestDatabase.current.connect()
    let process = await connection.backendProcess
    async let killed: Void = terminate(process, observer, whenWaitingFor: "PgSleep")
    let error = await #expect(throws: PostgresError.self) {
      try await connection.withTransaction { try await $0.execute("insert into t values (2)") }
    }
    #expect(error?.kind == .outcomeUnknown)
    #expect(error?.statementName == "commit")
    try await killed
    await observer.close()
  }

  @Test func aSessionThatEndedBeforeTheCommitHasStoredNothing() async throws {
    let connection = try await prepared()
    let observer = try await TestDatabase.current.connect()
    let process = await connection.backendProcess
    let error = await #expect(throws: PostgresError.self) {
      try await connection.withTransaction { connection in
        try await connection.execute("insert into t values (1)")
        try await self.terminate(process, observer, whenWaitingFor: nil)
        try await connection.query("select 1")
      }
    }
    #expect(error?.kind == .connectionLost)
    #expect(try await observer.query("select from t").isEmpty)
    await observer.close()
  }
}
