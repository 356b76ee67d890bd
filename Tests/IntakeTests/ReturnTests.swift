import CadreModel
import CadreTesting
import DataContract
import Foundation
import Spreadsheet
import Testing
import WorkbookTesting

@testable import Intake

/// A wrong delivery comes back as a workbook: what is wrong is marked, and mended there it is a delivery.
@Suite(.database(template: .migrated)) struct ReturnTests {
  private static let mending = """
    import sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    for change in sys.argv[2:]:
        sheet, cell, value = change.split('|')
        book[sheet][cell] = value
    book.save(sys.argv[1])
    """

  private func check(
    _ delivery: SmallDelivery, into folder: String, _ change: (inout ImportOptions) -> Void = { _ in }
  ) async throws -> ImportReport {
    try await Imports.run(delivery) { options in
      options.returns = folder
      options.isDryRun = true
      change(&options)
    }
  }

  private func rows(of delivery: SmallDelivery, _ table: TableName) -> [[String]] {
    (delivery.files[table] ?? "").split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func wrongCellsAreMarkedAndTheMendedCopyIsADelivery() async throws {
    let folder = try TemporaryFolder()
    let right = SmallDelivery(with: .persons)
    let wrong = right.with(.persons, "sex", "3", row: 2).with(.persons, "hired_on", "1980-02-30")
      .with(.posts, "person_id", "P9", row: 2)
    let report = try await check(wrong, into: folder.path)
    #expect(report.findingCount == 3 && report.outcome == .rejected)
    let path = try #require(report.returned?.path)
    #expect(path.hasPrefix(folder.path) && path.hasSuffix(".核对.xlsx") && report.returned?.cutCells == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)

    let book = try OpenpyxlView(of: path)
    let tables = TableName.allCases.filter { right.files[$0] != nil }
    #expect(book.sheets.map(\.title) == ["核对结果"] + tables.map { Table[$0].label })
    // Marked are these cells and no others; the first rows are the headings.
    var marked: [String: String] = [:]
    for sheet in book.sheets.dropFirst() {
      #expect(sheet.freeze == "B2")
      for (place, cell) in sheet.cells where cell.comment != nil || cell.fill == "FFC7CE" || cell.fill == "FFEB9C" {
        #expect(cell.fill == "FFC7CE")
        marked["\(sheet.title) \(place)"] = cell.comment
      }
    }
    #expect(Set(marked.keys) == ["人员 C3", "人员 H2", "任职 B3"])
    #expect(marked["人员 C3"]?.contains("男") == true && marked["人员 C3"]?.contains("建议：") == false)
    #expect(book.sheets[1].cells["A1"]?.value == "unit_id")
    let summary = book.sheets[0].cells
    #expect(summary["A1"]?.value == "衢州市：发现 3 处问题")
    let links = Set(summary.values.compactMap(\.link))
    #expect(links == ["'人员'!C3", "'人员'!H2", "'任职'!B3"])

    // As it came, and mended, it reads as the delivery does.
    let came = try SheetRows.read(path)
    #expect(came.first { $0.name == "人员" }?.rows == rows(of: wrong, .persons))
    _ = try Tool.run([Tool.python, "-c", Self.mending, path, "人员|C3|2", "人员|H2|2002-08-01", "任职|B3|P2"])
    let mended = try SheetRows.read(path)
    for table in tables {
      #expect(mended.first { $0.name == Table[table].label }?.rows == rows(of: right, table), "\(table.rawValue)")
    }
    let delivery = try SheetRows.delivery(of: [path])
    let second = try await Imports.run([delivery.path])
    #expect(second.findings.isEmpty && second.outcome == .stored && second.warnings.isEmpty && second.notices.isEmpty)
  }

  @Test func aRowThatIsWrongAsAWholeIsMarkedOnItsFirstCell() async throws {
    let folder = try TemporaryFolder()
    var delivery = SmallDelivery(.units)
    delivery.files[.units] = "单位统计\r\n" + (delivery.files[.units] ?? "") + "U3,市局,330800\nU4,\"开着\n"
    let folderIn = try delivery.write { text in
      var bytes: [UInt8] = []
      let isWhole = (try? GB18030Converter(.fromUTF8))?.convert(Array(text.utf8).span, appendingTo: &bytes) ?? false
      return isWhole ? Data(bytes) : Data()
    }
    let report = try await Imports.run([folderIn.path]) { options in
      options.returns = folder.path
      options.isDryRun = true
      options.encoding = .gb18030
      options.language = .english
    }
    let path = try #require(report.returned?.path)
    #expect(path.hasSuffix(".checked.xlsx"))
    let book = try OpenpyxlView(of: path)
    #expect(book.sheets.map(\.title) == ["Check summary", "units"])
    // What stood above the headings is not of the table.
    let units = try #require(book.sheets.last).cells
    #expect(units["A1"]?.value == "unit_id" && units["B2"]?.value == "市委")
    #expect(units["A4"]?.comment?.isEmpty == false && units["A4"]?.fill == "FFC7CE" && units["A4"]?.value == "U3")
    #expect(units["B4"]?.value == "市局" && units["B4"]?.fill == "FFEB9C" && units["B4"]?.comment == nil)
    #expect(units["A5"]?.comment?.isEmpty == false)
  }

  @Test func aColumnThatIsMissingIsToldOfOnTheFirstHeading() async throws {
    let folder = try TemporaryFolder()
    let report = try await check(
      SmallDelivery(.units, "unit_id,unit_name,region_code,level\nU1,甲,330800,city\n"), into: folder.path)
    let book = try OpenpyxlView(of: try #require(report.returned?.path))
    let units = try #require(book.sheets.last).cells
    #expect(units["A1"]?.comment?.contains("单位类型") == true)
    #expect(units["A2"]?.value == "U1" && units["A2"]?.comment == nil)
  }

  @Test func nothingIsHandedBackWhereNothingIsWrong() async throws {
    let folder = try TemporaryFolder()
    let place = folder.path + "/returns"
    let report = try await check(SmallDelivery(), into: place)
    #expect(report.outcome == .checked && report.returned == nil)
    #expect(!FileManager.default.fileExists(atPath: place))
    // Nor where the good rows are stored: the others are rejects then.
    let stored = try await Imports.run(SmallDelivery().with(.persons, "sex", "3")) { options in
      options.returns = place
      options.quarantine = folder.path + "/rejects"
    }
    #expect(stored.outcome == .stored && stored.returned == nil)
  }

  @Test func anEarlierReturnIsNotReplaced() async throws {
    let folder = try TemporaryFolder()
    let delivery = try SmallDelivery().with(.units, "level", "x").write()
    for _ in 1...2 {
      let report = try await Imports.run([delivery.path]) { options in
        options.returns = folder.path
        options.isDryRun = true
      }
      #expect(report.returned != nil)
    }
    let name = URL(fileURLWithPath: delivery.path).lastPathComponent
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(Set(found) == ["\(name).核对.xlsx", "\(name).核对-2.xlsx"])
  }

  @Test func ofALongTableOnlyTheWrongRowsAreHandedBack() async throws {
    let folder = try TemporaryFolder()
    var text = "unit_id,unit_name,region_code,unit_kind,level\n"
    for number in 1...ReturnSheet.lineLimit {
      text += "U\(number),市局,330800,organ,\(number == 150_000 ? "x" : "city")\n"
    }
    let report = try await check(SmallDelivery(.units, text), into: folder.path)
    let path = try #require(report.returned?.path)
    let sheets = try SheetRows.read(path)
    #expect(sheets.last?.rows.map { $0[0] } == ["unit_id", "U150000"])
    #expect(sheets.first?.rows.contains { $0[0].contains("只列出有问题的 1 行") } == true)
  }

  @Test func marksOfRowsThatAreReadAnewAreTakenBack() {
    let marks = ReturnMarks()
    func finding(_ line: Int) -> Finding { Finding(file: "units.csv", line: line, .duplicateInFile) }
    marks.append(finding(2))
    let position = marks.position
    for line in 3...(ReturnMarks.limit + 10) { marks.append(finding(line)) }
    #expect(marks.marks.count == ReturnMarks.limit && marks.total == ReturnMarks.limit + 9)
    marks.rewind(to: position)
    #expect(marks.marks.map(\.place.line) == [2] && marks.total == 1)
  }
}
