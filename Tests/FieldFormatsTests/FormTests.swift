import FieldFormats
import Foundation
import Testing

@Suite struct FormTests {
  private func read(_ bytes: some Sequence<UInt8>, as name: String = "a.lrmx") throws -> FieldDraft {
    let folder = try Samples.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try FieldDelivery.read([try Samples.write(bytes, to: folder + "/" + name)])
  }

  @Test func aFormIsAPersonItsPostsAndItsYears() throws {
    let draft = try read(Samples.form.utf8)
    let person = try #require(draft.persons.first)
    #expect(person.identityNumber == "11010519850302002X")
    #expect(person.cells == ["name": "李四", "sex": "女", "ethnicity": "汉族", "political_status": "01"])
    #expect(
      person.dates == [
        "birth_date": .month(year: 1985, month: 3), "joined_party_on": .month(year: 2007, month: 6),
        "hired_on": .month(year: 2008, month: 8),
      ])
    #expect(draft.posts.map(\.unit) == ["浙江大学学生", "市委科员", "市财政局局长"].map { .beginning(of: $0) })
    #expect(draft.posts.map(\.isPast) == [true, true, false])
    #expect(draft.posts.map(\.place.line) == [10, 11, 12])
    #expect(draft.assessments.map(\.cells) == [["year": "2023", "grade": "称职"], ["year": "2024", "grade": "优秀"]])
    #expect(draft.notices.isEmpty)
  }

  @Test func whoJoinedLatelyMayBeACandidateStill() throws {
    let draft = try read(Samples.form.replacing("200706", with: "202302").utf8)
    #expect(draft.persons[0].cells["political_status"] == nil)
  }

  @Test func anotherPartyIsReadAndOtherTextTold() throws {
    #expect(try read(Samples.form.replacing("200706", with: "民盟").utf8).persons[0].cells["political_status"] == "民盟")
    let unclear = try read(Samples.form.replacing("200706", with: "入党积极分子").utf8)
    #expect(unclear.persons[0].cells["political_status"] == nil)
    #expect(unclear.notices == [.partyUnclear(FieldPlace(file: "a.lrmx", line: 7))])
  }

  @Test func anOldFormIsReadFromGB2312() throws {
    let draft = try read(try Samples.gb18030(Samples.oldForm), as: "b.lrm")
    #expect(draft.persons[0].identityNumber == nil)
    #expect(draft.persons[0].cells == ["name": "张三", "sex": "男", "ethnicity": "汉族", "political_status": "01"])
    #expect(draft.posts.map(\.unit) == [.beginning(of: "浙江大学学生"), .beginning(of: "市委书记")])
    #expect(draft.posts.map(\.place.line) == [1, 2])
    #expect(draft.assessments.map(\.cells) == [["year": "2024", "grade": "称职"]])
  }

  @Test func aFormInGB18030ThatSaysSoIsRead() throws {
    let text = Samples.form.replacing("encoding=\"utf-8\"", with: "encoding=\"GBK\"")
    #expect(try read(try Samples.gb18030(text)).persons[0].name == "李四")
  }

  @Test func damagedFormsSayWhatAndWhere() throws {
    #expect(throws: FieldFormatError.malformedXML(file: "a.lrmx", line: 5, detail: "no element found")) {
      try read(Samples.form.split(separator: "\n").prefix(4).joined(separator: "\n").utf8 + [0x0A])
    }
    #expect(throws: FieldFormatError.documentType(file: "a.lrmx")) {
      try read("<!DOCTYPE Person [<!ENTITY x SYSTEM \"/etc/passwd\">]><Person><XingMing>&x;</XingMing></Person>".utf8)
    }
    #expect(throws: FieldFormatError.unexpectedRoot(file: "a.lrmx", root: "html", expected: "Person")) {
      try read("<html/>".utf8)
    }
    #expect(throws: FieldFormatError.overLimit(.depth, file: "a.lrmx", allowed: 16)) {
      try read(("<Person>" + String(repeating: "<a>", count: 20)).utf8)
    }
    #expect(throws: FieldFormatError.tooFewFields(file: "b.lrm", found: 2)) { try read("\"a\",\"b\"".utf8, as: "b.lrm") }
    #expect(throws: FieldFormatError.notText(file: "b.lrm")) { try read([0x22, 0xFF, 0xFF, 0x22], as: "b.lrm") }
    #expect(throws: FieldFormatError.tooFewFields(file: "b.lrm", found: 1)) { try read([], as: "b.lrm") }
  }

  @Test func everyCutOfAFormIsAnErrorAndNeverACrash() throws {
    let bytes = Array(Samples.form.utf8)
    for count in stride(from: 1, to: bytes.count - 10, by: 7) {
      #expect(throws: FieldFormatError.self) { try read(bytes[..<count]) }
    }
    let old = try Samples.gb18030(Samples.oldForm)
    for count in stride(from: 1, to: old.count, by: 11) { _ = try? read(old[..<count], as: "b.lrm") }
  }

  @Test func writtenFormsAreReadAgain() throws {
    var form = AppointmentForm(file: "a.lrmx", [:])
    for field in FormField.allCases where field != .photo && field != .family { form[field] = "甲<乙>&\"\(field.rawValue)\"" }
    form[.resume] = "2004.09--2008.07  甲\n2008.08--         乙 & 丙"
    form[.assessments] = "2024年优秀"
    form[.birth] = "198001"
    let draft = try read(form.xml.utf8)
    #expect(draft.persons[0].name == form[.name])
    #expect(draft.persons[0].dates["birth_date"] == .month(year: 1980, month: 1))
    #expect(draft.posts.map(\.unit) == [.beginning(of: "甲"), .beginning(of: "乙 & 丙")])
    #expect(draft.assessments.map(\.cells) == [["year": "2024", "grade": "优秀"]])
    let old = try read(try form.oldBytes(), as: "b.lrm")
    #expect(old.posts.map(\.unit) == draft.posts.map(\.unit))
    #expect(old.assessments.map(\.cells) == draft.assessments.map(\.cells))
  }
}
