import Foundation
import Testing

@Suite("What the program tells its caller")
struct ExitStatusTests {
  @Test("Help is no error", arguments: [["--help"], ["db", "--help"], ["help", "db"], [], ["db"]])
  func help(arguments: [String]) async throws {
    try await withProgram { program, home in
      let outcome = try await program.start(arguments).outcome()
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("用法：cadre"))
      #expect(outcome.errors == "")
      #expect(!FileManager.default.fileExists(atPath: home), "asking for help touches nothing")
    }
  }

  @Test(
    "A command line that cannot be understood",
    arguments: [
      ["nonsense"], ["db", "nonsense"], ["db", "start", "--no-such-option"], ["db", "status", "--lang", "xx"], ["--lang"],
    ])
  func usage(arguments: [String]) async throws {
    try await withProgram { program, _ in
      let outcome = try await program.start(arguments).outcome()
      #expect(outcome.status == 2)
      #expect(outcome.output == "")
      #expect(outcome.errors.hasPrefix("错误："))
      #expect(outcome.errors.contains("用法：cadre"))
    }
  }

  @Test("The version")
  func version() async throws {
    try await withProgram { program, _ in
      let outcome = try await program("--version")
      #expect(outcome.status == 0)
      #expect(outcome.output.wholeMatch(of: /cadre \d+\.\d+\.\d+\n/) != nil)
    }
  }

  @Test(
    "A configuration folder that is not there stops every command that needs the policies",
    arguments: [
      ["catalogue"], ["evaluate", "--as-of", "2025-12-31"], ["report", "overview", "--as-of", "2025-12-31"],
      ["import", "--city", "quzhou", "/tmp"], ["migrate"],
    ])
  func noConfiguration(arguments: [String]) async throws {
    try await withProgram { program, home in
      var program = program
      for folder in ["/no/such/folder", "", "/usr/share"] {
        program.environment["CADRE_CONFIG"] = folder
        let outcome = try await program.start(arguments).outcome()
        #expect(outcome.status == 2)
        #expect(outcome.errors.hasPrefix("错误：CADRE_CONFIG"))
      }
      #expect(!FileManager.default.fileExists(atPath: home), "no server was started for it")
    }
  }

  @Test("A database that cannot be had, in the language asked for")
  func unreachable() async throws {
    try await withProgram { program, _ in
      var program = program
      program.environment["CADRE_POSTGRES_BIN"] = "/usr/share"
      let chinese = try await program("db", "start")
      #expect(chinese.status == 3)
      #expect(
        chinese.errors
          == "错误：CADRE_POSTGRES_BIN=/usr/share 不可用（其中没有 initdb 或 postgres）：该文件夹须含 PostgreSQL 15 至 18 的 initdb 和 postgres。\n")
      let english = try await program("db", "start", "--lang=en")
      #expect(english.status == 3)
      #expect(english.errors.hasPrefix("Error: CADRE_POSTGRES_BIN=/usr/share cannot be used: "))
    }
  }
}
