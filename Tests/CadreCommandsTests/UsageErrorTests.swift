import CadreModel
import PolicyKit
import Testing

@testable import CadreCommands

@Suite("Command lines that cannot be understood")
struct UsageErrorTests {
  /// What is said of a command line, without the lines on usage and help.
  private func complaint(_ line: [String], _ language: CadreModel.Language) throws -> String {
    try Language.$spoken.withValue(language) {
      let error: any MessageProviding
      switch Request(line) {
      case .unknownCommand(let name, let path):
        error = UsageError(problem: .unknownCommand(name, known: path.subcommandNames), path: path)
      case .command(let path):
        error =
          try #require(throws: (any Error).self) { _ = try Program.parse(line, path) } as? any MessageProviding
          ?? UsageError(problem: .other("no message"), path: path)
      default: return "help"
      }
      #expect((error as? any ExitStatusProviding)?.exitStatus == .usage)
      let lines = error.message(in: language).split(separator: "\n").map(String.init)
      if error is UsageError {
        #expect(lines.contains { $0.hasPrefix(language(zh: "用法：cadre", en: "Usage: cadre")) })
        #expect(lines.last?.hasSuffix("--help") == true)
      }
      return lines.filter { !$0.hasPrefix("用法") && !$0.hasPrefix("Usage") && !$0.hasSuffix("--help") }
        .joined(separator: "\n")
    }
  }

  @Test(
    "Each kind is told in both languages, with what would be right",
    arguments: [
      (["reprot"], "没有命令“cadre reprot”，是否应为 cadre report？", "no command 'cadre reprot'; did you mean cadre report?"),
      (
        ["db", "strat"], "没有命令“cadre db strat”，是否应为 cadre db start？", "no command 'cadre db strat'; did you mean cadre db start?"
      ),
      (
        ["export", "xyzzy-plugh"], "没有命令“cadre export xyzzy-plugh”；可用的有：results、persons",
        "no command 'cadre export xyzzy-plugh'; there are results, persons"
      ),
      (
        ["import", "--cty", "quzhou", "x"], "cadre import 没有选项 --cty，是否应为 --city？",
        "cadre import has no option --cty; did you mean --city?"
      ),
      (["db", "--yes"], "cadre db 没有选项 --yes", "cadre db has no option --yes"),
      (["doctor", "-x"], "cadre doctor 没有选项 -x", "cadre doctor has no option -x"),
      (
        ["import", "x", "--city"], "--city <城市> 缺少值：报送的城市，如 quzhou 或 衢州。",
        "--city <city> lacks its value: The city that hands the files in, such as quzhou."
      ),
      (
        ["import", "--city", "quzhou"], "缺少 <路径> ...\n  <路径> ...  文件，或文件所在的目录。",
        "missing: <path> ...\n  <path> ...  Files, or folders of files."
      ),
      (["doctor", "--json=1"], "--json 后面不带值，却写了“1”", "--json takes no value, but '1' was given"),
      (["db", "start", "now", "please"], "多出的内容：“now”、“please”", "more than expected: 'now', 'please'"),
      (
        ["evaluate", "--as-of", "2025-02-29"], "--as-of <日期> 不能是“2025-02-29”：日历上没有这一天",
        "--as-of <date> cannot be '2025-02-29': there is no such day"
      ),
      (
        ["evaluate", "--as-of", "soon"],
        "--as-of <日期> 不能是“soon”：看不懂这个日期，请写 2025-12-31、2025/12/31、20251231、2025年12月31日 或 今天",
        "--as-of <date> cannot be 'soon': no date; write 2025-12-31, 2025/12/31, 20251231 or today"
      ),
      (
        ["catalogue", "--format", "xml"], "--format <格式> 不能是“xml”：可选 table、csv、json、markdown",
        "--format <format> cannot be 'xml': values are table, csv, json, markdown"
      ),
      (
        ["sample", "--city", "quzhou", "--persons", "many", "--out", "x"], "--persons <数量> 不能是“many”：人数，100 至 9999999。",
        "--persons <n> cannot be 'many': How many persons, 100 to 9999999."
      ),
      (
        ["import", "--city", "quzhou", "x", "--city=kunming"], "--city 只能给出一次", "--city can be given only once"
      ),
    ])
  func kinds(line: [String], chinese: String, english: String) throws {
    #expect(try complaint(line, .chinese) == chinese)
    #expect(try complaint(line, .english) == english)
  }

  @Test("All that is missing is named at once")
  func missing() throws {
    let text = try complaint(["explain", "quzhou.a2.matters"], .chinese)
    #expect(text.hasPrefix("缺少 --city <城市>、--as-of <日期>、<对象>\n"))
    #expect(text.contains("\n  <对象>  对象在结果中的编号。"))
    #expect(try complaint(["evaluate"], .chinese).hasPrefix("缺少 --as-of <日期>\n"))
  }

  @Test("No English word of the parser's gets through in Chinese")
  func noEnglish() throws {
    for line in [["db", "start", "--force"], ["sample"], ["import"], ["report", "city"], ["db", "psql", "--help=x"]] {
      guard case .command(let path) = Request(line), path.command != DatabaseShell.self else { continue }
      let text = try complaint(line, .chinese)
      for word in ["Missing", "Unknown", "argument", "option", "Error"] { #expect(!text.contains(word), "\(text)") }
    }
  }
}

@Suite("Cities and policies by name")
struct UnknownNameTests {
  private func library() throws -> PolicyLibrary { try ConfigurationSource.shipped.library() }

  @Test(
    "A city is known by its code, its Chinese name with or without its rank, and its English one",
    arguments: ["quzhou", "QUZHOU", "衢州", "衢州市", " 衢州市 ", "Quzhou"])
  func city(written: String) throws {
    let library = try library()
    #expect(try library.city(called: written).code == "quzhou")
    #expect(try library.policy(called: written).code == "quzhou")
  }

  @Test("A county is known by its whole name only")
  func county() throws {
    #expect(try library().city(called: "泾县").code == "jingxian")
    #expect(throws: UnknownName.self) { try library().city(called: "泾") }
  }

  @Test("Who is not known gets the nearest name and the list")
  func unknown() throws {
    let cities = try library().cities
    let list = cities.map { "\($0.nameChinese)（\($0.code)）" }.joined(separator: "、")
    let error = try #require(throws: UnknownName.self) { try library().city(called: "衢洲市") }
    #expect(error.exitStatus == .usage)
    #expect(
      error.message(in: .chinese)
        == "没有城市“衢洲市”，是否应为 衢州市？已登记的有：\(list)")
    let short = try #require(throws: UnknownName.self) { try library().city(called: "衢洲") }
    #expect(short.message(in: .chinese).hasPrefix("没有城市“衢洲”，是否应为 衢州？"))
    let policy = try #require(throws: UnknownName.self) { try library().policy(called: "kunmin") }
    #expect(policy.message(in: .english).hasPrefix("no policy 'kunmin'; did it mean kunming? Registered are quzhou"))
    let far = try #require(throws: UnknownName.self) { try library().city(called: "atlantis-on-sea") }
    #expect(far.message(in: .english).hasPrefix("no city 'atlantis-on-sea'; registered are \(cities[0].code)"))
  }
}
