import CadreModel
import DataContract
import Foundation
import IdentityNumbers
import PolicyTesting
import Testing
import Workbook

@testable import Intake

/// Damaged workbooks are read to their end or refused, and what is wrong is always said.
@Suite struct WorkbookFuzzTests {
  @Test(arguments: 0..<4)
  func everyWorkbookIsReadToItsEndOrRefused(seed: UInt64) throws {
    let files = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Workbooks")
    let names = ["good-openpyxl.xlsx", "good-libreoffice.xlsx", "wrong-openpyxl.xlsx"]
    let sound = try names.map { [UInt8](try Data(contentsOf: files.appending(path: $0))) }
    let folder = try DeliveryFolder()
    var random = SeededNumbers(state: seed)
    var read = 0
    for round in 0..<60 {
      var bytes = sound[round % sound.count]
      if round >= 3 {
        for _ in 0...Int.random(in: 0..<4, using: &random) {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      }
      try folder.write(Data(bytes), as: "a.xlsx")
      let path = folder.path + "/a.xlsx"
      do {
        let workbooks = OpenWorkbooks()
        for delivered in try WorkbookTables(path: path, named: nil, in: workbooks).tables {
          let table = Table[delivered.table]
          let file = DeliveredFile(sheets: delivered.sheets, of: path, as: table, try FileDigest(of: path))
          let references = ReferenceCatalogue()
          try IDScan(file, in: workbooks).ownIDs(into: &references.ids(of: table.name).known)
          let checker = try RowChecker(
            file, city: FieldCase.kunming, catalogue: .unchecked, references: references,
            seal: NumberSeal(#require(IdentityKey.forTests), city: "kunming"))
          var pass = try FilePass(
            file, checker: checker, mode: .quarantine(nil), ownIDs: nil, log: FindingLog(), keepsAllKeys: true,
            workbooks: workbooks)
          while try pass.advance() { pass.dropEncoded() }
          #expect(pass.badRows == 0 || !pass.log.isEmpty)
          for finding in pass.log.shown { #expect(!finding.text(in: .chinese).isEmpty) }
          for notice in pass.notices { #expect(!notice.text(in: .english).isEmpty) }
          read += 1
        }
      } catch let error as ImportError {
        guard case .workbookUnreadable = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(!error.message(in: .chinese).isEmpty)
      }
    }
    #expect(read >= 6)
  }
}

/// The same numbers for the same seed.
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
