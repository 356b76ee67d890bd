import CadreModel
import DataContract
import Testing

@testable import Intake

@Suite struct HeadingTests {
  private func column(_ heading: String) -> String? {
    Heading(heading).column(of: Table[.persons]).map { Table[.persons].columns[$0].name }
  }

  @Test(arguments: [
    "姓名", "name", " 姓名 ", "\u{3000}姓　名", "*姓名", "姓名*", "＊姓名", "姓名（必填）", "姓名(必填)", "姓名 [必填]", "姓名【与身份证一致】*", "（必填）姓名",
    "Name", "ＮＡＭＥ", "姓\u{200B}名", "\u{FEFF}姓名", "姓名（见说明（二））",
  ])
  func whatStandsBesideANameDoesNotMatter(heading: String) {
    #expect(column(heading) == "name")
  }

  @Test(arguments: ["姓", "姓名2", "（必填）", "", "*", "姓名电话", "na-me"])
  func anotherNameIsNone(heading: String) {
    #expect(column(heading) == nil)
  }

  @Test func invisibleCharactersAreNamedWithWhatStandsBefore() {
    let heading = Heading("姓\u{200B}名\u{202E}")
    #expect(heading.invisible.map(\.name) == ["U+200B", "U+202E"])
    #expect(heading.invisible.map(\.after) == ["姓", "姓名"])
    let notice = FileNotice(file: "persons.csv", .invisibleInHeadings(heading.invisible))
    #expect(notice.text(in: .english).hasSuffix("U+200B after 姓, U+202E after 姓名"))
    #expect(notice.text(in: .chinese).hasSuffix("“姓”后的 U+200B、“姓名”后的 U+202E"))
  }

  @Test(arguments: ["姓\n名", "姓名\r\nP1", "a\u{2028}b", "a\u{2029}b", "a\u{85}b", "a\u{0}b", "a\u{1B}[31mb", "a\u{7}b"])
  func lineEndsAndControlsAreFaults(heading: String) {
    guard case .character = Heading(heading).fault else {
      Issue.record("no fault")
      return
    }
    #expect(!Heading(heading).shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test func whatNobodySeesIsShownByItsNumber() {
    #expect(shown("a\u{E000}b\u{FFFD}\u{1B}") == "a‹U+E000›b‹U+FFFD›‹U+001B›")
    #expect(hexadecimal([0xE4, 0x0B]) == "E4 0B")
  }
}
