import Files
import FoundationEssentials
import Glibc
import Testing

@testable import EmbeddedPostgres

@Suite("The private server after crashes")
struct CrashTests {
  @Test("A killed server recovers at the next start, with all that was committed")
  func recovers() async throws {
    try await withServer(durability: .full) { server in
      try await server.start()
      _ = try await server.query("create table kept as select generate_series(1, 1000) as n")
      let pid = try server.processNumber()
      kill(pid, SIGKILL)
      #expect(try await ServerProcesses.wait(5) { (try? server.status()) == .stopped(afterCrash: true) })
      var stages: [PrivateServer.Stage] = []
      #expect(try await server.start { stages.append($0) })
      #expect(stages == [.recovering])
      #expect(try await server.query("select sum(n) from kept") == "500500")
    }
  }

  @Test("A query that a killed server left running is ended before the next start")
  func endsOrphans() async throws {
    try await withServer { server in
      try await server.start()
      let sink = try server.openLog("/dev/null")
      defer { close(sink) }
      // A loop that never looks up: it does not notice that the postmaster is gone.
      let busy = try ChildProcess(
        server.psql(["-X", "-c", "select count(*) from generate_series(1, 100000000000)"]), output: sink)
      var backend: pid_t?
      for _ in 0..<200 where backend == nil {
        backend = pid_t(
          try await server.query(
            "select coalesce(max(pid), 0) from pg_stat_activity where query like '%1000000000%' "
              + "and pid <> pg_backend_pid() and state = 'active'"))
        if backend == 0 { backend = nil }
      }
      let orphan = try #require(backend)
      kill(try server.processNumber(), SIGKILL)
      #expect(try await ServerProcesses.wait(5) { (try? server.status()) == .stopped(afterCrash: true) })
      #expect(ServerProcesses.works(orphan, in: server.home.dataFolder))
      #expect(try await server.start())
      #expect(!ServerProcesses.works(orphan, in: server.home.dataFolder))
      #expect(try await server.query("select 1") == "1")
      _ = try await busy.wait()
    }
  }

  @Test("A pid file whose number another process has got does not keep the server from starting")
  func seesThroughReusedNumber() async throws {
    try await withServer { server in
      try await server.start()
      let file = server.home.postmasterFile
      let text = try #require(readFile(file))
      try await server.stop()
      #expect(FileStatus(file) == nil)

      // The process that runs the tests lives, and is no server.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      let stale = ([Substring("\(getpid())")] + lines).joined(separator: "\n")
      try writeFile(stale, to: file, permissions: 0o600)
      #expect(try server.status() == .stopped(afterCrash: true))
      #expect(try await server.stop() == false)
      #expect(try await server.start())
      #expect(try await server.query("select 1") == "1")
    }
  }

  @Test("An empty or torn pid file does not keep the server from starting", arguments: ["", "\n", "nonsense", "123"])
  func seesThroughTornFile(text: String) async throws {
    try await withServer { server in
      try await server.start()
      try await server.stop()
      try writeFile(text, to: server.home.postmasterFile, permissions: 0o600)
      #expect(try await server.start())
    }
  }

  @Test("A cancelled creation leaves nothing half-made")
  func clearsHalfMadeFolder() async throws {
    try await withServer { server in
      var creation = Task { try await server.start() }
      func isBeingMade() -> Bool { FileStatus(server.home.nursery + "/data/base") != nil }
      for _ in 0..<5 {
        _ = try await ServerProcesses.wait(60) { isBeingMade() || FileStatus(server.home.dataFolder) != nil }
        if isBeingMade() { break }
        // Made before this busy machine let anyone look.
        _ = try await creation.value
        try await server.destroy()
        creation = Task { try await server.start() }
      }
      creation.cancel()
      await #expect(throws: CancellationError.self) { try await creation.value }
      #expect(try server.status() == .notCreated)
      #expect(FileStatus(server.home.nursery) == nil)
      #expect(ServerProcesses.all(below: server.home.path).isEmpty)
      #expect(try await server.start())
      #expect(try await server.query("select 1") == "1")
    }
  }

  @Test("A server that cannot start says what PostgreSQL said")
  func reportsFailure() async throws {
    try await withServer { server in
      try await server.start()
      _ = try await server.query("alter system set shared_preload_libraries = 'no_such_library'")
      try await server.stop()
      let error = await #expect(throws: ServerError.self) { try await server.start() }
      guard case .startFailed(let log, let tail) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(log == server.home.log)
      #expect(tail.contains { $0.contains("no_such_library") })
    }
  }
}
