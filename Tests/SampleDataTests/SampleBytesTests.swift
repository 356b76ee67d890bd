import DataContract
import Files
import PolicyTesting
import SampleData
import Testing

/// What the bytes of a sample depend on.
@Suite struct SampleBytesTests {
  @Test func theSameSeedGivesTheSameBytes() throws {
    let (one, other) = (Folder(), Folder())
    try one.write("kunming", persons: 200, seed: 11, training: 9)
    try other.write("kunming", persons: 200, seed: 11, training: 9)
    for table in TableName.allCases { #expect(try one.bytes(table) == other.bytes(table), "\(table)") }
  }

  @Test func anotherSeedGivesAnotherCity() throws {
    let (one, other) = (Folder(), Folder())
    try one.write("kunming", persons: 200, seed: 11, training: 9)
    try other.write("kunming", persons: 200, seed: 12, training: 9)
    for table: TableName in [.persons, .posts, .trainingRecords, .talks, .activities, .leaves, .villages] {
      #expect(try one.bytes(table) != other.bytes(table), "\(table)")
    }
  }

  @Test func theSummaryCountsTheRowsWritten() throws {
    let folder = Folder()
    let summary = try folder.write("jingxian", training: 3)
    #expect(summary.tables.map(\.table) == TableName.allCases)
    for item in summary.tables {
      #expect(CSVText.records(try folder.text(item.table)).count - 1 == item.rows, "\(item.table)")
    }
  }

  @Test func chineseFilesHaveHeadingsLabelsAndDatesOfTheContract() throws {
    let folder = Folder()
    try folder.write("jingxian", persons: 200, training: 3, dialect: Dialect(headings: .chinese))
    #expect(try folder.bytes(.units).prefix(3) == [0xEF, 0xBB, 0xBF])
    let persons = CSVText.records(try folder.text(.persons))
    #expect(
      persons[0].dropFirst() == [
        "姓名", "性别", "出生日期", "公民身份号码", "政治面貌", "入党日期", "参加工作日期", "离开日期", "管理权限", "名单", "进入本市任职日期", "编制类别", "民族", "学历",
      ])
    #expect(persons.dropFirst().allSatisfy { $0[2] == "男" || $0[2] == "女" })
    #expect(persons.dropFirst().allSatisfy { $0[3].hasSuffix("日") && $0[3].contains("年") && $0[3].contains("月") })
    #expect(persons.dropFirst().contains { $0[10].contains("选调生") })
    let leaves = CSVText.records(try folder.text(.leaves))
    #expect(Set(leaves.dropFirst().map { $0[3] }) == ["是", "否"])
  }

  @Test func gb18030FilesAreInGB18030() throws {
    let folder = Folder()
    try folder.write("jingxian", persons: 200, training: 3, dialect: Dialect(headings: .chinese, encoding: .gb18030))
    // 单位编号 in GB18030.
    #expect(try folder.bytes(.units).prefix(8) == [0xB5, 0xA5, 0xCE, 0xBB, 0xB1, 0xE0, 0xBA, 0xC5])
    let plain = Folder()
    try plain.write("jingxian", persons: 200, training: 3, dialect: Dialect(headings: .chinese))
    let newlines = try plain.bytes(.trainingRecords).count { $0 == 10 }
    #expect(try folder.bytes(.trainingRecords).count { $0 == 10 } == newlines)
  }

  @Test func requestsThatCannotBeMadeAreRefused() throws {
    #expect(throws: SampleError.tooFewPersons(99, atLeast: 100)) { try Folder().write("quzhou", persons: 99) }
    #expect(throws: SampleError.wrongYears(from: 2025, to: 2025)) { try Folder().write("quzhou", years: 2025...2025) }
    #expect(throws: SampleError.wrongTrainingAmount(0)) { try Folder().write("quzhou", training: 0) }
    #expect(throws: SampleError.cannotWrite(path: "/proc/no-such-folder", reason: SystemError(code: 2))) {
      try SampleRequest(city: .named("quzhou"), persons: 100, seed: 1).write(into: "/proc/no-such-folder")
    }
  }
}
