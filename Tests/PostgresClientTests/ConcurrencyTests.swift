import CadreTesting
import PostgresClient
import Testing

@Suite(.database, .serialized) struct ConcurrencyTests {
  @Test func sleepingConnectionsBlockNobody() async throws {
    let configuration = try TestDatabase.current.configuration
    var connections: [PostgresConnection] = []
    for _ in 0..<16 { connections.append(try await PostgresConnection.connect(configuration)) }
    let clock = ContinuousClock()
    let began = clock.now
    let ticks = try await withThrowingTaskGroup(of: Void.self) { group in
      for connection in connections { group.addTask { _ = try await connection.query("select pg_sleep(1)") } }
      // Meanwhile this task goes on, at its own pace.
      var ticks = 0
      while began.duration(to: clock.now) < .milliseconds(800) {
        try await Task.sleep(for: .milliseconds(10))
        ticks += 1
      }
      try await group.waitForAll()
      return ticks
    }
    // On blocked threads it would not have gone on at all.
    #expect(ticks > 3)
  }

  @Test func callsOnOneConnectionDoNotMix() async throws {
    let connection = try await TestDatabase.current.connect()
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask { try await connection.query("select \(number) as n")[0].decode("n") == number }
      }
      for try await right in group { #expect(right) }
    }
  }

  @Test func serverTerminatedInTheMiddleOfAQuery() async throws {
    let connection = try await TestDatabase.current.connect()
    let other = try await TestDatabase.current.connect()
    let process = await connection.backendProcess
    let task = Task { try await connection.query(Statement("nap", "select pg_sleep(60)", [])) }
    while try await !isRunning(process, other) { try await Task.sleep(for: .milliseconds(5)) }
    try await other.query("select pg_terminate_backend(\(process))")
    let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
    #expect(error?.kind == .connectionLost && error?.sqlState == .adminShutdown && error?.statementName == "nap")
    let later = await #expect(throws: PostgresError.self) { try await connection.query("select 1") }
    #expect(later?.kind == .connectionLost && later?.sqlState == .adminShutdown)
    #expect(await connection.isOpen == false)
  }
}
