import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Testing

/// The deliveries of the second edition in Tests/Cases.
@Suite(.database(template: .migrated)) struct SecondEditionCasesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases/second-edition").path

  @Test(arguments: [
    ("quzhou", "33", "3308"), ("shaoxing", "33", "3306"), ("kunming", "53", "5301"), ("jingxian", "34", "341823"),
  ])
  func everyDeliveryIsRight(code: String, province: String, prefix: String) async throws {
    let city = City(code: code, nameChinese: code, nameEnglish: code, provinceCode: province, regionPrefix: prefix)
    let report = try await Imports.run([Self.folder + "/" + code], city: city)
    #expect(report.findings.isEmpty)
    #expect(report.warnings.isEmpty)
    #expect(report.tables.count == Table.all.count)
    let again = try await Imports.run([Self.folder + "/" + code], city: city)
    #expect(again.rows == RowCounts(unchanged: report.rows.inserted))
  }

  @Test func theChineseDeliveryHasTheSameRows() async throws {
    let city = City(code: "jingxian", nameChinese: "泾县", nameEnglish: "Jingxian", provinceCode: "34", regionPrefix: "341823")
    let chinese = try await Imports.run([Self.folder + "/jingxian-chinese-gb18030"], city: city)
    #expect(chinese.findings.isEmpty)
    let stored = try await Imports.everything()
    let plain = try await Imports.run([Self.folder + "/jingxian"], city: city)
    #expect(plain.rows == RowCounts(unchanged: chinese.rows.inserted))
    #expect(try await Imports.everything() == stored)
  }
}
