import CadreTesting
import Glibc
import PostgresClient
import Synchronization
import Testing

/// How a pool comes by its connections, and when it lets go of them.
@Suite(.database) struct PoolOpeningTests {
  /// A port at which one session is refused as by a server that is starting up, and none is taken after it.
  private func portThatRefusesOnce() throws -> UInt16 {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 1) == 0 && getsockname(listener, pointer, &length) == 0
      }
    }
    try #require(isBound)
    let fields = "SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0"
    Task.detached {
      let session = accept(listener, nil, nil)
      close(listener)
      var request = [UInt8](repeating: 0, count: 1024)
      _ = read(session, &request, request.count)
      let size = UInt32(fields.utf8.count + 4).bigEndian
      let answer = [UInt8(ascii: "E")] + withUnsafeBytes(of: size) { Array($0) } + Array(fields.utf8)
      _ = write(session, answer, answer.count)
      close(session)
    }
    return UInt16(bigEndian: address.sin_port)
  }

  private func pool(port: UInt16, _ waits: (@Sendable (PostgresError) -> Void)?) -> ConnectionPool {
    let configuration = ConnectionConfiguration(conninfo: [
      "host": "127.0.0.1", "port": String(port), "dbname": "d", "user": "u", "sslmode": "disable", "gssencmode": "disable",
    ])
    return ConnectionPool(configuration, size: 1, waitsForServer: waits)
  }

  @Test func aServerThatStartsUpIsWaitedForWhereThatIsAsked() async throws {
    let told = Mutex<[SQLState?]>([])
    let patient = pool(port: try portThatRefusesOnce()) { error in told.withLock { $0.append(error.sqlState) } }
    // It tries again, and then finds nobody.
    let error = await #expect(throws: PostgresError.self) { try await patient.withConnection { _ in } }
    #expect(error?.sqlState == nil)
    #expect(told.withLock { $0 } == [.cannotConnectNow])
    #expect(await patient.openConnections == 0)

    let hasty = pool(port: try portThatRefusesOnce(), nil)
    let refusal = await #expect(throws: PostgresError.self) { try await hasty.withConnection { _ in } }
    #expect(refusal?.sqlState == .cannotConnectNow)
  }

  private struct Stop: Error {}

  @Test func aPoolForATaskIsClosedWithIt() async throws {
    let configuration = try TestDatabase.current.configuration
    let pool = try await ConnectionPool.with(2, to: configuration) { pool in
      let rows = try await pool.withConnection { try await $0.query("select 1") }
      let count = await pool.openConnections
      #expect(rows.count == 1 && count == 1)
      return pool
    }
    #expect(await pool.openConnections == 0)
    let kept = Mutex<ConnectionPool?>(nil)
    await #expect(throws: Stop.self) {
      try await ConnectionPool.with(2, to: configuration) { pool in
        kept.withLock { $0 = pool }
        try await pool.withConnection { _ in }
        throw Stop()
      }
    }
    let left = await kept.withLock { $0 }?.openConnections
    #expect(left == 0)
  }
}
