import Foundation
import Testing

@Suite("What goes wrong", .timeLimit(.minutes(30)))
struct WrongTests {
  @Test("A wrong cell: exit status 1, its place, and nothing stored")
  func wrongFile() async throws {
    try await withProgram { program, home in
      let delivery = try await program.sample("kunming", in: home + "-in")
      defer { try? FileManager.default.removeItem(atPath: delivery) }
      let persons = delivery + "/persons.csv"
      var text = try String(contentsOfFile: persons, encoding: .utf8)
      let day = try #require(text.firstRange(of: /,19\d\d-\d\d-\d\d,/))
      text.replaceSubrange(day, with: ",1970-02-30,")
      try text.write(toFile: persons, atomically: true, encoding: .utf8)
      let outcome = try await program("import", "--city", "kunming", delivery, "--lang", "en")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("persons.csv") && outcome.errors.contains("1970-02-30"), "\(outcome.errors)")
      #expect(outcome.output.contains("1 problems, nothing stored"), "\(outcome.output)")
      #expect(try await program.value("select count(*) from persons") == "0")
      #expect(try await program.value("select count(*) from units") == "0")
      #expect(try await program.value("select count(*) from imports") == "0")
    }
  }

  @Test(
    "A database that does not answer: exit status 3",
    arguments: [
      ["import", "--city", "kunming", "/usr/share/no-such-folder"], ["evaluate", "--as-of", "2025-12-31"],
      ["report", "overview", "--as-of", "2025-12-31"], ["doctor"], ["migrate"],
    ])
  func unreachable(arguments: [String]) async throws {
    try await withProgram { program, home in
      let outcome = try await program.start(
        arguments + ["--database", "postgres://nobody@127.0.0.1:1/none", "--lang", "en"]
      ).outcome()
      #expect(outcome.status == 3, "\(outcome.errors)")
      #expect((outcome.errors + outcome.output).contains("The database cannot be reached"))
      #expect(!FileManager.default.fileExists(atPath: home), "the private server has no part in it")
    }
  }

  @Test(
    "Usage: exit status 2",
    arguments: [
      ["import", "--city", "kunming"], ["import", "--city", "atlantis", "/tmp"], ["evaluate"],
      ["evaluate", "--as-of", "2025-02-29"], ["report", "overview", "--as-of", "2025-12-31", "--province", "99"],
      ["report", "all", "--as-of", "2025-12-31", "--province", "99"],
      ["doctor", "--yaml"],
    ])
  func usage(arguments: [String]) async throws {
    try await withProgram { program, _ in
      let outcome = try await program.start(arguments).outcome()
      #expect(outcome.status == 2, "\(outcome.errors)")
    }
  }

  @Test("A date at which no policy is in force: exit status 1, and no empty report")
  func beforeThePolicy() async throws {
    try await withProgram { program, home in
      for command in [["trend"], ["report", "brief"], ["report", "forecast"]] {
        let out = "\(home)-reports"
        let outcome = try await program.start(
          command + ["--as-of", "1999-01-01", "--city", "kunming", "--out", out, "--lang", "en"]
        ).outcome()
        #expect(outcome.status == 1 && outcome.errors.contains("is in effect from"), "\(command) \(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: out))
      }
    }
  }

  @Test(
    "Killed or interrupted in the middle of an import: nothing is left, and the next import works", arguments: [SIGKILL, SIGINT])
  func stoppedImport(signal: Int32) async throws {
    try await withProgram { program, home in
      let delivery = try await program.sample("quzhou", training: 60, in: home + "-in")
      defer { try? FileManager.default.removeItem(atPath: delivery) }
      #expect(try await program("migrate").status == 0)
      // Held up by a lock on a table that comes late, so that the signal finds it in the middle.
      let holder = try program.start(
        ["db", "psql", "-c", "begin; lock table training_records; select pg_sleep(3600)"])
      while try await program.value(Self.locked) != "1" { try await Task.sleep(for: .milliseconds(50)) }
      let run = try program.start(["import", "--city", "quzhou", delivery, "--lang", "en"])
      while try await program.value(Self.waiting) == "0" { try await Task.sleep(for: .milliseconds(50)) }
      run.send(signal)
      let outcome = try await run.outcome()
      #expect(outcome.status == 128 + signal)
      if signal == SIGINT { #expect(outcome.errors == "Stopped. What was not done has been undone.\n") }
      _ = try await program.value(
        "select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep(3600)%' and pid <> pg_backend_pid()")
      _ = try await holder.outcome()
      let next = try await program("import", "--city", "quzhou", delivery, "--lang", "en", "--json")
      #expect(next.status == 0, "\(next.errors)")
      let report = try #require(try JSONSerialization.jsonObject(with: Data(next.output.utf8)) as? [String: Any])
      #expect(report["import"] as? Int == 1, "the one that was stopped left no trace")
      let rows = try #require(report["rows"] as? [String: Int])
      #expect(rows["inserted", default: 0] > 0 && rows["unchanged"] == 0 && rows["updated"] == 0)
    }
  }

  private static let locked =
    "select count(*) from pg_locks where relation = 'training_records'::regclass and granted and mode = 'AccessExclusiveLock'"
  private static let waiting = "select count(*) from pg_locks where not granted"

  @Test("The server stopped in the middle of an evaluation: a clear error, and the next one works")
  func stoppedServer() async throws {
    try await withProgram { program, home in
      let delivery = try await program.sample("kunming", in: home + "-in")
      defer { try? FileManager.default.removeItem(atPath: delivery) }
      #expect(try await program("import", "--city", "kunming", delivery).status == 0)
      let holder = try program.start(["db", "psql", "-c", "begin; lock table results; select pg_sleep(3600)"])
      while try await program.value(
        "select count(*) from pg_locks where relation = 'results'::regclass and granted") != "1"
      {
        try await Task.sleep(for: .milliseconds(50))
      }
      let run = try program.start(["evaluate", "--as-of", "2025-12-31", "--lang", "en"])
      while try await program.value(Self.waiting) == "0" { try await Task.sleep(for: .milliseconds(50)) }
      #expect(try await program("db", "stop", "--force").status == 0)
      let outcome = try await run.outcome()
      #expect(outcome.status == 3)
      #expect(outcome.errors.hasPrefix("Error: The connection to the database broke, and what was not done is undone"))
      _ = try await holder.outcome()
      let next = try await program("evaluate", "--as-of", "2025-12-31", "--lang", "en")
      #expect(next.status == 0, "\(next.errors)")
      #expect(next.output.hasPrefix("kunming: judged under kunming"))
      #expect(try await program.value("select count(*) from runs") == "1")
    }
  }
}
