import Bytes
import CadreModel
import DataContract
import Foundation
import Spreadsheet
import Testing

@testable import Intake

/// Thousands of spoilt files through all that is done with a file before its rows are stored: never a crash, never an end without an
/// account, never an error but one that says what is wrong with the file.
@Suite struct FileFuzzTests {
  private static let separators = [",", ";", "\t"]
  private static let lineEnds = ["\n", "\r\n", "\r", "\r\r\n"]

  /// A right file in some guise.
  private func sound(_ random: inout Random) throws -> [UInt8] {
    let separator = Self.separators[random.below(3)]
    var lines = [
      "单位编号,单位名称,行政区划代码,单位类型,层级", "U1,中共某市委员会,330800,党委,市", "U2,\"水务,局\",330800,机关部门,市", "U3,\"甲\"\"乙\n丙\",330800,organ,city",
    ]
    if random.below(3) == 0 { lines.insert("单位名册", at: 0) }
    if random.below(3) == 0 { lines.append(",,,,") }
    var text = lines.map { separator == "," ? $0 : $0.replacing(",", with: separator) }
      .joined(separator: Self.lineEnds[random.below(4)])
    if random.below(2) == 0 { text += Self.lineEnds[random.below(4)] }
    let utf8 = Array(text.utf8)
    guard random.below(2) == 0 else { return (random.below(2) == 0 ? [0xEF, 0xBB, 0xBF] : []) + utf8 }
    var bytes: [UInt8] = []
    #expect(try GB18030Converter(.fromUTF8).convert(utf8.span, appendingTo: &bytes))
    return bytes
  }

  private func spoil(_ bytes: inout [UInt8], _ random: inout Random) {
    let marks: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x00, 0x1A, 0x3B, 0x09, 0xFF, 0xE4, 0xC2, 0x85]
    for _ in 0..<random.below(6) {
      let place = random.below(bytes.count + 1)
      switch random.below(5) {
      case 0: bytes.insert(marks[random.below(marks.count)], at: place)
      case 1: bytes.insert(UInt8(random.below(256)), at: place)
      case 2 where place < bytes.count: bytes.remove(at: place)
      case 3 where place < bytes.count: bytes[place] = UInt8(random.below(256))
      case 4 where random.below(4) == 0: bytes.removeLast(bytes.count - place)
      default: break
      }
    }
  }

  @Test(arguments: 0..<4)
  func everyFileIsReadToItsEndOrRefused(seed: UInt64) throws {
    let folder = try DeliveryFolder()
    let path = folder.path + "/units.csv"
    var random = Random(state: seed)
    var read = 0
    for _ in 0..<500 {
      var bytes = try sound(&random)
      if random.below(10) > 0 { spoil(&bytes, &random) }
      try folder.write(Data(bytes), as: "units.csv")
      let forced: TextEncoding? = random.below(8) == 0 ? TextEncoding.allCases[random.below(2)] : nil
      do {
        let file = try DeliveredFile.inspect(path, as: Table[.units], encoding: forced)
        let references = ReferenceCatalogue()
        try IDScan(file).ownIDs(into: &references.ids(of: .units).known)
        let checker = try RowChecker(
          file, city: SmallDelivery.quzhou, catalogue: .unchecked, references: references)
        var pass = try FilePass(
          file, checker: checker, mode: .quarantine(nil), ownIDs: nil, log: FindingLog(), keepsAllKeys: true)
        while try pass.advance() { pass.dropEncoded() }
        // What is wrong is said of each row that is not stored.
        #expect(pass.badRows == 0 || !pass.log.isEmpty)
        for finding in pass.log.shown { #expect(!finding.text(in: .chinese).isEmpty) }
        for notice in pass.notices { #expect(!notice.text(in: .english).isEmpty) }
        read += 1
      } catch let error as ImportError {
        switch error {
        case .unreadable, .encodingUnclear: break
        default: Issue.record("\(error) of \(bytes)")
        }
      }
    }
    #expect(read > 250)
  }
}

/// Random numbers that are the same every time.
private struct Random {
  var state: UInt64

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
