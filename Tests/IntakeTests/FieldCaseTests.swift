import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Testing

/// One delivery of `Tests/Cases/field`, and what must become of it. Its README says the same in words.
struct FieldCase: Sendable, CustomTestStringConvertible {
  let folder: String
  var outcome = ImportReport.Outcome.stored
  /// The ids in `persons` after the import.
  var persons: [String]
  /// Those after an import with a quarantine; nil where it makes no difference.
  var quarantined: [String]?
  /// Findings as `problem@line`.
  var findings: [String] = []
  /// Notices as `kind×count`.
  var notices: [String] = []
  /// Entries passed over as `name: reason`.
  var passedOver: [String] = []

  var testDescription: String { folder }

  static let root: String = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases/field").path()

  var path: String { Self.root + "/" + folder }
}

extension FieldCase {
  /// How files are read: line ends, encodings, headings, entries of a folder.
  static let files: [FieldCase] = [
    FieldCase(folder: "cr-line-ends", persons: ["P1", "P2"]),
    FieldCase(folder: "cr-rows-under-crlf-heading", persons: ["P1", "P2"]),
    FieldCase(folder: "cr-cr-lf", persons: ["P1", "P2"]),
    FieldCase(
      folder: "quote-open-in-heading", outcome: .rejected, persons: [], quarantined: [], findings: ["malformed_record@1"]),
    FieldCase(
      folder: "utf8-one-broken-byte", outcome: .rejected, persons: [], quarantined: ["P1"], findings: ["encoding@3"]),
    FieldCase(
      folder: "utf8-cut-character", outcome: .rejected, persons: [], quarantined: ["P1", "P2", "P3", "P5"],
      findings: ["encoding@5"]),
    FieldCase(folder: "gbk", persons: ["P1", "P2", "P3"]),
    FieldCase(folder: "gbk-that-is-utf8", persons: []),
    FieldCase(folder: "two-boms", persons: ["P1"], notices: ["byte_order_marks×2"]),
    FieldCase(folder: "invisible-in-heading", persons: ["P1"], notices: ["invisible_in_headings×1"]),
    FieldCase(folder: "title-above-headings", persons: ["P1"], notices: ["lines_above×1"]),
    FieldCase(folder: "title-and-unit-row", persons: ["P1"], notices: ["lines_above×2"]),
    FieldCase(folder: "heading-with-note", persons: ["P1"]),
    FieldCase(folder: "comma-rows", persons: ["P1"], notices: ["blank_rows×3"]),
    FieldCase(folder: "ctrl-z-at-end", persons: ["P1"], notices: ["end_marks×1"]),
    FieldCase(folder: "semicolons", persons: ["P1"], notices: ["separator×1"]),
    FieldCase(folder: "sep-line", persons: ["P1"], notices: ["separator_line×1"]),
    FieldCase(folder: "workbook-beside", persons: [], passedOver: ["persons.xlsx: workbook"]),
    FieldCase(folder: "sub-folder", persons: [], passedOver: ["sub: folder"]),
    FieldCase(folder: "copy-suffix", persons: [], passedOver: ["persons(1).csv: copy"]),
  ]
}

@Suite(.database(template: .migrated)) struct FieldCaseTests {
  static let kunming = City(
    code: "kunming", nameChinese: "昆明市", nameEnglish: "Kunming", provinceCode: "53", regionPrefix: "5301")

  @Test(arguments: FieldCase.files)
  func becomesWhatItMust(_ field: FieldCase) async throws {
    let report = try await Imports.run([field.path], city: Self.kunming)
    #expect(report.outcome == field.outcome)
    #expect(report.findings.map { "\($0.problem.name)@\($0.line)" } == field.findings)
    #expect(report.notices.map { "\($0.name)×\($0.count)" } == field.notices)
    #expect(report.passedOver.map { "\(URL(filePath: $0.path).lastPathComponent): \($0.reason.name)" } == field.passedOver)
    #expect(try await storedPersons() == field.persons)
    guard let quarantined = field.quarantined else { return }
    let rejects = try DeliveryFolder()
    let second = try await Imports.run([field.path], city: Self.kunming) { $0.quarantine = rejects.path }
    #expect(try await storedPersons() == quarantined)
    #expect(second.rows.rejected > 0)
    #expect(try rejects.names == ["persons.rejected.csv"])
  }

  private func storedPersons() async throws -> [String] {
    try await Imports.rows("select person_id from persons order by person_id")
  }

  @Test func shortNamesInGBKAreNotTakenForCyrillic() async throws {
    try await Imports.run([FieldCase.root + "/gbk-that-is-utf8"], city: Self.kunming)
    #expect(try await Imports.rows("select unit_name from units") == ["联通"])
  }

  @Test func rareNamesInGBKAreStoredAsTheyAre() async throws {
    try await Imports.run([FieldCase.root + "/gbk"], city: Self.kunming)
    #expect(try await Imports.rows("select name from persons order by 1") == ["李\u{9FB4}", "王\u{4DAE}", "阿不都·买买提"].sorted())
  }

  /// The bytes that are no character are shown, never what they are not.
  @Test func aBrokenCellIsShownAsBytes() async throws {
    let report = try await Imports.run([FieldCase.root + "/utf8-cut-character"], city: Self.kunming)
    #expect(report.findings.map(\.value) == ["E6 9D 8E E4 BA"])
  }

  @Test func mendedRejectsGoInUnderTheirOwnName() async throws {
    let rejects = try DeliveryFolder()
    let first = try await Imports.run([FieldCase.root + "/rejects-again"], city: Self.kunming) {
      $0.quarantine = rejects.path
    }
    #expect(first.rows.rejected >= 2)
    let gbk = try rejects.bytes(of: "persons.rejected.csv")
    // 市委管 becomes 市管; the second row of P1 another person's.
    var mended = gbk.replacing(Data([0xCA, 0xD0, 0xCE, 0xAF, 0xB9, 0xDC]), with: Data([0xCA, 0xD0, 0xB9, 0xDC]))
    mended = mended.replacing(Data(",P1,".utf8), with: Data(",P4,".utf8))
    mended = mended.replacing(Data([0xCF, 0xD8, 0x20, 0xB9, 0xDC]), with: Data([0xCF, 0xD8, 0xB9, 0xDC]))
    try rejects.write(mended, as: "persons.rejected.csv")
    let second = try await Imports.run([rejects.path], city: Self.kunming)
    #expect(second.findings.isEmpty)
    #expect(second.warnings.isEmpty)
    #expect(try await storedPersons() == ["P1", "P2", "P3", "P4"])
  }
}
