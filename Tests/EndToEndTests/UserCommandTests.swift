import Foundation
import Testing

/// `cadre user`, as an administrator types it.
@Suite("Accounts", .timeLimit(.minutes(15)))
struct UserCommandTests {
  @Test("Accounts are made, listed, changed, disabled and reset, in both languages")
  func fromAddToReset() async throws {
    try await withProgram { program, _ in
      func run(_ line: String...) async throws -> BuiltProgram.Outcome { try await program.start(["user"] + line).outcome() }
      #expect(try await run("list").output == "还没有账户\n")
      #expect(try await run("list", "--lang", "en").output == "there are no accounts\n")

      let added = try await run(
        "add", "wangli", "--display", "王丽", "--duty", "reader", "--city", "衢州", "--unit", "U1", "--url", "https://cadre.example/")
      #expect(added.status == 0 && added.errors.isEmpty, "\(added.errors)")
      let link = try #require(added.output.firstMatch(of: /https:\/\/cadre\.example\/enrol\/([A-Za-z0-9_-]{43})\n/))
      #expect(added.output.hasPrefix("已建立账户 wangli\n一次性链接（20"))
      let english = try await run("add", "li", "--duty", "auditor", "--lang", "en")
      #expect(english.output.hasPrefix("made the account li\none-time link (until 20"))
      #expect(english.output.contains("\n/enrol/") && english.errors.contains("put the pages' address before it"))

      #expect(
        try await run("list").output == """
          li（li）：安全审计；城市 ；待启用；会话 0
          wangli（王丽）：查阅；城市 quzhou，单位 U1；待启用；会话 0

          """)
      #expect(
        try await run("list", "--lang", "en").output.contains(
          "wangli (王丽): reader; cities quzhou, unit U1; invited; sessions 0\n"))
      let json = try await run("list", "--json").output
      let items = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
      #expect(items.map { $0["name"] as? String } == ["li", "wangli"] && items[1]["unit"] as? String == "U1")
      #expect(!json.contains(String(link.1)))

      #expect(try await run("disable", "wangli").output == "已停用账户 wangli，其会话已全部结束\n")
      #expect(try await run("list").output.contains("已停用"))
      #expect(try await run("enable", "wangli", "--lang", "en").output == "enabled the account wangli again\n")
      #expect(try await run("change", "wangli", "--duty", "importer", "--duty", "reader", "--city", "quzhou").status == 0)
      #expect(try await run("list").output.contains("wangli（王丽）：查阅、导入；城市 quzhou；"))
      let reset = try await run("reset", "wangli", "--url", "https://cadre.example")
      #expect(reset.output.contains("https://cadre.example/enrol/") && !reset.output.contains(String(link.1)))

      let log = try await program("audit", "list", "--kind", "access").output
      for command in ["user add", "user disable", "user enable", "user change", "user reset"] { #expect(log.contains(command)) }
      #expect(!log.contains("王丽") && !log.contains(String(link.1)))
      #expect(try await program("audit", "verify").status == 0)
      _ = try await program("db", "stop")
    }
  }

  @Test("What is wrong is said in one sentence")
  func refusals() async throws {
    try await withProgram { program, _ in
      func refused(_ line: [String], _ status: Int32, _ sentence: String) async throws {
        let outcome = try await program.start(["user"] + line + ["--lang", "en"]).outcome()
        #expect(outcome.status == status && outcome.errors.contains(sentence), "\(line): \(outcome.errors)")
        #expect(outcome.errors.split(separator: "\n").count == 1 && outcome.output.isEmpty, "\(outcome.errors)")
      }
      try await refused(["add", "Wang", "--duty", "reader", "--city", "quzhou"], 2, "is no name of an account")
      try await refused(["add", "wang", "--city", "quzhou"], 2, "say by --duty")
      try await refused(["add", "wang", "--duty", "web"], 2, "not of accounts")
      try await refused(["add", "wang", "--duty", "reader", "--city", "nowhere"], 2, "nowhere")
      try await refused(["add", "wang", "--duty", "auditor", "--duty", "operator"], 1, "are three accounts")
      try await refused(["add", "wang", "--duty", "auditor", "--city", "quzhou"], 1, "work with no data")
      try await refused(["add", "wang", "--duty", "reader", "--unit", "U1"], 1, "has one city")
      try await refused(["disable", "nobody"], 2, "there is no account nobody")
      #expect(try await program("user", "add", "wang", "--duty", "reader", "--city", "quzhou").status == 0)
      try await refused(["add", "wang", "--duty", "reader", "--city", "quzhou"], 1, "an account wang already")
      _ = try await program("db", "stop")
    }
  }
}
