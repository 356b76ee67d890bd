import CadreTesting
import Foundation
import PostgresClient
import Testing

@Suite(.database) struct TimeoutTests {
  @Test func statementTimeout() async throws {
    var configuration = try TestDatabase.current.configuration
    configuration.statementTimeout = .milliseconds(100)
    let connection = try await PostgresConnection.connect(configuration)
    let error = await #expect(throws: PostgresError.self) { try await connection.query("select pg_sleep(60)") }
    #expect(error?.kind == .timeout && error?.sqlState == .queryCanceled)
    #expect(try await connection.query("select 1").count == 1)
  }

  @Test func idleInTransactionTimeout() async throws {
    var configuration = try TestDatabase.current.configuration
    configuration.idleInTransactionTimeout = .milliseconds(100)
    let connection = try await PostgresConnection.connect(configuration)
    let error = await #expect(throws: PostgresError.self) {
      try await connection.withTransaction { connection in
        try await Task.sleep(for: .milliseconds(600))
        try await connection.query("select 1")
      }
    }
    #expect(error?.kind == .connectionLost && error?.sqlState == .idleInTransactionTimeout)
  }

  @Test func connectTimeoutOfAServerThatSaysNothing() async throws {
    let silent = try SilentServer()
    var configuration = ConnectionConfiguration(conninfo: ["host": silent.folder, "user": "x", "dbname": "x"])
    configuration.connectTimeout = .milliseconds(200)
    let error = await #expect(throws: PostgresError.self) { _ = try await PostgresConnection.connect(configuration) }
    #expect(error?.kind == .timeout)
    // The same, given as libpq has it.
    configuration = ConnectionConfiguration(conninfo: ["host": silent.folder, "user": "x", "connect_timeout": "1"])
    #expect(
      await #expect(throws: PostgresError.self) { _ = try await PostgresConnection.connect(configuration) }?.kind == .timeout)
  }

  @Test func cancelledWhileConnecting() async throws {
    let silent = try SilentServer()
    let configuration = ConnectionConfiguration(conninfo: ["host": silent.folder, "user": "x", "dbname": "x"])
    let task = Task { try await PostgresConnection.connect(configuration) }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    let error = await #expect(throws: PostgresError.self) { _ = try await task.value }
    #expect(error?.kind == .cancelled)
  }

  @Test func sessionSettings() async throws {
    var configuration = try TestDatabase.current.configuration
    configuration.applicationName = "cadre tests"
    configuration.conninfo["options"] = "-c work_mem=5MB"
    let connection = try await PostgresConnection.connect(configuration)
    for (setting, value) in [
      "client_encoding": "UTF8", "DateStyle": "ISO, MDY", "TimeZone": "UTC", "application_name": "cadre tests",
      "work_mem": "5MB",
    ] {
      #expect(try await connection.query("select current_setting(\(setting)) as value")[0].decode("value") == value)
    }
    #expect(await connection.serverVersion >= 140_000)
  }
}

/// A socket that takes connections and never answers.
final class SilentServer: Sendable {
  let folder: String
  private let socket: Int32

  init() throws {
    folder = "/tmp/silent-\(UInt32.random(in: 0...UInt32.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    #if canImport(Glibc)
      socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      socket = Foundation.socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "\(folder)/.s.PGSQL.5432".utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0 && listen(socket, 8) == 0)
  }

  deinit {
    close(socket)
    try? FileManager.default.removeItem(atPath: folder)
  }
}
