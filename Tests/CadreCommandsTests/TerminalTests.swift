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

  @Test("So are all of the kind: controls, marks of direction, what nobody sees, what ends lines elsewhere")
  func wholeRanges() {
    let controls =
      Array(0...0x1F) + Array(0x7F...0x9F) + [0x61C] + Array(0x200B...0x200F) + Array(0x2028...0x202E)
      + Array(0x2060...0x2064) + Array(0x2066...0x206F) + [0xFEFF, 0xE0001]
    for value in controls where value != 0x09 && value != 0x0A {
      let text = Unicode.Scalar(UInt32(value)).map { "a" + String(Character($0)) + "b" } ?? ""
      let digits = String(value, radix: 16, uppercase: true)
      #expect(text.withoutControls == "a‹U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "›b")
    }
  }
}
