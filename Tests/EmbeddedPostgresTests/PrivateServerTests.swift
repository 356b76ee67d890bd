import Files
import FoundationEssentials
import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite("The private server's life")
struct PrivateServerTests {
  @Test("The first start makes the database; the second has nothing to do")
  func startsOnce() async throws {
    try await withServer { server in
      #expect(try server.status() == .notCreated)
      var stages: [PrivateServer.Stage] = []
      #expect(try await server.start { stages.append($0) })
      #expect(stages == [.creating, .starting])
      let first = try server.processNumber()
      #expect(try await server.query("select current_user, current_database()") == "cadre|cadre")

      #expect(try await server.start { _ in Issue.record("nothing to do") } == false)
      #expect(try server.processNumber() == first)
    }
  }

  @Test("What was stored is there after stop and start, and stop returns when the server has ended")
  func stopsAndStarts() async throws {
    try await withServer(durability: .full) { server in
      try await server.start()
      _ = try await server.query("create table kept as select 42 as answer")
      let pid = try server.processNumber()
      #expect(try await server.stop())
      #expect(try server.status() == .stopped(afterCrash: false))
      #expect(kill(pid, 0) == -1)
      #expect(try await server.stop() == false)
      #expect(throws: ServerError.notRunning(home: server.home.path)) { try server.connectionParameters() }

      #expect(try await server.start())
      #expect(try await server.query("select answer from kept") == "42")
    }
  }

  @Test("Made as designed: checksums, UTF-8, order by code point, no TCP, passwords by SCRAM")
  func isMadeAsDesigned() async throws {
    try await withServer(durability: .full) { server in
      try await server.start()
      #expect(try await server.query("show data_checksums") == "on")
      #expect(try await server.query("show server_encoding") == "UTF8")
      #expect(try await server.query("show listen_addresses") == "")
      #expect(try await server.query("show fsync") == "on")
      #expect(try await server.query("show synchronous_commit") == "on")
      #expect(try await server.query("show wal_level") == "minimal")
      #expect(try await server.query("show shared_buffers") == "128MB")
      let secret = try await server.query("select rolpassword from pg_authid where rolname = 'cadre'")
      #expect(secret.hasPrefix("SCRAM-SHA-256$"))
      #expect(
        try await server.query("select string_agg(type || ' ' || auth_method, ',') from pg_hba_file_rules")
          == "local scram-sha-256")
      // Under a linguistic order this would be: a, B, é, 丁, 一 or the like.
      #expect(
        try await server.query("select string_agg(x, '' order by x) from unnest(array['丁','a','é','B','一']) x")
          == "Baé一丁")
      #expect(try await server.query("select upper('é')") == "É")
    }
  }

  @Test("Nobody else gets in: folder modes, password file, wrong password, no password")
  func isPrivate() async throws {
    try await withServer { server in
      try await server.start()
      let home = server.home
      #expect(FileStatus(home.dataFolder)?.permissions == 0o700)
      #expect(FileStatus(home.passwordFile)?.permissions == 0o600)
      #expect(FileStatus(home.log)?.permissions == 0o600)
      let parameters = try server.connectionParameters()
      let socketFolder = try #require(parameters["host"])
      #expect(FileStatus(socketFolder)?.permissions == 0o700)
      #expect(FileStatus(home.path).map { $0.permissions & 0o066 } == 0)
      #expect(parameters["password"]?.count == 48)

      let right = try server.psql(["-X", "-w", "-c", "select 1"])
      for password in ["", "wrong"] {
        var environment = right.environment
        environment["PGPASSWORD"] = password
        let wrong = ServerCommand(executable: right.executable, arguments: right.arguments, environment: environment)
        let sink = try server.openLog("/dev/null")
        defer { close(sink) }
        #expect(try await ChildProcess(wrong, output: sink).wait() == 2)
      }
    }
  }

  @Test("The URL holds all that libpq needs")
  func urlConnects() async throws {
    try await withServer { server in
      try await server.start()
      let url = try server.url()
      #expect(url.hasPrefix("postgresql://cadre:"))
      let command = try server.psql(["-X", "-c", "select 1", url])
      let plain = ServerCommand(
        executable: command.executable, arguments: command.arguments, environment: ["PATH": "/usr/bin"])
      let sink = try server.openLog("/dev/null")
      defer { close(sink) }
      #expect(try await ChildProcess(plain, output: sink).wait() == 0)
    }
  }

  @Test("A lost password file is replaced at the next start")
  func renewsPassword() async throws {
    try await withServer { server in
      try await server.start()
      let old = try server.connectionParameters()["password"]
      try await server.stop()
      try FileManager.default.removeItem(atPath: server.home.passwordFile)
      try await server.start()
      #expect(try server.connectionParameters()["password"] != old)
      #expect(try await server.query("select 1") == "1")
    }
  }

  @Test("Two starts at once: one makes the server, both get it")
  func startsConcurrently() async throws {
    try await withServer { server in
      let didStart = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<6 { group.addTask { try await server.start() } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(didStart.count { $0 } == 1)
      #expect(try await server.query("select count(*) from pg_database where datname = 'cadre'") == "1")
    }
  }
}
