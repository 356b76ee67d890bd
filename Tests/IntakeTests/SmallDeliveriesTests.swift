import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Spreadsheet
import Testing

/// Small deliveries of all four cities: of the contract's second edition, which the repository holds, and of the first
/// one with its 38 tables, where `../shared` is (or `CADRE_SHARED_CASES` names them).
struct SmallDeliveries: Sendable, CustomTestStringConvertible {
  let folder: String
  let tables: Int

  var testDescription: String { folder }

  static let here: [SmallDeliveries] = {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let beside = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/cases").path
    let first = ProcessInfo.processInfo.environment["CADRE_SHARED_CASES"] ?? beside
    let second = SmallDeliveries(folder: tests.appending(path: "Cases/second-edition").path, tables: Table.all.count)
    guard FileManager.default.fileExists(atPath: first + "/quzhou/units.csv") else { return [second] }
    return [second, SmallDeliveries(folder: first, tables: 38)]
  }()
}

@Suite(.database(template: .migrated)) struct SmallDeliveriesTests {
  @Test(
    arguments: SmallDeliveries.here,
    [("quzhou", "33", "3308"), ("shaoxing", "33", "3306"), ("kunming", "53", "5301"), ("jingxian", "34", "341823")])
  func everyDeliveryIsRight(deliveries: SmallDeliveries, place: (code: String, province: String, prefix: String)) async throws {
    let code = place.code
    let city = City(
      code: code, nameChinese: code, nameEnglish: code, provinceCode: place.province, regionPrefix: place.prefix)
    let report = try await Imports.run([deliveries.folder + "/" + code], city: city)
    #expect(report.findings.isEmpty)
    #expect(report.warnings.isEmpty)
    #expect(report.tables.count == deliveries.tables)
    let again = try await Imports.run([deliveries.folder + "/" + code], city: city)
    #expect(again.rows == RowCounts(unchanged: report.rows.inserted))
  }

  @Test(arguments: SmallDeliveries.here)
  func theChineseDeliveryHasTheSameRows(deliveries: SmallDeliveries) async throws {
    let city = City(code: "jingxian", nameChinese: "泾县", nameEnglish: "Jingxian", provinceCode: "34", regionPrefix: "341823")
    let chinese = try await Imports.run([deliveries.folder + "/jingxian-chinese-gb18030"], city: city)
    #expect(chinese.tables.count { $0.encoding == .gb18030 } == deliveries.tables)
    #expect(chinese.findings.isEmpty)
    let stored = try await Imports.everything()
    let plain = try await Imports.run([deliveries.folder + "/jingxian"], city: city)
    #expect(plain.rows == RowCounts(unchanged: chinese.rows.inserted))
    #expect(try await Imports.everything() == stored)
    #expect(plain.watermark == chinese.watermark)
  }
}
