import CadreTesting
import PostgresClient
import Synchronization
import Testing

@Suite(.database) struct CopyTests {
  private struct Stop: Error {}

  private func prepared() async throws -> PostgresConnection {
    let connection = try await TestDatabase.current.connect()
    try await connection.execute("create table t (a int, b text)")
    return connection
  }

  private func count(_ connection: PostgresConnection) async throws -> Int {
    try await connection.query("select count(*) from t")[0].decode(0)
  }

  @Test func csvInAndOut() async throws {
    let connection = try await prepared()
    let text = "1,衢州\r\n2,\"a \"\"b\"\", c\"\r\n3,\r\n"
    // Cut in the middle of characters.
    let chunks = Array(text.utf8).map { [$0] }
    let rows = try await connection.copyIn("copy t from stdin (format csv)") { writer in
      for chunk in chunks { try await writer.write(chunk) }
    }
    #expect(rows == 3)
    var bytes: [UInt8] = []
    for try await chunk in try await connection.copyOut("copy (select * from t order by a) to stdout (format csv)") {
      bytes += chunk
    }
    #expect(String(decoding: bytes, as: UTF8.self) == "1,衢州\n2,\"a \"\"b\"\", c\"\n3,\n")
    #expect(try await connection.query("select 1").count == 1)
  }

  @Test func fromASequence() async throws {
    let connection = try await prepared()
    let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    for number in 1...1000 { continuation.yield(Array("\(number)\tx\n".utf8)) }
    continuation.finish()
    #expect(try await connection.copyIn("copy t from stdin", from: stream) == 1000)
    #expect(try await count(connection) == 1000)
  }

  @Test func binaryInAndOut() async throws {
    let connection = try await prepared()
    try await connection.execute("insert into t select x, 'row ' || x from generate_series(1, 50000) as x")
    var chunks: [[UInt8]] = []
    for try await chunk in try await connection.copyOut("copy t to stdout (format binary)") { chunks.append(chunk) }
    // Many rows a chunk, and no chunk too big.
    #expect(chunks.dropLast().allSatisfy { (64 << 10...256 << 10).contains($0.count) })
    #expect(chunks.count > 5)
    try await connection.execute("create table u (like t)")
    let copied = chunks
    #expect(
      try await connection.copyIn("copy u from stdin (format binary)") { writer in
        for chunk in copied { try await writer.write(chunk) }
      } == 50000)
    #expect(try await connection.query("select * from t except select * from u").isEmpty)
  }

  @Test func failingProducerAborts() async throws {
    let connection = try await prepared()
    await #expect(throws: Stop.self) {
      try await connection.copyIn("copy t from stdin") { writer in
        try await writer.write(Array("1\tx\n".utf8))
        throw Stop()
      }
    }
    #expect(try await count(connection) == 0)
    let failing = AsyncThrowingStream<[UInt8], any Error> { continuation in
      continuation.yield(Array("1\tx\n".utf8))
      continuation.finish(throwing: Stop())
    }
    await #expect(throws: Stop.self) { try await connection.copyIn("copy t from stdin", from: failing) }
    #expect(try await count(connection) == 0)
  }

  @Test func wrongDataIsTheServersError() async throws {
    let connection = try await prepared()
    let error = await #expect(throws: PostgresError.self) {
      try await connection.copyIn(Statement("load", "copy t from stdin", [])) { try await $0.write(Array("1\tx\ny\tz\n".utf8)) }
    }
    #expect(error?.kind == .server(.invalidTextRepresentation))
    #expect(error?.statementName == "load")
    #expect(error?.context?.contains("line 2") == true)
    #expect(try await count(connection) == 0)
  }

  /// The producer hears of the error while it still sends, and sends no more.
  @Test func wrongDataStopsTheProducer() async throws {
    let connection = try await prepared()
    let good = Array(String(repeating: "1\tx\n", count: 20_000).utf8)
    let written = Mutex(0)
    let error = await #expect(throws: PostgresError.self) {
      try await connection.copyIn("copy t from stdin") { writer in
        try await writer.write(Array("wrong\n".utf8))
        for _ in 0..<100_000 {
          try await writer.write(good)
          written.withLock { $0 += 1 }
        }
      }
    }
    #expect(error?.sqlState?.errorClass == "22")
    #expect(written.withLock { $0 } < 10_000)
  }

  /// A body that takes no notice of a failed write must not have its half of the data stored.
  @Test func swallowedWriteErrorAborts() async throws {
    let connection = try await prepared()
    await #expect(throws: PostgresError.self) {
      try await connection.copyIn("copy t from stdin") { writer in
        for line in ["1\tx\n", "wrong\n", "2\ty\n"] {
          try? await writer.write(Array(line.utf8))
          try await Task.sleep(for: .milliseconds(50))
        }
      }
    }
    #expect(try await count(connection) == 0)
  }

  @Test func slowServerSlowsTheProducer() async throws {
    let connection = try await prepared()
    try await connection.executeScript(
      """
      create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(60); return new; end $$;
      create trigger slow before insert on t for each row execute function slow();
      """)
    let chunk = Array(String(repeating: "1\tx\n", count: 65_536).utf8)
    let written = Mutex(0)
    let task = Task {
      try await connection.copyIn("copy t from stdin") { writer in
        while true {
          try await writer.write(chunk)
          written.withLock { $0 += 1 }
        }
      }
    }
    try await Task.sleep(for: .milliseconds(700))
    // Three in flight, and what the socket and the server hold.
    let count = written.withLock { $0 }
    #expect((1...12).contains(count))
    task.cancel()
    #expect(await #expect(throws: PostgresError.self) { _ = try await task.value }?.kind == .cancelled)
    #expect(try await self.count(connection) == 0)
  }

  @Test func otherStatementsAreRefusedMeanwhile() async throws {
    let connection = try await prepared()
    try await connection.copyIn("copy t from stdin") { writer in
      try await writer.write(Array("1\tx\n".utf8))
      #expect(await #expect(throws: PostgresError.self) { try await connection.query("select 1") }?.kind == .usage)
    }
    #expect(try await count(connection) == 1)
  }

  @Test func notACopy() async throws {
    let connection = try await prepared()
    for sql in ["select 1", "copy t to stdout", "insert into t values (1)", "select 1/0"] {
      await #expect(throws: PostgresError.self) {
        try await connection.copyIn(Statement(sql, [])) { _ in Issue.record("there is nothing to write to") }
      }
      #expect(try await connection.query("select 1").count == 1)
    }
    for sql in ["select 1", "copy t from stdin", "select 1/0"] {
      await #expect(throws: PostgresError.self) { _ = try await connection.copyOut(Statement(sql, [])) }
      #expect(try await connection.query("select 1").count == 1)
    }
  }

  @Test func slowReaderOfCopyOut() async throws {
    let connection = try await TestDatabase.current.connect()
    let observer = try await TestDatabase.current.connect()
    let process = await connection.backendProcess
    let memory = residentMemory()
    var iterator = try await connection.copyOut("copy (select repeat('x', 1000), generate_series(1, 10000000)) to stdout")
      .makeAsyncIterator()
    for _ in 0..<500 { _ = try await iterator.next() }
    try await waitUntilWritingToClient(process, observer)
    #expect(residentMemory() - memory < 80 << 20)
  }

  @Test func serverGoesAwayDuringCopy() async throws {
    let connection = try await prepared()
    let other = try await TestDatabase.current.connect()
    let process = await connection.backendProcess
    let chunk = Array(String(repeating: "1\tx\n", count: 20_000).utf8)
    let error = await #expect(throws: PostgresError.self) {
      try await connection.copyIn("copy t from stdin") { writer in
        try await writer.write(chunk)
        try await other.query("select pg_terminate_backend(\(process))")
        for _ in 0..<10_000 { try await writer.write(chunk) }
      }
    }
    #expect(error?.kind == .connectionLost)
    #expect(try await count(other) == 0)
  }
}
