import CadreModel
import Testing

@testable import CadreCommands

@Suite("The language of messages")
struct LanguageTests {
  @Test(
    "--lang counts wherever it stands, and is taken out; Chinese without it",
    arguments: [
      (["db", "start"], Language.chinese, ["db", "start"]),
      (["db", "--lang", "en"], .english, ["db"]),
      (["--lang=en", "nonsense"], .english, ["nonsense"]),
      (["--lang", "en", "import", "--help"], .english, ["import", "--help"]),
      (["import", "--lang", "en", "--city", "x"], .english, ["import", "--city", "x"]),
      (["--lang", "en", "--lang", "zh"], .chinese, []),
      (["import", "--", "--lang", "en"], .chinese, ["import", "--", "--lang", "en"]),
      (["db", "psql", "--lang", "en"], .chinese, ["db", "psql", "--lang", "en"]),
      (["--lang", "en", "db", "psql", "-c", "x"], .english, ["db", "psql", "-c", "x"]),
    ])
  func wherever(line: [String], language: CadreModel.Language, rest: [String]) {
    let choice = LanguageChoice(line)
    #expect(choice.language == language)
    #expect(choice.rest == rest)
    #expect(choice.unknown == nil)
  }

  @Test(
    "A language that there is not is no language",
    arguments: [(["--lang"], ""), (["--lang", "fr"], "fr"), (["--lang=zh-CN"], "zh-CN")])
  func unknown(line: [String], unknown: String) {
    #expect(LanguageChoice(line).unknown == unknown)
  }

  @Test(
    "What a command line asks for",
    arguments: [
      ([], "help cadre"), (["--help"], "help cadre"), (["-h"], "help cadre"), (["help"], "help cadre"),
      (["db"], "help cadre db"), (["db", "--help"], "help cadre db"), (["help", "db", "start"], "help cadre db start"),
      (["db", "help", "start"], "help cadre db start"), (["import", "--city", "x", "-h"], "help cadre import"),
      (["import", "--", "-h"], "run cadre import"), (["db", "psql", "--help"], "help cadre db psql"),
      (["db", "psql", "-c", "--help"], "run cadre db psql"), (["--version"], "version"), (["db", "--version"], "version"),
      (["frobnicate"], "unknown frobnicate"), (["help", "frobnicate"], "unknown frobnicate"),
      (["report", "city", "quzhou"], "run cadre report city"),
    ])
  func requests(line: [String], expected: String) {
    let found =
      switch Request(line) {
      case .help(let path): "help \(path.name)"
      case .version: "version"
      case .command(let path): "run \(path.name)"
      case .unknownCommand(let name, _): "unknown \(name)"
      }
    #expect(found == expected)
  }
}
