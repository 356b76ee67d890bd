import CadreModel
import Testing

@testable import CadreCommands

@Suite("The language of messages")
struct LanguageTests {
  @Test(
    "What --lang says counts even in a command line that is wrong otherwise; Chinese without it",
    arguments: [
      (["db", "start"], Language.chinese), (["db", "--lang", "en"], .english),
      (["--lang=en", "nonsense"], .english),
      (["--lang"], .chinese), (["--lang", "fr"], .chinese), (["--lang", "zh", "en"], .chinese),
    ])
  func asked(arguments: [String], expected: CadreModel.Language) {
    #expect(Language.asked(in: arguments) == expected)
  }
}
