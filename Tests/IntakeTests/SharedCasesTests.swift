import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Spreadsheet
import Testing

/// The small deliveries that lie beside the repository, where they do: of the first edition, with its 38 tables.
enum SharedCases {
  static let folder: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let beside = root.deletingLastPathComponent().appending(path: "shared/cases").path
    return ProcessInfo.processInfo.environment["CADRE_SHARED_CASES"] ?? beside
  }()

  static var areHere: Bool { FileManager.default.fileExists(atPath: folder + "/quzhou/units.csv") }
}

@Suite(
  .enabled(if: SharedCases.areHere, "the deliveries of ../shared/cases are not here (CADRE_SHARED_CASES names them)"),
  .database(template: .migrated))
struct SharedCasesTests {
  @Test(arguments: [
    ("quzhou", "33", "3308"), ("shaoxing", "33", "3306"), ("kunming", "53", "5301"), ("jingxian", "34", "341823"),
  ])
  func everyDeliveryIsRight(code: String, province: String, prefix: String) async throws {
    let city = City(code: code, nameChinese: code, nameEnglish: code, provinceCode: province, regionPrefix: prefix)
    let report = try await Imports.run([SharedCases.folder + "/" + code], city: city)
    #expect(report.findings.isEmpty)
    #expect(report.warnings.isEmpty)
    #expect(report.tables.count == 38)
    let again = try await Imports.run([SharedCases.folder + "/" + code], city: city)
    #expect(again.rows == RowCounts(unchanged: report.rows.inserted))
  }

  @Test func theChineseDeliveryHasTheSameRows() async throws {
    let city = City(code: "jingxian", nameChinese: "泾县", nameEnglish: "Jingxian", provinceCode: "34", regionPrefix: "341823")
    let chinese = try await Imports.run([SharedCases.folder + "/jingxian-chinese-gb18030"], city: city)
    #expect(chinese.tables.filter { $0.encoding == .gb18030 }.count == 38)
    #expect(chinese.findings.isEmpty)
    let stored = try await Imports.everything()
    let plain = try await Imports.run([SharedCases.folder + "/jingxian"], city: city)
    #expect(plain.rows == RowCounts(unchanged: chinese.rows.inserted))
    #expect(try await Imports.everything() == stored)
    #expect(plain.watermark == chinese.watermark)
  }
}
