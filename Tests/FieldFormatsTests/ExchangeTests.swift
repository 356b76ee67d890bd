import DataContract
import FieldFormats
import Foundation
import Testing

@Suite final class ExchangeTests {
  private let folder: String

  init() throws {
    folder = try Samples.folder()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func zip(_ names: String..., arguments: [String] = []) throws -> FieldSource {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/zip")
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.arguments = ["-q", "-r"] + arguments + ["x.zip"] + names
    try process.run()
    process.waitUntilExit()
    return FieldSource(path: folder + "/x.zip", .archive)
  }

  private func write(_ text: String, as name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  private func expectPersons(_ draft: FieldDraft) {
    #expect(draft.persons.map(\.systemID) == ["{6D0C-11}", "77"])
    #expect(draft.persons.map(\.identityNumber) == ["11010519850304002X", nil])
    #expect(draft.persons.map(\.place) == [FieldPlace(file: "A01.xml", line: 1), FieldPlace(file: "A01.xml", line: 2)])
    #expect(draft.persons[0].cells == ["name": "李四", "sex": "2", "ethnicity": "01", "political_status": "01"])
    #expect(
      draft.persons[0].dates == [
        "birth_date": .day(year: 1985, month: 3, day: 4), "hired_on": .month(year: 2008, month: 8),
        "joined_party_on": .day(year: 2007, month: 6, day: 1),
      ])
    #expect(draft.persons[1].dates == ["birth_date": .month(year: 1990, month: 1)])
  }

  @Test func anExchangeFolderIsRead() throws {
    try write(Samples.persons, as: "Table/A01.xml")
    try write("<xml><data/></xml>", as: "Table/A11.xml")
    try write(
      "<xml><data><row A0000=\"77\" A0200=\"9\" A0201A=\"其他单位\" A0201B=\"-1\" A0255=\"0\"/></data></xml>", as: "Table/a02.XML")
    let draft = try FieldDelivery.read([FieldSource(path: folder, .exchange)])
    expectPersons(draft)
    #expect(draft.notices == [.tablesNotRead(["A11.xml"])])
    #expect(draft.posts.map(\.person) == [1])
    #expect(draft.posts.map(\.isPast) == [true])
    expectPersons(try FieldDelivery.read([FieldSource(path: folder + "/Table", .exchange)]))
  }

  @Test func theSameIsReadFromAnArchive() throws {
    try write(Samples.persons, as: "Table/A01.xml")
    try write(Samples.form, as: "李四.lrmx")
    let draft = try FieldDelivery.read([try zip("Table", "李四.lrmx")])
    #expect(draft.persons.count == 3)
    #expect(draft.persons[0].place.file == "李四.lrmx")
  }

  @Test func postsOfNobodyBelongToNobody() throws {
    try write("<xml><data><row A0000=\"5\" A0215A=\"局长\"/></data></xml>", as: "Table/A02.xml")
    #expect(try FieldDelivery.read([FieldSource(path: folder, .exchange)]).posts.map(\.person) == [nil])
  }

  @Test func archivesAreRefusedBeforeTheyGrow() throws {
    try write(Samples.persons + String(repeating: " ", count: 3 << 20), as: "Table/A01.xml")
    let source = try zip("Table")
    #expect(throws: FieldFormatError.overLimit(.ratio, file: "Table/A01.xml", allowed: 200)) { try FieldDelivery.read([source]) }
    var limits = FieldLimits()
    limits.fileSize = 1 << 20
    #expect(throws: FieldFormatError.overLimit(.fileSize, file: "Table/A01.xml", allowed: 1 << 20)) {
      try FieldDelivery.read([source], limits: limits)
    }
    limits = FieldLimits()
    limits.ratio = 1_000_000
    limits.totalSize = 1 << 20
    #expect(throws: FieldFormatError.overLimit(.totalSize, file: folder + "/x.zip", allowed: 1 << 20)) {
      try FieldDelivery.read([source], limits: limits)
    }
    limits = FieldLimits()
    limits.ratio = 1_000_000
    limits.rows = 1
    #expect(throws: FieldFormatError.overLimit(.rows, file: "A01.xml", allowed: 1)) {
      try FieldDelivery.read([source], limits: limits)
    }
  }

  @Test func lockedDamagedAndForeignArchivesAreNamed() throws {
    try write(Samples.persons, as: "Table/A01.xml")
    let locked = try zip("Table", arguments: ["-P", "geheim"])
    #expect(throws: FieldFormatError.encryptedArchive(path: locked.path)) { try FieldDelivery.read([locked]) }
    let damaged = try Samples.write("PK no archive".utf8, to: folder + "/d.zip")
    #expect(throws: FieldFormatError.self) { try FieldDelivery.read([damaged]) }
    try write("other", as: "other.txt")
    try FileManager.default.removeItem(atPath: folder + "/x.zip")
    let foreign = try zip("other.txt")
    #expect(throws: FieldFormatError.nothingKnown(path: foreign.path)) { try FieldDelivery.read([foreign]) }
    #expect(throws: FieldFormatError.nothingKnown(path: folder + "/none")) {
      try FieldDelivery.read([FieldSource(path: folder + "/none", .exchange)])
    }
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let export = FieldExport([
      .units: [["unit_id": "U1", "unit_name": "市委 \"甲\"", "region_code": "330800", "parent_unit_id": ""]],
      .persons: [
        [
          "person_id": "P1", "name": "张三", "sex": "1", "birth_date": "1980-01-02", "id_number": "110105198001020011",
          "political_status": "01", "joined_party_on": "2001-07-01", "hired_on": "2002-08-01", "ethnicity": "01",
        ]
      ],
      .posts: [
        [
          "post_id": "T1", "person_id": "P1", "unit_id": "U1", "title": "书记", "started_on": "2020-01-01", "ended_on": "",
          "leading": "true",
        ]
      ],
      .assessments: [
        ["assessment_id": "S1", "subject_kind": "person", "subject_id": "P1", "year": "2024", "grade": "excellent"],
        ["assessment_id": "S2", "subject_kind": "unit", "subject_id": "U1", "year": "2024", "grade": "excellent"],
      ],
    ])
    let exchange = try FieldExportFolder(folder + "/out", .exchange)
    try exchange.append(export)
    try exchange.finish()
    let draft = try FieldDelivery.read([FieldSource(path: folder + "/out", .exchange)])
    #expect(draft.units.map(\.cells) == [["unit_name": "市委 \"甲\"", "region_code": "330800"]])
    #expect(draft.units.map(\.code) == ["U1"])
    #expect(draft.persons[0].cells == ["name": "张三", "sex": "1", "ethnicity": "01", "political_status": "01"])
    #expect(
      draft.persons[0].dates.mapValues(\.cell) == [
        "birth_date": "1980-01-02", "joined_party_on": "2001-07-01", "hired_on": "2002-08-01",
      ])
    #expect(draft.posts[0].cells == ["title": "书记", "leading": "是"])
    #expect(draft.posts[0].unit == .unit(code: "U1", name: "市委 \"甲\""))
    #expect(draft.assessments.map(\.cells) == [["year": "2024", "grade": "1"]])
    let forms = try FieldExportFolder(folder + "/forms", .lrmx)
    try forms.append(export)
    try forms.finish()
    #expect(forms.fileCount == 1)
    let form = try FieldDelivery.read([FieldSource(path: folder + "/forms/P1.lrmx", .form)])
    #expect(form.persons[0].cells["sex"] == "男")
    #expect(form.posts.map(\.unit) == [.beginning(of: "市委 \"甲\"书记")])
    #expect(form.assessments.map(\.cells) == [["year": "2024", "grade": "优秀"]])
  }
}
