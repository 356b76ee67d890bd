import CadreModel
import CadreTesting
import DataContract
import Foundation
import PostgresClient
import Testing
import WorkbookTesting

@testable import Forms
@testable import Intake

/// Workbooks to be filled in: as other programs see them, and back through an import.
@Suite(.database(template: .migrated)) struct TemplateTests {
  private static let languages = [CadreModel.Language.chinese, .english]

  private func write(
    _ arrangement: Template.Arrangement = .oneWorkbook, in language: CadreModel.Language = .chinese, withData: Bool = false,
    into folder: TemporaryFolder
  ) async throws -> TemplateSummary {
    let template = Template(
      SmallDelivery.quzhou, arrangement: arrangement,
      examples: FormExamples(SmallDelivery.quzhou, clause: "quzhou.a1", indicator: "quzhou.a5.coverage"), created: 1_700_000_000,
      in: language)
    guard withData else { return try await template.write(into: folder.path, rowsFrom: nil) }
    let connection = try await TestDatabase.current.connect()
    let summary = try await template.write(into: folder.path, rowsFrom: connection)
    await connection.close()
    return summary
  }

  @Test func aTemplateSaysWhatItsColumnsAre() async throws {
    let folder = try TemporaryFolder()
    let summary = try await write(into: folder)
    #expect(summary.files.map { URL(fileURLWithPath: $0).lastPathComponent } == ["衢州市报送表.xlsx"] && summary.rows == 0)
    let book = try OpenpyxlView(of: try #require(summary.files.first))
    #expect(book.sheets.map(\.title) == ["说明"] + Table.all.map(\.label) + ["代码列表"])
    #expect(book.sheets.map(\.state) == Array(repeating: "visible", count: Table.all.count + 1) + ["hidden"])
    let guide = book.sheets[0]
    #expect(guide.cells["A1"]?.value == "衢州市干部数据报送表")
    #expect(guide.cells.values.contains { $0.value == "人员" && $0.link == "'人员'!A1" })
    let persons = try #require(book.sheets.first { $0.title == "人员" })
    #expect(persons.freeze == "B2" && persons.cells.keys.allSatisfy { $0.hasSuffix("1") && $0.count == 2 })
    let columns = Table.persons.columns
    let letters = (0..<columns.count).map { String(Unicode.Scalar(UInt8(65 + $0))) }
    for (letter, column) in zip(letters, columns) {
      let heading = try #require(persons.cells[letter + "1"])
      #expect(heading.value == column.label && heading.bold)
      #expect(heading.fill == (column.presence == .required ? "F8CBAD" : "E7E6E6"))
      let comment = try #require(heading.comment)
      #expect(comment.hasPrefix("\(column.label)（\(column.name)）\n\(column.presence == .required ? "必填" : "选填")"))
      let format = persons.columnFormats[letter]
      if case .date = column.type { #expect(format == "yyyy-mm-dd") } else { #expect(format == "@") }
    }
    #expect(persons.cells["D1"]?.comment?.contains("示例：2025-03-01") == true)
    #expect(persons.cells["C1"]?.comment?.contains("可填：男、女") == true)
    let sex = try #require(persons.validations.first { $0.range == "C2:C1048576" })
    #expect(sex.type == "list" && sex.formula == "\"男,女\"" && sex.error == "请从下拉列表中选择。")
    // 56 ethnicities are too many for a rule: they lie in the hidden sheet.
    let ethnicity = try #require(persons.validations.first { $0.range.hasPrefix("N2:") })
    #expect(ethnicity.formula.map { book.names[$0] ?? "" }?.contains("代码列表") == true)
    let posts = try #require(book.sheets.first { $0.title == "任职" })
    #expect(posts.validations.contains { $0.formula == "\"是,否\"" })
    #expect(posts.cells["J1"]?.comment?.contains("以分号（;）隔开") == true)
  }

  @Test(.enabled(if: Tool.isInstalled("soffice"), "no LibreOffice"))
  func libreOfficeOpensIt() async throws {
    let folder = try TemporaryFolder()
    let path = try #require(try await write(in: .english, into: folder).files.first)
    let page = try String(contentsOfFile: try Tool.convert(path, to: "html", in: folder), encoding: .utf8)
    for heading in ["unit_id", "joined_party_on", "Data of civil servants: Quzhou"] { #expect(page.contains(heading)) }
  }

  @Test(arguments: languages) func anEmptyTemplateIsAnEmptyDelivery(language: CadreModel.Language) async throws {
    let folder = try TemporaryFolder()
    let files = try await write(in: language, into: folder).files
    let delivery = try SheetRows.delivery(of: files)
    let report = try await Imports.run([delivery.path])
    #expect(report.outcome == .unchanged && report.tables.count == Table.all.count)
    expectNoWarning(report)
  }

  @Test(arguments: languages, [Template.Arrangement.oneWorkbook, .workbookPerTable])
  func aFilledTemplateChangesNothing(language: CadreModel.Language, arrangement: Template.Arrangement) async throws {
    try await Imports.run(SmallDelivery())
    let before = try await Imports.everything()
    let folder = try TemporaryFolder()
    let summary = try await write(arrangement, in: language, withData: true, into: folder)
    #expect(summary.rows == 52 && summary.cutCells == 0)
    #expect(summary.files.count == (arrangement == .oneWorkbook ? 1 : Table.all.count))
    let delivery = try SheetRows.delivery(of: summary.files)
    let report = try await Imports.run([delivery.path])
    #expect(report.findings.isEmpty && report.rows == RowCounts(unchanged: 52))
    expectNoWarning(report)
    #expect(try await Imports.everything() == before)
  }

  @Test func aTableThatIsTooLongForASheetGoesOnInANextOne() async throws {
    try await Imports.run(SmallDelivery(.units, .persons))
    let folder = try TemporaryFolder()
    var template = Template(
      SmallDelivery.quzhou, arrangement: .oneWorkbook, examples: FormExamples(SmallDelivery.quzhou), created: 1, in: .chinese)
    template.rowLimit = 2
    let connection = try await TestDatabase.current.connect()
    let summary = try await template.write(into: folder.path, rowsFrom: connection)
    await connection.close()
    let book = try OpenpyxlView(of: try #require(summary.files.first))
    let persons = book.sheets.filter { $0.title.hasPrefix("人员") }
    #expect(persons.map(\.title) == ["人员", "人员-2"])
    #expect(persons.map { $0.cells["A2"]?.value } == ["P1", "P2"])
    #expect(persons.allSatisfy { $0.cells["A1"]?.comment != nil && $0.cells["A3"] == nil && !$0.validations.isEmpty })
  }

  @Test func rowsAreWrittenAsLabelsDaysAndNumbers() async throws {
    try await Imports.run(SmallDelivery())
    let folder = try TemporaryFolder()
    let path = try #require(try await write(withData: true, into: folder).files.first)
    let book = try OpenpyxlView(of: path)
    let persons = try #require(book.sheets.first { $0.title == "人员" }).cells
    #expect(persons["A2"]?.value == "P1" && persons["C2"]?.value == "男" && persons["F2"]?.value == "中共党员")
    #expect(persons["D2"]?.type == "d" && persons["D2"]?.value == "1980-01-02 00:00:00")
    #expect(persons["E3"]?.value == "******************" && persons["E3"]?.type == "s" && persons["E3"]?.format == "@")
    let units = try #require(book.sheets.first { $0.title == "单位" }).cells
    #expect(units["C2"]?.value == "330800" && units["C2"]?.type == "s")
    #expect(units["H3"]?.value == "干预插手台账;监督联席会议成员")
    let training = try #require(book.sheets.first { $0.title == Table.trainingRecords.label }).cells
    #expect(training["E2"]?.value == "40.25" && training["E2"]?.type == "n")
  }

  @Test func everyCodeIsReadFromWhatAFormWrites() {
    for table in Table.all {
      for column in table.columns {
        guard case .code(let codes) = column.type else { continue }
        let lookup = CodeTable(codes)
        for language in Self.languages {
          let form = FormColumn(column, of: table, examples: FormExamples(SmallDelivery.quzhou), in: language)
          let names = (form.entries ?? []).map { lookup.index(of: Array($0.utf8).span) }
          #expect(names == codes.indices.map { $0 }, "\(table.name.rawValue).\(column.name)")
        }
      }
    }
  }

  @Test func whatSomebodyMayBeFillingInIsNotReplaced() async throws {
    let folder = try TemporaryFolder()
    let path = try #require(try await write(into: folder).files.first)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    await #expect(throws: WorkbookOutputError.isThere(path: path)) { try await write(into: folder) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["衢州市报送表.xlsx"])
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
  }

  private func expectNoWarning(_ report: ImportReport) {
    #expect(report.warnings.isEmpty && report.cellNotices.isEmpty && report.notices.isEmpty && report.passedOver.isEmpty)
  }
}
