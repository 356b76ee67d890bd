import Testing

@testable import CadreCommands

@Suite("The language of messages")
struct LanguageTests {
  @Test(
    "What --lang says counts even in a command line that is wrong otherwise; Chinese without it",
    arguments: [
      (["db", "start"], Language.zh), (["db", "--lang", "en"], .en), (["--lang=en", "nonsense"], .en), (["--lang"], .zh),
      (["--lang", "fr"], .zh), (["--lang", "zh", "en"], .zh),
    ])
  func asked(arguments: [String], expected: Language) {
    #expect(Language.asked(in: arguments) == expected)
  }
}
