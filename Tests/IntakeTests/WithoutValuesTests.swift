import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Testing

/// Where nobody may see what stands in the files, no sentence shows any of it.
@Suite(.database(template: .migrated)) struct WithoutValuesTests {
  /// Deliveries that make every sentence that shows a value.
  static let crafted: [SmallDelivery] = [
    SmallDelivery(.units, .persons).adding("P9,张\u{7}某某某,1,1980-01-02,5.30198E+17,01,,2002.8,,city,", to: .persons),
    SmallDelivery(.units, .persons).adding("P9,张某某某,1,1980-01-02,,01,,2002-08-01,2001-07-01,city,", to: .persons),
    SmallDelivery(.units, .persons).with(.persons, "managed_by", "张三丰管理"),
  ]

  @Test(arguments: FieldCase.files + FieldCase.cells + FieldCase.betweenRows)
  func nothingOfAFieldCaseIsShown(_ field: FieldCase) async throws {
    try await check([field.path], city: field.city)
  }

  @Test(arguments: crafted.indices) func nothingOfACraftedOneIsShown(_ index: Int) async throws {
    let folder = try Self.crafted[index].write()
    try await check([folder.path], city: SmallDelivery.quzhou)
    #expect(try folder.names.isEmpty == false)
  }

  /// Without headings, the first row stands in their place; a file that ends in a row shows that row.
  @Test(arguments: [
    "U1,县人民医院某院区,330800,organ,city\nU2,县人民医院某某院区,330800,organ,city",
    "unit_id,unit_name,region_code,category,level,张三丰的电话\nU1,县人民医院某院区,330800,organ,city,13800001111",
    "unit_id,unit_name,region_code,category,level,张三\u{200B}丰的电话\nU1,县人民医院某院区,330800,organ,city,13800001111\n",
    "unit_id,unit_name,region_code,category,level,\"张三丰\n的电话\"\nU1,县人民医院某院区,330800,organ,city,13800001111\n",
  ])
  func nothingOfAHeadingIsShown(text: String) async throws {
    let folder = try DeliveryFolder()
    try folder.write(Data(text.utf8), as: "units.csv")
    try await check([folder.path], city: SmallDelivery.quzhou)
  }

  @Test func nothingOfALineInDoubtIsShown() async throws {
    let folder = try DeliveryFolder()
    let error = ImportError.encodingUnclear(
      path: folder.path, line: 2, readings: LineReadings(asUTF8: "U1,Caf\u{E9}", asGB18030: "U1,Caf茅"))
    for language in Language.allCases {
      #expect(error.message(in: language).contains("Caf"))
      #expect(!error.withoutValues.message(in: language).contains("Caf"))
    }
  }

  private func check(_ paths: [String], city: City) async throws {
    let folder = try DeliveryFolder()
    let report = try await Imports.run(paths, city: city) {
      $0.isDryRun = true
      $0.quarantine = folder.path
    }
    let values = try Self.values(in: paths)
    for language in Language.allCases {
      for text in Self.texts(report.withoutValues, language) {
        let shown = values.filter { text.contains($0) }
        #expect(shown.isEmpty, "\(text)")
      }
    }
  }

  private static func texts(_ report: ImportReport, _ language: Language) -> [String] {
    report.findings.map { $0.text(in: language) } + report.summary.map { $0.text(in: language) }
      + report.warnings.map { $0.text(in: language) } + report.notices.map { $0.text(in: language) }
      + report.cellNotices.compactMap(\.value)
  }

  /// What stands in the cells, but for the contract's own words and what is too short to say anything.
  private static func values(in paths: [String]) throws -> Set<String> {
    let own =
      Table.all.flatMap { table in
        table.columns.flatMap { [$0.name, $0.label] } + [table.label, table.name.rawValue]
      } + ["city", "sep=", "2025-03-01", "2025/3/1", "2025.3.1", "20250301", "2025年3月1日"]
    var values: Set<String> = []
    for path in paths {
      for name in try FileManager.default.contentsOfDirectory(atPath: path) where name.hasSuffix(".csv") {
        let bytes = try Data(contentsOf: URL(filePath: path + "/" + name))
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r", with: "\n")
        for cell in text.split(whereSeparator: { ",;\n\"".contains($0) }).map({ $0.trimmingCharacters(in: .whitespaces) })
        where cell.count >= 4 {
          if !own.contains(where: { $0.contains(cell) || cell.contains($0) }) { values.insert(cell) }
        }
      }
    }
    return values
  }
}
