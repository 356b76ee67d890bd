import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Spreadsheet
import Testing

@Suite(.database(template: .migrated)) struct QuarantineTests {
  private func quarantine(_ delivery: SmallDelivery) async throws -> (ImportReport, DeliveryFolder) {
    let folder = try DeliveryFolder()
    let report = try await Imports.run(delivery) {
      $0.quarantine = folder.path
      $0.language = .english
    }
    return (report, folder)
  }

  @Test func goodRowsAreStoredAndBadOnesSetApart() async throws {
    let delivery = SmallDelivery(.persons).with(.persons, "sex", "x")
    let (report, folder) = try await quarantine(delivery)
    #expect(report.outcome == .stored)
    #expect(report.rows == RowCounts(inserted: 1, rejected: 1))
    #expect(try await Imports.rows("select person_id from persons") == ["P2"])
    #expect(try folder.names == ["persons.rejected.csv"])
    let lines = try folder.text(of: "persons.rejected.csv").components(separatedBy: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[0] == "rejected_because," + (delivery.files[.persons]?.components(separatedBy: "\n")[0] ?? ""))
    #expect(
      lines[1]
        == "\"line 2 sex \"\"x\"\": expected one of: 1 男, 2 女\",P1,张三,x,1980-01-02,,01,2001-07-01,2002-08-01,,city,reserve,2010-03-01,civil_servant,01,20"
    )
    #expect(try await Imports.rows("select rows_inserted, rows_rejected, quarantine from imports") == ["1|1|t"])
  }

  @Test func whatRefersToARejectedRowIsRejected() async throws {
    let (report, folder) = try await quarantine(SmallDelivery().with(.persons, "sex", "x"))
    #expect(report.tables.filter { $0.rows.rejected > 0 }.map(\.table).contains(.posts))
    #expect(report.findings.contains { $0.problem == .referenceRejected([.persons]) && $0.file == "talks.csv" })
    #expect(try await Imports.rows("select count(*) from talks") == ["0"])
    #expect(try await Imports.rows("select post_id from posts") == ["T2"])
    #expect(try folder.names.contains("talks.rejected.csv"))
    // A handover refers to a post, which refers to the person.
    #expect(try await Imports.rows("select count(*) from handovers") == ["0"])
  }

  /// Of a file much longer than the one that refers to it, no more ids are kept than this one names.
  @Test func aShortFileRefersToALongOne() async throws {
    var delivery = SmallDelivery()
    for number in 10..<60 {
      delivery = delivery.adding(
        "T\(number),P1,U1,K\(number),书记,county_division,principal,party,1,,2020-01-01,2022-01-01,initial,", to: .posts)
    }
    delivery = delivery.with(.posts, "role", "wrong", row: 40)
    for (handover, post) in [("H2", "T59"), ("H3", "T47"), ("H4", "T60")] {
      delivery = delivery.adding("\(handover),P1,\(post),2022-01-01,2022-01-05,1,1,1,1,0,U2,,", to: .handovers)
    }
    let (report, _) = try await quarantine(delivery)
    #expect(try await Imports.rows("select handover_id from handovers order by 1") == ["H1", "H2"])
    let problems = report.findings.filter { $0.file == "handovers.csv" }
    #expect(problems.map(\.value) == ["T47", "T60"])
    #expect(problems.map(\.problem) == [.referenceRejected([.posts]), .reference([.posts])])
  }

  @Test func aRejectedUnitTakesThoseBelowItAlong() async throws {
    let text = """
      unit_id,unit_name,region_code,parent_unit_id,unit_kind,level
      U5,e,330800,U4,organ,city
      U4,d,330800,U3,organ,city
      U3,c,330800,U2,organ,wrong
      U2,b,330800,U1,organ,city
      U1,a,330800,,organ,city

      """
    let (report, _) = try await quarantine(SmallDelivery(.units, text))
    #expect(report.rows == RowCounts(inserted: 2, rejected: 3))
    #expect(try await Imports.rows("select unit_id from units order by 1") == ["U1", "U2"])
    #expect(
      report.findings.map(\.problem.name) == ["reference_rejected", "reference_rejected", "code"])
  }

  /// What is stored stays, though its new version is rejected.
  @Test func rowsMayReferToAStoredRowWhoseUpdateIsRejected() async throws {
    try await Imports.run(SmallDelivery(.units, .persons))
    let (report, _) = try await quarantine(SmallDelivery(.persons, .posts, .units).with(.persons, "sex", "x"))
    #expect(report.rows == RowCounts(inserted: 2, unchanged: 3, rejected: 1))
  }

  @Test func theFirstOfTwoIsStored() async throws {
    let delivery = SmallDelivery(.persons).adding("P1,王五,1,1990-01-01,,01,,2010-01-01,,city,", to: .persons)
    let (report, _) = try await quarantine(delivery)
    #expect(report.rows == RowCounts(inserted: 2, rejected: 1))
    #expect(try await Imports.rows("select name from persons where person_id = 'P1'") == ["张三"])
  }

  /// A row is stored or it is in the reject file; never both, never neither.
  @Test func everyRowIsInOnePlace() async throws {
    var delivery = SmallDelivery()
    for table in [TableName.units, .persons, .posts, .talks, .places] {
      delivery = delivery.adding("\"broken", to: table)
    }
    let (report, folder) = try await quarantine(delivery.with(.units, "level", "?"))
    var stored = 0
    for row in try await Imports.everything() where !row.isEmpty { stored += 1 }
    var rejected = 0
    for name in try folder.names {
      rejected += try folder.text(of: name).components(separatedBy: "\r\n").count - 2
    }
    #expect(stored == report.rows.inserted)
    #expect(rejected == report.rows.rejected)
    #expect(stored + rejected == 52 + 5)
  }

  @Test func aFileWithoutARequiredColumnIsRejectedWhole() async throws {
    var delivery = SmallDelivery(.units, .persons)
    delivery.files[.persons] = "person_id,name\nP1,张三\nP2,李四\n"
    let (report, folder) = try await quarantine(delivery)
    #expect(report.rows == RowCounts(inserted: 2, rejected: 2))
    #expect(try folder.text(of: "persons.rejected.csv").contains("P2,李四"))
  }

  @Test func correctedRejectsCanBeImported() async throws {
    let (_, folder) = try await quarantine(SmallDelivery(.persons).with(.persons, "sex", "x"))
    let corrected = try folder.text(of: "persons.rejected.csv").replacing(",张三,x,", with: ",张三,1,")
    let report = try await Imports.run(SmallDelivery(.persons, corrected))
    #expect(report.rows == RowCounts(inserted: 1))
    #expect(report.warnings.isEmpty)
  }

  @Test func theFileIsImportedAnewWhenItHadRejects() async throws {
    let delivery = SmallDelivery(.posts).with(.posts, "unit_id", "U1")
    let (first, _) = try await quarantine(delivery)
    #expect(first.rows == RowCounts(rejected: 2))
    try await Imports.run(SmallDelivery(.units, .persons))
    let (second, _) = try await quarantine(delivery)
    #expect(second.rows == RowCounts(inserted: 2))
  }

  @Test func aDryRunWritesNoRejects() async throws {
    let folder = try DeliveryFolder()
    let report = try await Imports.run(SmallDelivery(.persons).with(.persons, "sex", "x")) {
      $0.quarantine = folder.path
      $0.isDryRun = true
    }
    #expect(report.outcome == .checked)
    #expect(report.findingCount == 1)
    #expect(try folder.names.isEmpty)
    #expect(try await Imports.everything().isEmpty)
  }

  /// An import that fails leaves the folder as it was.
  @Test func earlierRejectsOutliveAFailure() async throws {
    let folder = try DeliveryFolder()
    try folder.write("earlier", as: "persons.rejected.csv")
    let delivery = try SmallDelivery(.persons).with(.persons, "sex", "x").write()
    try delivery.write("person_id\n1,Caf\u{E9}\n", as: "posts.csv")
    await #expect(throws: ImportError.self) {
      try await Imports.run([delivery.path]) { $0.quarantine = folder.path }
    }
    #expect(try folder.names == ["persons.rejected.csv"])
    #expect(try folder.text(of: "persons.rejected.csv") == "earlier")
  }

  @Test func earlierRejectsMakeRoomAndStay() async throws {
    let folder = try DeliveryFolder()
    try folder.write("earlier", as: "persons.rejected.csv")
    let bad = SmallDelivery(.persons).with(.persons, "sex", "x")
    let first = try await Imports.run(bad) { $0.quarantine = folder.path }
    #expect(try folder.names == ["persons.rejected.before-import-1.csv", "persons.rejected.csv"])
    #expect(try folder.text(of: "persons.rejected.before-import-1.csv") == "earlier")
    #expect(first.notices.map(\.name) == ["earlier_rejects"])
    // The same rejects again are the same file.
    try await Imports.run(bad) { $0.quarantine = folder.path }
    #expect(try folder.names == ["persons.rejected.before-import-1.csv", "persons.rejected.csv"])
    // All rows are stored: no rejects may seem to be left.
    try await Imports.run(SmallDelivery(.persons)) { $0.quarantine = folder.path }
    #expect(
      try folder.names == ["persons.rejected.before-import-1.csv", "persons.rejected.before-import-3.csv"])
  }

  /// Killed between the commit and the showing of its rejects, or before the commit.
  @Test func whatAKilledImportLeftIsSettledByTheNext() async throws {
    let bad = SmallDelivery(.persons).with(.persons, "sex", "x")
    let (_, elsewhere) = try await quarantine(bad)
    let stamp = try await Imports.rows("select (extract(epoch from imported_on) * 1000000)::bigint from imports")[0]
    let folder = try DeliveryFolder()
    try folder.write(try elsewhere.bytes(of: "persons.rejected.csv"), as: ".persons.rejected.csv.quzhou-\(stamp)-1")
    try folder.write("never stored", as: ".units.rejected.csv.quzhou-1-1")
    try folder.write("another city's", as: ".units.rejected.csv.shaoxing-1-1")
    try await Imports.run(SmallDelivery(.units)) { $0.quarantine = folder.path }
    #expect(try folder.names == [".units.rejected.csv.shaoxing-1-1", "persons.rejected.csv"])
    #expect(try folder.bytes(of: "persons.rejected.csv") == elsewhere.bytes(of: "persons.rejected.csv"))
  }

  @Test func rejectsAreForTheirOwnerOnly() async throws {
    let (_, folder) = try await quarantine(SmallDelivery(.persons).with(.persons, "sex", "x"))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/persons.rejected.csv")[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
  }

  @Test func rejectsOfAFileWithSemicolonsKeepThem() async throws {
    var delivery = SmallDelivery(.persons)
    delivery.files[.persons] = delivery.with(.persons, "sex", "x").files[.persons]?.replacing(",", with: ";")
    let (report, folder) = try await quarantine(delivery)
    #expect(report.rows == RowCounts(inserted: 1, rejected: 1))
    let lines = try folder.text(of: "persons.rejected.csv").components(separatedBy: "\r\n")
    #expect(lines[0].hasPrefix("rejected_because;person_id;name;"))
    #expect(lines[1].hasSuffix(";P1;张三;x;1980-01-02;;01;2001-07-01;2002-08-01;;city;reserve;2010-03-01;civil_servant;01;20"))
  }

  /// A heading whose quote stays open swallows the rows: they are in the reject file, and come in again when it is mended.
  @Test func rowsInAnOpenHeadingAreRejectedWithIt() async throws {
    var delivery = SmallDelivery(.units)
    delivery.files[.units] = delivery.files[.units]?.replacing("unit_name", with: "\"unit_name")
    let (report, folder) = try await quarantine(delivery)
    #expect(report.rows == RowCounts(rejected: 1))
    #expect(report.findings.map(\.problem) == [.malformedRecord(.unterminatedQuote)])
    let mended = try folder.text(of: "units.rejected.csv").replacing("\"unit_name", with: "unit_name")
    let second = try await Imports.run(SmallDelivery(.units, mended))
    #expect(second.rows == RowCounts(inserted: 2))
    #expect(second.notices.map(\.name).contains("lines_above"))
  }

  @Test func nothingBadWritesNothing() async throws {
    let (report, folder) = try await quarantine(SmallDelivery())
    #expect(report.rows == RowCounts(inserted: 52))
    #expect(try folder.names.isEmpty)
  }
}
