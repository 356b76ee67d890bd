import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Testing

/// One delivery of `Tests/Cases/field`, and what must become of it. Its README says the same in words.
struct FieldCase: Sendable, CustomTestStringConvertible {
  let folder: String
  var city = FieldCase.kunming
  var outcome = ImportReport.Outcome.stored
  /// The ids in `persons` after the import.
  var persons: [String]
  /// Those after an import with a quarantine; nil where it makes no difference.
  var quarantined: [String]?
  /// Findings as `problem@line`.
  var findings: [String] = []
  /// Notices as `kind×count`.
  var notices: [String] = []
  /// Cells read otherwise than written as `column reading×count`.
  var readings: [String] = []
  /// Contradictions as `kind×count`.
  var contradictions: [String] = []
  /// Entries passed over as `name: reason`.
  var passedOver: [String] = []

  var testDescription: String { folder }

  static let root: String = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases/field").path()

  static let kunming = City(
    code: "kunming", nameChinese: "昆明市", nameEnglish: "Kunming", provinceCode: "53", regionPrefix: "5301")

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
    FieldCase(folder: "workbook-beside", persons: [], passedOver: ["persons.xlsx: damaged_workbook"]),
    FieldCase(folder: "sub-folder", persons: [], passedOver: ["sub: folder"]),
    FieldCase(folder: "copy-suffix", persons: [], passedOver: ["persons(1).csv: copy"]),
  ]
}

extension FieldCase {
  /// How cells are read.
  static let cells: [FieldCase] = [
    FieldCase(
      folder: "placeholders", city: SmallDelivery.quzhou, persons: [],
      readings: [
        "intervener placeholder×1", "intervener_unit placeholder×1", "intervener_post placeholder×1", "form placeholder×1",
        "detail placeholder×1", "result placeholder×1", "form invisible×1", "intervener error_value×1",
        "intervener_unit error_value×1",
      ]),
    FieldCase(folder: "zeros-lost-in-code", persons: ["P1", "P2"], readings: ["political_status lost_zeros×1"]),
    FieldCase(folder: "apostrophe", persons: ["00123"], readings: ["person_id apostrophe×1"]),
    FieldCase(folder: "invisible-in-id", persons: ["P1"], readings: ["person_id invisible×1"]),
    FieldCase(folder: "id-number-scientific", outcome: .rejected, persons: [], findings: ["scientific@2"]),
    FieldCase(folder: "id-number-zeroed", outcome: .rejected, persons: [], findings: ["identity_zeroed@2", "identity_zeroed@3"]),
    FieldCase(
      folder: "dates-of-appointment-forms", outcome: .rejected, persons: [], quarantined: ["P13", "P8"],
      findings: (2...9).map { "date_without_day@\($0)" }
        + ["date@11", "date@12", "date@13", "date@14", "date@16", "date@17", "impossible_date@18"],
      readings: ["birth_date full_width×1", "birth_date dotted_date×1"]),
    FieldCase(
      folder: "timestamps", outcome: .rejected, persons: [], quarantined: ["P1", "P10", "P12", "P13", "P2", "P3", "P6"],
      findings: ["date_with_time@2", "date@6", "date@7", "date@9", "date@10", "date@11", "date@13"],
      readings: ["hired_on dotted_date×1", "hired_on timestamp×3"]),
  ]

  /// What rows say against each other.
  static let betweenRows: [FieldCase] = [
    FieldCase(
      folder: "id-number-against-birth", persons: ["P1"],
      contradictions: ["identity_against_birth×1", "identity_against_sex×1", "not_on_roll×1"]),
    FieldCase(folder: "id-number-twice", persons: ["P1", "P2"], contradictions: ["identity_shared×1", "not_on_roll×2"]),
    FieldCase(folder: "two-heads", persons: ["P1", "P2"], contradictions: ["two_heads×1", "post_key_shared×1"]),
    FieldCase(folder: "post-after-leaving", persons: ["P1"], contradictions: ["post_after_leaving×1"]),
    FieldCase(folder: "rehired", persons: ["P1"], contradictions: ["post_after_leaving×1"]),
    FieldCase(folder: "own-superior", persons: [], contradictions: ["own_superior×3"]),
    FieldCase(
      folder: "left-in-dissolved-unit", persons: ["P1", "P2", "P3"],
      contradictions: ["post_outside_unit_life×1", "superior_dissolved×1", "left_in_dissolved_unit×1"]),
  ]
}

@Suite(.database(template: .migrated)) struct FieldCaseTests {
  @Test(arguments: FieldCase.files + FieldCase.cells + FieldCase.betweenRows)
  func becomesWhatItMust(_ field: FieldCase) async throws {
    let report = try await Imports.run([field.path], city: field.city)
    #expect(report.outcome == field.outcome)
    #expect(report.findings.map { "\($0.problem.name)@\($0.line)" } == field.findings)
    #expect(report.notices.map { "\($0.name)×\($0.count)" } == field.notices)
    #expect(report.cellNotices.map { "\($0.column.name) \($0.reading.rawValue)×\($0.count)" } == field.readings)
    if !field.contradictions.isEmpty {
      #expect(report.contradictions.map { "\($0.kind.rawValue)×\($0.stored)" } == field.contradictions)
    }
    #expect(report.passedOver.map { "\(URL(filePath: $0.path).lastPathComponent): \($0.reason.name)" } == field.passedOver)
    #expect(try await storedPersons() == field.persons)
    guard let quarantined = field.quarantined else { return }
    let rejects = try DeliveryFolder()
    let second = try await Imports.run([field.path], city: field.city) { $0.quarantine = rejects.path }
    #expect(try await storedPersons() == quarantined)
    #expect(second.rows.rejected > 0)
    #expect(try rejects.names == ["persons.rejected.csv"])
  }

  /// What the folders that are no row of the table must become is tested by name.
  @Test func everyFolderIsTested() throws {
    let named: Set = ["rejects-again", "destinations-by-punctuation", "withdrawn-first", "withdrawn-corrected"]
    let listed = Set((FieldCase.files + FieldCase.cells + FieldCase.betweenRows).map(\.folder))
    let folders = try FileManager.default.contentsOfDirectory(atPath: FieldCase.root).filter { !$0.contains(".") }
    #expect(Set(folders) == listed.union(named))
  }

  private func storedPersons() async throws -> [String] {
    try await Imports.rows("select person_id from persons order by person_id")
  }

  @Test func shortNamesInGBKAreNotTakenForCyrillic() async throws {
    try await Imports.run([FieldCase.root + "/gbk-that-is-utf8"], city: FieldCase.kunming)
    #expect(try await Imports.rows("select unit_name from units") == ["联通"])
  }

  @Test func rareNamesInGBKAreStoredAsTheyAre() async throws {
    try await Imports.run([FieldCase.root + "/gbk"], city: FieldCase.kunming)
    #expect(try await Imports.rows("select name from persons order by 1") == ["李\u{9FB4}", "王\u{4DAE}", "阿不都·买买提"].sorted())
  }

  /// The bytes that are no character are shown, never what they are not.
  @Test func aBrokenCellIsShownAsBytes() async throws {
    let report = try await Imports.run([FieldCase.root + "/utf8-cut-character"], city: FieldCase.kunming)
    #expect(report.findings.map(\.value) == ["E6 9D 8E E4 BA"])
  }

  @Test func mendedRejectsGoInUnderTheirOwnName() async throws {
    let rejects = try DeliveryFolder()
    let first = try await Imports.run([FieldCase.root + "/rejects-again"], city: FieldCase.kunming) {
      $0.quarantine = rejects.path
    }
    #expect(first.rows.rejected >= 2)
    let gbk = try rejects.bytes(of: "persons.rejected.csv")
    // 市委管 becomes 市管; the second row of P1 another person's.
    var mended = gbk.replacing(Data([0xCA, 0xD0, 0xCE, 0xAF, 0xB9, 0xDC]), with: Data([0xCA, 0xD0, 0xB9, 0xDC]))
    mended = mended.replacing(Data(",P1,".utf8), with: Data(",P4,".utf8))
    mended = mended.replacing(Data([0xCF, 0xD8, 0x20, 0xB9, 0xDC]), with: Data([0xCF, 0xD8, 0xB9, 0xDC]))
    try rejects.write(mended, as: "persons.rejected.csv")
    let second = try await Imports.run([rejects.path], city: FieldCase.kunming)
    #expect(second.findings.isEmpty)
    #expect(second.warnings.isEmpty)
    #expect(try await storedPersons() == ["P1", "P2", "P3", "P4"])
  }
}
