import Foundation
import Testing

@Suite("cadre db")
struct DatabaseCommandTests {
  @Test("From nothing to running, stopped and gone, with the exit status and words of each step")
  func lifeOfADatabase() async throws {
    try await withProgram { program, home in
      let before = try await program("db", "status", "--lang", "en")
      #expect(before.status == 3)
      #expect(before.output.hasPrefix("Database: not made yet (cadre db start makes it)\nFolder:   \(home)\n"))

      let start = try await program("db", "start")
      #expect(start.status == 0)
      #expect(start.output == "数据库已启动（\(home)）。\n")
      #expect(start.errors == "", "progress is for terminals only")
      let again = try await program("db", "start", "--lang", "en")
      #expect(again.output == "The database was running already (\(home)).\n")

      let status = try await program("db", "status", "--json")
      #expect(status.status == 0)
      let facts = try #require(try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any])
      #expect(facts["state"] as? String == "running")
      #expect(facts["home"] as? String == home)
      #expect(facts["socket"] as? String == home + "/socket")

      let url = try await program("db", "url").output
      #expect(url.hasPrefix("postgresql://cadre:"))
      #expect(url.hasSuffix("@/cadre?host=\(home.replacing("/", with: "%2F"))%2Fsocket&port=5432\n"))
      #expect(try await program("db", "psql", "-Atc", "select 6 * 7").output == "42\n")
      #expect(try await program("db", "psql", "-c", "selec").status == 1)

      #expect(try await program("db", "stop").output == "数据库已停止。\n")
      #expect(try await program("db", "stop").output == "数据库没有在运行。\n")
      #expect(try await program("db", "status").status == 3)
      #expect(try await program("db", "psql", "-Atc", "select 'started on demand'").output == "started on demand\n")

      let unasked = try await program("db", "destroy")
      #expect(unasked.status == 2)
      #expect(unasked.errors == "错误：此命令将删除 \(home) 中的全部数据；确定要删除请加 --yes\n")
      #expect(try await program("db", "destroy", "--yes").status == 0)
      #expect(!FileManager.default.fileExists(atPath: home))
      let gone = try await program("db", "destroy", "--yes", "--lang", "en")
      #expect(gone.status == 3)
      #expect(
        gone.errors == "Error: There is no private server in \(home) yet. Make and start it with: cadre db start\n")
    }
  }

  @Test("Programs started at once share one server")
  func concurrentStarts() async throws {
    try await withProgram { program, home in
      let runs = try (0..<4).map { _ in try program.start(["db", "start", "--lang", "en"]) }
      var outputs: [String] = []
      for run in runs {
        let outcome = try await run.outcome()
        #expect(outcome.status == 0, "\(outcome.errors)")
        outputs.append(outcome.output)
      }
      #expect(outputs.count { $0.hasPrefix("The database is running") } == 1)
      #expect(outputs.count { $0.hasPrefix("The database was running already") } == 3)
    }
  }

  @Test(
    "Ctrl-C, kill and kill -9 while the database is made; the next start makes it", .timeLimit(.minutes(30)),
    arguments: [SIGINT, SIGTERM, SIGKILL])
  func interruptedCreation(signal: Int32) async throws {
    try await withProgram { program, home in
      let run = try await startMaking(in: home, program)
      run.send(signal)
      let outcome = try await run.outcome()
      #expect(outcome.status == 128 + signal)
      if signal != SIGKILL {
        #expect(outcome.errors == "Stopped. What was not done has been undone.\n")
        #expect(!FileManager.default.fileExists(atPath: home + "/new"))
      }
      #expect(!FileManager.default.fileExists(atPath: home + "/data"))
      #expect(try await program("db", "psql", "-Atc", "select 'whole'").output == "whole\n")
    }
  }

  /// A start under way that is making the database. Where the moment passed unseen, on a busy machine, another one.
  private func startMaking(in home: String, _ program: BuiltProgram) async throws -> BuiltProgram.Running {
    while true {
      let run = try program.start(["db", "start", "--lang", "en"])
      while !run.hasEnded {
        if FileManager.default.fileExists(atPath: home + "/new/data/base") { return run }
        try await Task.sleep(for: .milliseconds(5))
      }
      try #require(try await run.outcome().status == 0)
      _ = try await program("db", "destroy", "--yes")
    }
  }

  @Test("As an ordinary user, in a folder of one's own", .enabled(if: geteuid() == 0))
  func ordinaryUser() async throws {
    try await withProgram { program, home in
      let files = FileManager.default
      try files.createDirectory(atPath: home, withIntermediateDirectories: false)
      let copy = home + "/cadre"
      try files.copyItem(atPath: program.path, toPath: copy)
      try files.setAttributes([.ownerAccountName: "nobody"], ofItemAtPath: home)
      let user = BuiltProgram(
        path: copy, environment: ["HOME": home, "PATH": "/usr/bin:/bin"],
        launcher: ["/usr/bin/setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"])
      do {
        let start = try await user("db", "start", "--lang", "en")
        #expect(start.output == "The database is running (\(home)/.local/share/cadre).\n", "\(start.errors)")
        #expect(try await user("db", "psql", "-Atc", "show data_checksums").output == "on\n")
        let data = try files.attributesOfItem(atPath: home + "/.local/share/cadre/data")
        #expect(data[.ownerAccountName] as? String == "nobody")
        #expect(data[.posixPermissions] as? Int == 0o700)
        let own = try files.attributesOfItem(atPath: home + "/.local/share/cadre")
        #expect(own[.posixPermissions] as? Int == 0o700)

        var other = user
        other.launcher = ["/usr/bin/setpriv", "--reuid=65533", "--regid=65533", "--clear-groups"]
        let refused = try await other("db", "status", "--lang", "en")
        #expect(refused.status == 3)
        #expect(refused.errors.contains("it is closed to this user"))
      } catch {
        _ = try? await user("db", "destroy", "--yes")
        throw error
      }
      #expect(try await user("db", "destroy", "--yes").status == 0)
      #expect(!files.fileExists(atPath: home + "/.local/share/cadre"))
    }
  }

  @Test("psql gets the terminal's signals as if it had been started by hand")
  func psqlTakesSignals() async throws {
    try await withProgram { program, _ in
      let outcome = try await program("db", "psql", "-c", "\\! grep -E '^Sig(Blk|Ign)' /proc/self/status")
      let masks = outcome.output.split(separator: "\n").compactMap { line in
        line.split(whereSeparator: \.isWhitespace).last.flatMap { UInt64($0, radix: 16) }
      }
      try #require(masks.count == 2, "\(outcome.output)")
      // psql sets its own handler for SIGINT, and leaves the others as it gets them.
      for signal in [SIGINT, SIGTERM, SIGHUP] {
        let bit = UInt64(1) << UInt64(signal - 1)
        #expect(masks.allSatisfy { $0 & bit == 0 }, "signal \(signal): \(outcome.output)")
      }
    }
  }
}
