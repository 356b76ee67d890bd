import Foundation
import Testing

/// A backup, and what comes of it when it is brought back: whole, spoilt, halfway, beside others at work.
@Suite("Backups", .timeLimit(.minutes(30)))
struct BackupTests {
  private static let day = "2025-12-31"

  @Test("The database is as it was backed up, and what was there meanwhile is kept beside")
  func comesBack() async throws {
    try await withBackup { program, home, backup, results in
      #expect(try permissions(of: backup) == 0o700)
      #expect(try await program("imports", "undo", "1", "--city", "quzhou").status == 0)

      let restored = try await program("restore", backup, "--lang", "en")
      #expect(restored.status == 0, "\(restored.errors)")
      #expect(restored.output.contains("The database cadre is as it was backed up: 1 cities, "))
      #expect(try await Self.results(program, home) == results)
      let kept = try #require(restored.output.firstMatch(of: /kept as (cadre_before_[0-9tz]+);/)?.1)
      let databases = try await program("db", "psql", "-At", "-c", "select datname from pg_database order by 1")
      #expect(databases.output.split(separator: "\n") == ["cadre", kept, "postgres", "template0", "template1"])
      let sound = try await program("doctor", "--deep", "--lang", "en")
      #expect(sound.status == 0, "\(sound.output)")
      #expect(try await program("audit", "verify").status == 0)
      let log = try await program("audit", "list", "--csv", "--lang", "en")
      #expect(log.output.contains(",restoration,"))
    }
  }

  @Test("A backup that is not as it was written is refused before anything is done")
  func spoilt() async throws {
    try await withBackup { program, home, backup, results in
      let data = backup + "/data"
      let table = try #require(
        try FileManager.default.contentsOfDirectory(atPath: data).sorted().first { $0.hasSuffix(".gz") })
      let whole = try Data(contentsOf: URL(filePath: "\(data)/\(table)"))
      for spoilt in [whole.dropLast(), whole + [0]] {
        try Data(spoilt).write(to: URL(filePath: "\(data)/\(table)"))
        let refused = try await program("restore", backup, "--lang", "en")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("\(data)/\(table) is missing or differs from its digest"))
        #expect(try await program("backup", "--check", backup).status == 1)
      }
      try whole.write(to: URL(filePath: "\(data)/\(table)"))
      #expect(try await program("backup", "--check", backup).status == 0)
      try Data().write(to: URL(filePath: "\(data)/more"))
      #expect(try await program("restore", backup).status == 1)
      try FileManager.default.removeItem(atPath: "\(data)/more")
      let none = try await program("restore", home, "--lang", "en")
      #expect(none.status == 1)
      #expect(none.errors.hasPrefix("Error: \(home) holds no backup: "))
      #expect(try await Self.results(program, home) == results)
    }
  }

  @Test("Killed at any moment the old database is as it was, or wholly replaced, and the next one comes through")
  func killed() async throws {
    try await withBackup { program, home, backup, results in
      for milliseconds in [150, 500, 1_000, 2_000, 3_500] {
        let running = try program.start(["restore", backup])
        try await Task.sleep(for: .milliseconds(milliseconds))
        running.send(SIGKILL)
        _ = try await running.outcome()
        #expect(try await Self.results(program, home) == results)
      }
      let restored = try await program("restore", backup)
      #expect(restored.status == 0, "\(restored.errors)")
      #expect(try await Self.results(program, home) == results)
      let beside = try await program("db", "psql", "-At", "-c", "select 1 from pg_database where datname = 'cadre_restoring'")
      #expect(beside.output.isEmpty)
    }
  }

  @Test("While others work in the database it is not replaced")
  func inUse() async throws {
    try await withBackup { program, _, backup, _ in
      let other = try program.start(["db", "psql", "-c", "select pg_sleep(600)"])
      for _ in 0..<200 {
        let sessions = try await program(
          "db", "psql", "-At", "-c", "select count(*) from pg_stat_activity where query = 'select pg_sleep(600)'")
        if sessions.output == "1\n" { break }
      }
      let refused = try await program("restore", backup, "--lang", "en")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("other sessions use the database cadre: nothing was replaced"))
      other.send(SIGTERM)
      _ = try await other.outcome()
    }
  }

  @Test("Only so many are kept, and only a superuser makes one")
  func keptAndRefused() async throws {
    try await withBackup { program, home, backup, _ in
      let folder = URL(filePath: backup).deletingLastPathComponent().path()
      try await Task.sleep(for: .seconds(1.1))
      let second = try await program("backup", "--out", folder, "--keep", "1", "--lang", "en")
      #expect(second.status == 0, "\(second.errors)")
      #expect(second.output.contains("Removed the old backup \(folder)"))
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.count == 1 && !backup.hasSuffix(left[0]))

      _ = try await program("db", "psql", "-c", "create role plain login password 'p'")
      let url = try await program("db", "url").output.trimmingCharacters(in: .newlines)
      let host = try #require(url.split(separator: "?").last)
      let refused = try await program(
        "backup", "--out", folder, "--database", "postgresql://plain:p@/cadre?\(host)", "--lang", "en")
      #expect(refused.status == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == left)
      #expect(try await program("backup", "--keep", "0").status == 2)
    }
  }

  /// A city that was judged, its backup, and what its results were then.
  private func withBackup(
    _ test: (BuiltProgram, _ home: String, _ backup: String, _ results: String) async throws -> Void
  ) async throws {
    try await withProgram { program, home in
      let delivery = try await program.sample("quzhou", persons: 100, in: home + "-in")
      let folder = home + "-backups"
      defer {
        try? FileManager.default.removeItem(atPath: delivery)
        try? FileManager.default.removeItem(atPath: folder)
      }
      #expect(try await program("import", "--city", "quzhou", delivery).status == 0)
      #expect(try await program("evaluate", "--as-of", Self.day).status == 0)
      let before = try await Self.results(program, home)
      #expect(before.utf8.count > 1_000)
      let made = try await program("backup", "--out", folder, "--lang", "en")
      #expect(made.status == 0, "\(made.errors)")
      let name = try #require(made.output.firstMatch(of: /Backed up to (\S+):/)?.1)
      try await test(program, home, String(name), before)
    }
  }

  /// All results of the day, as they are exported.
  private static func results(_ program: BuiltProgram, _ home: String) async throws -> String {
    let file = home + "-results.csv"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let outcome = try await program("export", "results", "--city", "quzhou", "--as-of", day, "--out", file)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  private func permissions(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
