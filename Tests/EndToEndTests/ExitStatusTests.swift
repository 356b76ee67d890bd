import Foundation
import Testing

@Suite("What the program tells its caller")
struct ExitStatusTests {
  @Test("Help is no error", arguments: [["--help"], ["db", "--help"], ["help", "db"], [], ["db"]])
  func help(arguments: [String]) async throws {
    try await withProgram { program, home in
      let outcome = try await program.start(arguments).outcome()
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("USAGE: cadre"))
      #expect(outcome.errors == "")
      #expect(!FileManager.default.fileExists(atPath: home), "asking for help touches nothing")
    }
  }

  @Test(
    "A command line that cannot be understood",
    arguments: [
      ["nonsense"], ["db", "nonsense"], ["db", "start", "--no-such-option"], ["db", "status", "--lang", "xx"],
    ])
  func usage(arguments: [String]) async throws {
    try await withProgram { program, _ in
      let outcome = try await program.start(arguments).outcome()
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("Error: "))
      #expect(outcome.errors.contains("Usage: cadre"))
    }
  }

  @Test("A database that cannot be had, in the language asked for")
  func unreachable() async throws {
    try await withProgram { program, _ in
      var program = program
      program.environment["CADRE_POSTGRES_BIN"] = "/usr/share"
      let chinese = try await program("db", "start")
      #expect(chinese.status == 3)
      #expect(chinese.errors == "错误：CADRE_POSTGRES_BIN=/usr/share 不可用：该文件夹须含 PostgreSQL 14 至 17 的 initdb 和 postgres。\n")
      let english = try await program("db", "start", "--lang=en")
      #expect(english.status == 3)
      #expect(english.errors.hasPrefix("Error: CADRE_POSTGRES_BIN=/usr/share cannot be used: "))
    }
  }
}
