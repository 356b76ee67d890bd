import Foundation
import Testing

@Suite("Servers and databases that are not as they should be", .timeLimit(.minutes(30)))
struct OddServerTests {
  @Test("A server that is still recovering is waited for, with a word")
  func recovering() async throws {
    try await withProgram { program, home in
      #expect(try await program("migrate").status == 0)
      let url = try await program("db", "url").output.trimmingCharacters(in: .newlines)
      #expect(try await program("db", "stop").status == 0)
      // A recovery that waits for its files lasts until the test lets it go on; it needs a log that was written for it.
      let data = home + "/data"
      let signal = home + "/socket/go-on"
      let settings = try FileHandle(forWritingTo: URL(filePath: data + "/postgresql.auto.conf"))
      try settings.seekToEnd()
      let wait = "until test -e \(signal); do sleep 0.1; done; false"
      try settings.write(contentsOf: Data("wal_level = replica\nrestore_command = '\(wait)'\n".utf8))
      try settings.close()
      #expect(try await program("db", "start").status == 0)
      #expect(try await program("db", "stop").status == 0)
      try Data().write(to: URL(filePath: data + "/recovery.signal"))
      if geteuid() == 0 {
        let owner = try FileManager.default.attributesOfItem(atPath: data)
        try FileManager.default.setAttributes(
          [.ownerAccountID: owner[.ownerAccountID] ?? 0, .groupOwnerAccountID: owner[.groupOwnerAccountID] ?? 0],
          ofItemAtPath: data + "/recovery.signal")
      }
      let starting = try program.start(["db", "start"])
      for _ in 0..<500 where !FileManager.default.fileExists(atPath: home + "/socket/.s.PGSQL.5432") {
        try await Task.sleep(for: .milliseconds(10))
      }
      let asking = try program.start(["doctor", "--database", url, "--lang", "en"])
      // The server's log tells that somebody was refused: whoever asks has been told to wait.
      for _ in 0..<3000 where !Self.log(of: home).contains("FATAL:  the database system is") {
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(FileManager.default.createFile(atPath: signal, contents: nil))
      let asked = try await asking.outcome()
      #expect(asked.errors == "The database server is starting up or recovering: waiting for it ...\n")
      #expect(asked.status == 0, "\(asked.output)")
      #expect(try await starting.outcome().status == 0)
    }
  }

  private static func log(of home: String) -> String {
    (try? String(contentsOfFile: home + "/server.log", encoding: .utf8)) ?? ""
  }

  @Test("A database that cannot hold every name, and one of another program's schema, are refused by every command")
  func refusedDatabases() async throws {
    try await withProgram { program, home in
      let latin = "create database latin encoding 'latin1' lc_collate 'C' lc_ctype 'C' template template0"
      #expect(try await program("db", "psql", "-c", latin).status == 0)
      #expect(try await program("db", "psql", "-c", "create database changed").status == 0)
      let url = try await program("db", "url").output.trimmingCharacters(in: .newlines)
      let changed = url.replacing("/cadre?", with: "/changed?")
      #expect(try await program("migrate", "--database", changed).status == 0)
      _ = try await program("db", "psql", "-d", "changed", "-c", "alter table cadre.units drop column category")
      let delivery = try await program.sample("quzhou", in: home + "-in")
      defer { try? FileManager.default.removeItem(atPath: delivery) }
      let commands = [
        ["import", "--city", "quzhou", delivery], ["evaluate", "--as-of", "2025-12-31"],
        ["report", "all", "--as-of", "2025-12-31", "--out", home + "-out"],
        ["export", "results", "--city", "quzhou", "--as-of", "2025-12-31"],
        ["explain", "quzhou.a2.matters", "U1", "--city", "quzhou", "--as-of", "2025-12-31"], ["migrate"], ["doctor"],
      ]
      for (database, reason) in [
        (url.replacing("/cadre?", with: "/latin?"), "LATIN1"), (changed, "missing: column units.category text"),
      ] {
        for command in commands {
          let outcome = try await program.start(command + ["--database", database, "--lang", "en"]).outcome()
          // What is up to date is not looked into by a migration; it says what it is asked.
          #expect(outcome.status == 1, "\(command)")
          #expect((outcome.errors + outcome.output).contains(reason), "\(command): \(outcome.errors)")
        }
      }
    }
  }

  @Test("Nothing to evaluate is an error")
  func nothingToEvaluate() async throws {
    try await withProgram { program, _ in
      let outcome = try await program("evaluate", "--as-of", "2025-12-31", "--lang", "en")
      #expect(outcome.status == 1)
      #expect(outcome.errors.hasPrefix("Error: no city has data to judge"))
    }
  }

  @Test("A password in --database does not stay in the list of processes")
  func passwordInTheProcessList() async throws {
    try await withProgram { program, home in
      try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
      // Nobody answers there: the program is at it for a while.
      let silent = try SilentSocket(home)
      defer { silent.close() }
      let address = "postgres://me:geheim@/x?host=\(home.replacing("/", with: "%2F"))"
      var shown = ""
      // On a busy machine it may have given up before anybody looked: then it is started once more.
      for _ in 0..<10 where !shown.contains("me:xxxxxx@") {
        let run = try program.start(["doctor", "--database", address])
        while !run.hasEnded, !shown.contains("me:xxxxxx@") {
          shown = (try? String(contentsOfFile: "/proc/\(run.processNumber)/cmdline", encoding: .utf8)) ?? ""
          try await Task.sleep(for: .milliseconds(10))
        }
        run.send(SIGTERM)
        _ = try await run.outcome()
      }
      #expect(shown.contains("me:xxxxxx@") && !shown.contains("geheim"), "\(shown)")
    }
  }

  @Test("A home whose start was killed can be destroyed, started and destroyed again")
  func killedStarts() async throws {
    for milliseconds in [1, 5, 10, 20, 40, 80, 150, 300, 600, 900, 1_200, 1_600] {
      try await withProgram { program, home in
        let start = try program.start(["db", "start"])
        try await Task.sleep(for: .milliseconds(milliseconds))
        start.send(SIGKILL)
        _ = try await start.outcome()
        let destroyed = try await program("db", "destroy", "--yes", "--lang", "en")
        // Killed before it made anything.
        let wasNothing = destroyed.status == 3 && destroyed.errors.contains("no private server")
        #expect(destroyed.status == 0 || wasNothing, "\(milliseconds) ms: \(destroyed.errors)")
        #expect(!FileManager.default.fileExists(atPath: home), "\(milliseconds) ms")
        #expect(try await program("db", "psql", "-Atc", "select 1").output == "1\n", "\(milliseconds) ms")
      }
    }
  }
}

/// A unix socket that takes connections and says nothing.
private struct SilentSocket {
  private let descriptor: Int32

  init(_ folder: String) throws {
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: (folder + "/.s.PGSQL.5432").utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0 && listen(descriptor, 4) == 0)
  }

  func close() { _ = Foundation.close(descriptor) }
}
