import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Spreadsheet
import Testing

@Suite(.database(template: .migrated)) struct WrongFileTests {
  private let header = "unit_id,unit_name,region_code,unit_kind,level\n"

  private func findings(_ text: String) async throws -> [Finding] {
    try await Imports.run(SmallDelivery(.units, text)).findings
  }

  @Test func aMissingColumnNamesTheAcceptedHeadings() async throws {
    let found = try await findings("unit_id,unit_name,region_code,unit_kind\nU1,a,330800,organ\n")
    #expect(found.count == 1)
    #expect(
      found.first?.text(in: .chinese) == "units.csv 第 1 行，列 层级（level）：缺少必需的列：表头应有“层级”或“level”")
  }

  @Test func aColumnInBothLanguagesComesTwice() async throws {
    let found = try await findings("unit_id,unit_name,region_code,unit_kind,level,层级\nU1,a,330800,organ,city,city\n")
    #expect(found.map(\.problem.name) == ["duplicate_column"])
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}"])
  func anEmptyFileHasNoHeader(text: String) async throws {
    #expect(try await findings(text).map(\.problem) == [.noHeader])
  }

  @Test func aHeaderAloneIsNoMistake() async throws {
    #expect(try await Imports.run(SmallDelivery(.units, header)).outcome == .unchanged)
  }

  @Test func raggedRows() async throws {
    let found = try await findings(header + "U1,a,330800,organ\nU2,a,330800,organ,city,\nU3,a,330800,organ,city\n")
    #expect(
      found.map(\.problem) == [.cellCount(found: 4, expected: 5), .cellCount(found: 6, expected: 5)])
    #expect(found.map(\.line) == [2, 3])
  }

  @Test func brokenQuotes() async throws {
    let found = try await findings(header + "U1,\"a\"b,330800,organ,city\nU2,a\"b,330800,organ,city\nU3,\"a,330800,organ,city\n")
    #expect(
      found.map(\.problem) == [
        .malformedRecord(.textAfterQuote), .malformedRecord(.strayQuote), .malformedRecord(.unterminatedQuote),
      ])
    #expect(found.map(\.line) == [2, 3, 4])
  }

  @Test func quotedCellsMayHoldAnything() async throws {
    let report = try await Imports.run(SmallDelivery(.units, header + "U1,\"甲, \"\"乙\"\"\n丙\",330800,organ,city\n"))
    #expect(report.outcome == .stored)
    #expect(try await Imports.rows("select unit_name from units") == ["甲, \"乙\"\n丙"])
  }

  @Test func duplicatesNameTheFirstLine() async throws {
    let row = "U1,a,330800,organ,city\n"
    let found = try await findings(header + row + "U2,a,330800,organ,city\n" + row + "U0,b,330800,organ,city\n" + row)
    #expect(found.map(\.problem) == [.duplicate(of: .line(2)), .duplicate(of: .line(2))])
    #expect(found.map(\.line) == [4, 6])
    #expect(found.first?.value == "U1")
  }

  @Test func keysOfSeveralColumnsAreComparedByMeaning() async throws {
    let text = "region_code,year,rank,group,average_income\n330802,2024,staff,township,1\n330802,02024,科员及以下,乡镇,2\n"
    let found = try await Imports.run(SmallDelivery(.pay, text)).findings
    #expect(found.map(\.problem) == [.duplicate(of: .line(2))])
  }

  @Test func aThousandFindingsAreShownAndTheRestCounted() async throws {
    let rows = (0..<1_500).map { "U\(10_000 + $0),,330800,organ,city\n" }.joined()
    let report = try await Imports.run(SmallDelivery(.units, header + rows))
    #expect(report.findings.count == 1_000)
    #expect(report.findingCount == 1_500)
    #expect(report.findings.last?.line == 1_001)
  }

  @Test func utf8ThatIsNone() async throws {
    let folder = try DeliveryFolder()
    try folder.write(
      Data(header.utf8) + Data("U1,".utf8) + Data([0xD0, 0xD5]) + Data(",330800,organ,city\n".utf8), as: "units.csv")
    let asTold = try await Imports.run([folder.path]) { $0.encoding = .utf8 }
    #expect(asTold.findings.map(\.problem) == [.encoding(.utf8)])
    #expect(try await Imports.run([folder.path]).outcome == .stored)
    #expect(try await Imports.rows("select unit_name from units") == ["姓"])
  }

  @Test func gb18030ThatIsNone() async throws {
    let folder = try DeliveryFolder()
    try folder.write(
      Data(header.utf8) + Data("U1,".utf8) + Data([0xFF, 0xFF]) + Data(",330800,organ,city\n".utf8), as: "units.csv")
    let report = try await Imports.run([folder.path]) { $0.encoding = .gb18030 }
    #expect(report.findings.map(\.problem) == [.encoding(.gb18030)])
    #expect(report.findings.map(\.value) == ["FF FF"])
    // Bytes that are no character in any encoding cost their row; nothing else is in doubt.
    #expect(try await Imports.run([folder.path]).findings.map(\.problem) == [.encoding(.utf8)])
  }

  @Test func anEncodingInDoubtIsAskedFor() async throws {
    let folder = try DeliveryFolder()
    try folder.write(header + "U1,Caf\u{E9},330800,organ,city\n", as: "units.csv")
    let error = await #expect(throws: ImportError.self) { try await Imports.run([folder.path]) }
    #expect(
      error
        == .encodingUnclear(
          path: folder.path + "/units.csv", line: 2,
          readings: LineReadings(asUTF8: "U1,Caf\u{E9},330800,organ,city", asGB18030: "U1,Caf茅,330800,organ,city")))
    #expect(try await Imports.run([folder.path]) { $0.encoding = .utf8 }.outcome == .stored)
    #expect(try await Imports.rows("select unit_name from units") == ["Caf\u{E9}"])
  }

  @Test(arguments: ["\"unit_name", "unit_\"name", "\"unit_name\"x"])
  func aHeadingIsARecordLikeAnyOther(heading: String) async throws {
    let report = try await Imports.run(
      SmallDelivery(.units, "unit_id,\(heading),region_code,unit_kind,level\nU1,a,330800,organ,city\n"))
    #expect(report.findings.map { "\($0.problem.name)@\($0.line)" } == ["malformed_record@1"])
    #expect(try await Imports.rows("select 1 from units").isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}"])
  func aLineEndInAHeadingIsNamed(lineEnd: String) async throws {
    let found = try await findings("unit_id,\"unit_name\(lineEnd)U1\",region_code,unit_kind,level\nU1,a,330800,organ,city\n")
    #expect(found.map(\.problem.name) == ["heading"])
    #expect(found[0].text(in: .english).contains("after unit_name"))
  }

  @Test(arguments: ["\u{2028}", "\u{2029}", "\u{85}"])
  func lineEndsOfOtherProgramsAreNamed(lineEnd: String) async throws {
    let row = "U1,甲,330800,organ,city"
    let all = try await findings((header + row + "\n").replacing("\n", with: lineEnd))
    #expect(all.count == 1)
    #expect(all[0].line == 1)
    #expect(all[0].text(in: .chinese).contains("U+"))
    let rows = try await findings(header + row + lineEnd + "U2,乙,330800,organ,city\n")
    #expect(rows.map(\.problem.name) == ["foreign_line_end"])
  }

  @Test func blankRowsAreSkippedAndCounted() async throws {
    let text =
      "\n,,,,\n" + header
      + "U1,a,330800,organ,city\n\n,,,,\n  ,\u{3000},,,\n\"\",,,,\n,,\n\u{FEFF},,,,\nU2,b,330800,organ,city\n\n"
    let report = try await Imports.run(SmallDelivery(.units, text))
    #expect(report.rows == RowCounts(inserted: 2))
    #expect(report.notices.map { "\($0.name) \($0.count)" } == ["lines_above 1", "blank_rows 8"])
  }

  @Test func aFileThatMayBeCutShowsItsLastRow() async throws {
    let report = try await Imports.run(SmallDelivery(.units, header + "U1,a,330800,organ,city\nU2,乙,330800,organ,city"))
    #expect(report.outcome == .stored)
    #expect(report.notices.map(\.kind) == [.openEnd(lastRow: "U2,乙,330800,organ,city")])
    let cut = try await Imports.run(SmallDelivery(.units, header + "U1,a,330800,organ,city\nU2,乙,330800"))
    #expect(cut.findings.map(\.problem) == [.cellCount(found: 3, expected: 5)])
    #expect(cut.notices.map(\.kind) == [.openEnd(lastRow: "U2,乙,330800")])
  }

  @Test func oneZeroCostsItsRow() async throws {
    let folder = try DeliveryFolder()
    let delivery = SmallDelivery(.units, header + "U1,a\u{0}b,330800,organ,city\nU2,b,330800,organ,city\n")
    let report = try await Imports.run(delivery) { $0.quarantine = folder.path }
    #expect(report.rows == RowCounts(inserted: 1, rejected: 1))
    #expect(report.findings.map(\.problem) == [.zeroByte])
  }

  @Test func headingsHaveALimit() async throws {
    let many = (0..<1_000_000).map { "h\($0)" }.joined(separator: ",")
    let found = try await findings(header.replacing("\n", with: ",") + many.prefix(3_000_000) + "\nU1,a,330800,organ,city\n")
    #expect(found.map(\.problem.name) == ["too_many_headings"])
  }

  @Test func headingsOfAnotherTableAreNamed() async throws {
    let persons = SmallDelivery(.persons).files[.persons] ?? ""
    let found = try await findings(persons)
    #expect(found.map(\.problem) == [.wrongTable(.persons)])
    #expect(found[0].text(in: .chinese).hasSuffix("请将文件改名为 persons.csv"))
  }

  @Test func withoutHeadingsOneFindingSaysSo() async throws {
    #expect(
      try await findings("U1,a,330800,organ,city\nU2,b,330800,organ,city\n").map(\.problem) == [
        .noHeadings(line: 1, known: 0, given: 5)
      ])
    let under = try await findings("花名册\nunit_id,名字,unit_kind,等级\nU1,a,organ,city\n")
    #expect(under.map(\.problem) == [.noHeadings(line: 2, known: 2, given: 4)])
  }

  /// Columns of one's own are no mistake, however many, as long as none is missing.
  @Test func manyColumnsOfOnesOwnAreIgnored() async throws {
    let report = try await Imports.run(
      SmallDelivery(.units, "unit_id,unit_name,region_code,unit_kind,level,甲,乙,丙,丁\nU1,a,330800,organ,city,1,2,3,4\n"))
    #expect(report.outcome == .stored)
    #expect(report.warnings.count == 4)
  }

  @Test(arguments: [(";", "separator"), ("\t", "separator")])
  func separatorsAreToldFromTheHeadings(mark: String, notice: String) async throws {
    let text = (header + "U1,a,330800,organ,city\n").replacing(",", with: mark)
    let report = try await Imports.run(SmallDelivery(.units, text))
    #expect(report.rows == RowCounts(inserted: 1))
    #expect(report.notices.map(\.name) == [notice])
    let set = try await Imports.run(SmallDelivery(.units, "sep=\(mark)\r\n" + text))
    #expect(set.rows == RowCounts(unchanged: 1))
    #expect(set.notices.map(\.name) == ["separator_line", "separator"])
  }

  @Test func otherFilesAreRefused() async throws {
    let folder = try DeliveryFolder()
    try folder.write(Data([0x50, 0x4B, 0x03, 0x04, 0x00]), as: "units.csv")
    let path = folder.path + "/units.csv"
    await #expect(throws: ImportError.unreadable(path: path, .notText(.workbook))) {
      try await Imports.run([path])
    }
  }

  @Test func pathsAreChecked() async throws {
    let folder = try DeliveryFolder()
    await #expect(throws: ImportError.noSuchPath("/nowhere")) { try await Imports.run(["/nowhere"]) }
    await #expect(throws: ImportError.nothingToImport([folder.path], passedOver: [])) {
      try await Imports.run([folder.path])
    }
    try folder.write("x", as: "person.csv")
    await #expect(throws: ImportError.unknownTable(path: folder.path + "/person.csv", nearest: ["persons"])) {
      try await Imports.run([folder.path + "/person.csv"])
    }
    let other = try SmallDelivery(.units).write()
    let third = try SmallDelivery(.units).write()
    await #expect(throws: ImportError.twoFiles(.units, [other.path + "/units.csv", third.path + "/units.csv"])) {
      try await Imports.run([other.path, third.path])
    }
    #expect(try await Imports.run([folder.path, other.path]).passedOver.map(\.path) == [folder.path + "/person.csv"])
  }
}

@Suite(.database(template: .unmigrated)) struct UnmigratedDatabaseTests {
  @Test func isNamed() async throws {
    let error = await #expect(throws: ImportError.self) { try await Imports.run(SmallDelivery(.units)) }
    guard case .databaseNotMigrated(let pending) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(pending > 0)
  }
}
