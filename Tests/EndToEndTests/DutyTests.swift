import Foundation
import Testing

/// Each command, as the login that has the least that it needs, and as logins that lack the duty or the city.
@Suite("Duties", .timeLimit(.minutes(30)))
struct DutyTests {
  /// A command with the duty that it needs.
  private struct Need {
    let line: [String]
    let duty: String
    /// Whether it is about a city, which the login must see.
    var isOfCity = true
    /// A duty that is not enough.
    var other = "reader"
  }

  private static let day = "2025-12-31"

  private static func needs(_ delivery: String, _ out: String) -> [Need] {
    [
      Need(line: ["check", "--city", "quzhou", delivery], duty: "importer"),
      Need(line: ["import", "--city", "quzhou", delivery], duty: "importer"),
      Need(line: ["import", "--city", "quzhou", delivery + "/units.csv", "--complete", "units"], duty: "importer"),
      Need(line: ["imports", "list", "--city", "quzhou"], duty: "reader", other: "unmasker"),
      Need(line: ["imports", "show", "1", "--city", "quzhou"], duty: "reader", other: "unmasker"),
      Need(line: ["history", "persons", "P0000001", "--city", "quzhou"], duty: "reader", other: "unmasker"),
      Need(line: ["history", "persons", "P0000001", "--city", "quzhou", "--unmask"], duty: "reader,unmasker"),
      Need(line: ["imports", "diff", "1", "--city", "quzhou", "--unmask"], duty: "reader,unmasker"),
      Need(line: ["quality", "--city", "quzhou"], duty: "reader", other: "unmasker"),
      Need(line: ["evaluate", "--as-of", day, "--city", "quzhou"], duty: "evaluator"),
      Need(line: ["evaluate", "--as-of", day, "--city", "quzhou", "--afresh"], duty: "evaluator", other: "importer"),
      Need(line: ["evaluate", "--as-of", "2024-12-31"], duty: "evaluator", isOfCity: false, other: "publisher"),
      Need(line: ["report", "city", "quzhou", "--as-of", day, "--out", out + "/1"], duty: "reader", other: "unmasker"),
      Need(line: ["report", "overview", "--as-of", day, "--out", out + "/2"], duty: "reader", other: "unmasker"),
      Need(line: ["report", "all", "--as-of", day, "--out", out + "/3"], duty: "reader", other: "unmasker"),
      Need(line: ["trend", "--as-of", day, "--city", "quzhou", "--out", out + "/5"], duty: "reader", other: "unmasker"),
      Need(
        line: ["whatif", "--as-of", day, "--city", "quzhou", "--set", "quzhou.a5.coverage.count=3", "--out", out + "/6"],
        duty: "evaluator"),
      Need(
        line: ["export", "results", "--city", "quzhou", "--as-of", day, "--out", out + "/r.csv"], duty: "reader",
        other: "unmasker"),
      Need(line: ["template", "--city", "quzhou", "--out", out + "/7", "--with-data"], duty: "reader", other: "unmasker"),
      Need(line: ["template", "--city", "quzhou", "--out", out + "/8", "--with-data", "--unmask"], duty: "reader,unmasker"),
      Need(
        line: ["export", "persons", "--city", "quzhou", "--format", "exchange", "--out", out + "/10"], duty: "reader",
        other: "unmasker"),
      Need(
        line: ["export", "persons", "--city", "quzhou", "--format", "exchange", "--out", out + "/11", "--unmask"],
        duty: "reader,unmasker"),
      Need(line: ["keys", "status", "--city", "quzhou"], duty: "unmasker", other: "auditor"),
      Need(line: ["keys", "seal", "--city", "quzhou"], duty: "unmasker", other: "importer"),
      Need(line: ["keys", "rotate", "--new", out + "-key", "--city", "quzhou"], duty: "unmasker", other: "importer"),
      Need(line: ["publish", "--as-of", day, "--city", "quzhou", "--title", "t"], duty: "publisher", other: "evaluator"),
      Need(line: ["publications", "list"], duty: "reader", isOfCity: false, other: "unmasker"),
      Need(line: ["publications", "verify"], duty: "reader", isOfCity: false, other: "unmasker"),
      Need(line: ["rebuild", "--city", "quzhou"], duty: "importer,evaluator"),
      Need(line: ["imports", "undo", "1", "--city", "quzhou"], duty: "importer"),
      Need(line: ["audit", "list"], duty: "auditor", isOfCity: false),
      Need(line: ["audit", "verify"], duty: "auditor", isOfCity: false),
      Need(line: ["publications", "verify", "1"], duty: "auditor", isOfCity: false, other: "unmasker"),
      Need(line: ["access", "list"], duty: "access_administrator", isOfCity: false),
      Need(
        line: ["access", "grant", "late", "--duty", "reader", "--city", "quzhou"], duty: "access_administrator",
        isOfCity: false, other: "operator"),
      Need(line: ["user", "list"], duty: "access_administrator", isOfCity: false),
      Need(
        line: ["user", "add", "wang", "--duty", "reader", "--city", "quzhou"], duty: "access_administrator", isOfCity: false,
        other: "operator"),
      Need(line: ["user", "disable", "wang"], duty: "access_administrator", isOfCity: false, other: "auditor"),
      Need(line: ["migrate"], duty: "operator", isOfCity: false),
    ]
  }

  @Test("Each command works under the least that it needs, and says what is missing")
  func leastDuty() async throws {
    try await withProgram { program, home in
      let program = try await program.withKey(in: home + "-key")
      defer { try? FileManager.default.removeItem(atPath: home + "-key") }
      _ = try await program("db", "start")
      #expect(try await program("db", "psql", "-c", "create database shared").status == 0)
      let url = try await program("db", "url").output.trimmingCharacters(in: .newlines)
      let owner = url.replacing("/cadre?", with: "/shared?")
      #expect(try await program("migrate", "--database", owner).status == 0)
      let delivery = try await program.sample("quzhou", persons: 100, in: home + "-in")
      // Rotated to in the middle, and used from then on.
      let next = try await program.withKey(in: home + "-out-key")
      var current = program
      defer { for path in [delivery, home + "-out", home + "-out-key"] { try? FileManager.default.removeItem(atPath: path) } }
      let host = try #require(url.split(separator: "@").last).dropFirst("/cadre?".count)
      var made: Set<String> = []
      _ = try await program("db", "psql", "-c", "create role late login")

      /// A login of these duties (commas between) and cities.
      func login(_ duties: String, _ cities: [String]) async throws -> String {
        let name = "duty_" + ([duties.replacing(",", with: "_")] + cities).joined(separator: "_")
        if made.insert(name).inserted {
          _ = try await program("db", "psql", "-c", "create role \(name) login password 'x'")
          let grant =
            ["access", "grant", name, "--database", owner] + duties.split(separator: ",").flatMap { ["--duty", String($0)] }
            + cities.flatMap { ["--city", $0] }
          let outcome = try await program.start(grant).outcome()
          #expect(outcome.status == 0, "\(outcome.errors)")
        }
        return "postgresql://\(name):x@/shared?\(host)"
      }
      func run(_ line: [String], as database: String) async throws -> BuiltProgram.Outcome {
        try await current.start(line + ["--database", database, "--lang", "en"]).outcome()
      }

      for need in Self.needs(delivery, home + "-out") {
        let isOfficer = ["auditor", "access_administrator", "operator"].contains(need.duty)
        let cities = isOfficer ? [] : ["quzhou"]
        let otherIsOfficer = ["auditor", "access_administrator", "operator"].contains(need.other)
        let lacking = try await run(need.line, as: login(need.other, otherIsOfficer ? [] : ["quzhou"]))
        #expect(lacking.status != 0, "\(need.line)")
        #expect(lacking.errors.contains(" lacks the duty "), "\(need.line): \(lacking.errors)")
        #expect(lacking.errors.split(separator: "\n").count == 1, "\(lacking.errors)")
        if need.isOfCity {
          let elsewhere = try await run(need.line, as: login(need.duty, ["jingxian"]))
          // What is about all cities is about those that the login sees.
          if need.line.contains("quzhou") {
            #expect(elsewhere.status == 1 && elsewhere.errors.contains("may not see Quzhou"), "\(need.line): \(elsewhere.errors)")
          }
        }
        let enough = try await run(need.line, as: login(need.duty, cities))
        #expect(enough.status == 0, "\(need.line): \(enough.errors)")
        if need.line.contains("rotate") { current = next }
      }

      // Judged at one date: a reader is told of it at another.
      let reader = try await login("reader", ["quzhou"])
      let unjudged = try await run(["report", "city", "quzhou", "--as-of", "2023-06-30", "--out", home + "-out/9"], as: reader)
      #expect(unjudged.status == 1)
      #expect(unjudged.errors.contains("ask for --as-of \(Self.day)"), "\(unjudged.errors)")
      // The import was undone since it was judged.
      let held = try await run(["report", "city", "quzhou", "--as-of", Self.day, "--out", home + "-out/12"], as: reader)
      #expect(held.status == 0 && held.errors.contains("have changed since it was judged"), "\(held.errors)")
      // A login without any right.
      let late = try await run(["access", "list"], as: try await login("unmasker", []))
      #expect(late.errors.contains("lacks the duty access administrator"), "\(late.errors)")
    }
  }
}
