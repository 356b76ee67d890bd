import CadreModel
import CadreTesting
import DataContract
import Foundation
import Spreadsheet
import Testing

@testable import Intake

/// What lies in a delivery's folder is imported, or named with the reason.
@Suite(.database(template: .migrated)) struct DeliveryFolderTests {
  private func reasons(_ report: ImportReport) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: report.passedOver.map { (URL(filePath: $0.path).lastPathComponent, $0.reason.name) })
  }

  @Test func everyEntryHasItsReason() async throws {
    let folder = try SmallDelivery(.units).write()
    let other = try SmallDelivery(.persons).write()
    for name in [
      "persons(1).csv", "persons (2).csv", "人员 - 副本.csv", "._persons.csv", "persons.xlsx", "人员.xls", "persons.txt", "persons",
      "person.csv", ".DS_Store", "~$persons.xlsx", "persons.csv.bak", "说明.docx",
    ] {
      try folder.write("x", as: name)
    }
    try FileManager.default.createDirectory(atPath: folder.path + "/人员", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/posts.csv", withDestinationPath: other.path + "/persons.csv")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/talks.csv", withDestinationPath: "/nowhere")
    #expect(mkfifo(folder.path + "/persons.csv", 0o600) == 0)
    let report = try await Imports.run([folder.path])
    #expect(report.tables.map(\.table) == [.units])
    #expect(
      reasons(report) == [
        "persons(1).csv": "copy", "persons (2).csv": "copy", "人员 - 副本.csv": "copy", "._persons.csv": "hidden",
        "persons.xlsx": "not_a_workbook", "人员.xls": "not_a_workbook", "persons.txt": "other_kind", "persons": "other_kind",
        "person.csv": "other_name", ".DS_Store": "hidden", "~$persons.xlsx": "hidden", "persons.csv.bak": "other_kind",
        "说明.docx": "other_kind", "人员": "folder", "posts.csv": "link", "talks.csv": "link", "persons.csv": "pipe",
      ])
  }

  /// Names as an archive made under Windows leaves them.
  @Test func aNameThatIsNoUTF8IsNamed() async throws {
    let folder = try SmallDelivery(.units).write()
    var path = Array((folder.path + "/").utf8).map { CChar(bitPattern: $0) }
    path += [0xC8, 0xCB, 0xD4, 0xB1].map { CChar(bitPattern: $0) } + Array(".csv".utf8).map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    let report = try await Imports.run([folder.path])
    #expect(report.passedOver.map(\.reason) == [.nameEncoding(asGB18030: "人员.csv")])
    unlink(path)
  }

  @Test func aTableMayBearItsChineseName() async throws {
    let folder = try DeliveryFolder()
    let texts = SmallDelivery(.units, .persons).files
    try folder.write(texts[.units] ?? "", as: "单位.csv")
    try folder.write(texts[.persons] ?? "", as: "人员.rejected.CSV")
    let report = try await Imports.run([folder.path])
    #expect(report.tables.map(\.file) == ["单位.csv", "人员.rejected.CSV"])
    #expect(report.rows == RowCounts(inserted: 4))
  }

  @Test func bothNamesOfATableAreTwoFiles() async throws {
    let folder = try SmallDelivery(.units).write()
    try folder.write("x", as: "单位.csv")
    await #expect(throws: ImportError.twoFiles(.units, [folder.path + "/units.csv", folder.path + "/单位.csv"])) {
      try await Imports.run([folder.path])
    }
  }

  /// Whoever names a link means what it leads to.
  @Test func aLinkThatWasNamedIsFollowed() async throws {
    let folder = try SmallDelivery(.units).write()
    let links = try DeliveryFolder()
    for (name, target) in [("delivery", folder.path), ("units.csv", folder.path + "/units.csv")] {
      try FileManager.default.createSymbolicLink(atPath: links.path + "/" + name, withDestinationPath: target)
    }
    #expect(try await Imports.run([links.path + "/delivery"]).rows == RowCounts(inserted: 2))
    #expect(try await Imports.run([links.path + "/units.csv"]).rows == RowCounts(unchanged: 2))
  }

  @Test func whatIsNoFileIsRefusedByName() async throws {
    let folder = try DeliveryFolder()
    let path = folder.path + "/units.csv"
    #expect(mkfifo(path, 0o600) == 0)
    await #expect(throws: ImportError.notImported(PassedOver.forTests(path, .pipe))) { try await Imports.run([path]) }
    let error = await #expect(throws: ImportError.self) { try await Imports.run(["/dev/null"]) }
    #expect(error?.message(in: .english).contains("a device") == true)
  }

  @Test func aFolderWithNothingToImportSaysWhatIsThere() async throws {
    let folder = try DeliveryFolder()
    try folder.write("x", as: "人员.xlsx")
    let error = await #expect(throws: ImportError.self) { try await Imports.run([folder.path]) }
    #expect(error?.message(in: .chinese).contains("人员.xlsx：实为文本，可能是 CSV：请将扩展名改为 .csv") == true)
  }
}

extension PassedOver {
  static func forTests(_ path: String, _ reason: Reason) -> PassedOver { PassedOver(path: path, reason: reason) }
}
