import Testing

@testable import CadreCommands

@Suite("What is shown at a terminal")
struct TerminalTests {
  @Test("What a terminal would obey is named")
  func controls() {
    #expect("a\u{1B}[2Jb\u{7}".withoutControls == "a‹U+001B›[2Jb‹U+0007›")
    #expect("\u{9B}31m\r\u{7F}".withoutControls == "‹U+009B›31m‹U+000D›‹U+007F›")
    #expect("\u{202E}csv.exe".withoutControls == "‹U+202E›csv.exe")
    #expect("第 1 行\t姓名\n“衢州” 𠀀".withoutControls == "第 1 行\t姓名\n“衢州” 𠀀")
  }
}
