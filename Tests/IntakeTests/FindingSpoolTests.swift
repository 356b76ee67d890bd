import CadreModel
import CadreTesting
import DataContract
import Spreadsheet
import Synchronization
import Testing

@testable import Intake

/// Who reads findings as JSON gets all of them; memory holds the first thousand.
@Suite(.database(template: .migrated)) struct FindingSpoolTests {
  private static func texts(of spool: FindingSpool) throws -> [String] {
    let texts = Mutex<[String]>([])
    try spool.read { text in texts.withLock { $0.append(text) } }
    return texts.withLock { $0 }
  }

  private static func finding(_ line: Int) -> Finding {
    Finding(file: "persons.csv", line: line, .malformedRecord(.unterminatedQuote))
  }

  @Test func whatWasAppendedIsReadInItsOrder() throws {
    let spool = FindingSpool { "\($0.line)" + String(repeating: "，", count: 50) }
    #expect(try Self.texts(of: spool) == [])
    // More than is kept before it goes to the disk.
    for line in 1...5_000 { try spool.append(Self.finding(line)) }
    let texts = try Self.texts(of: spool)
    #expect(texts.map { $0.prefix { $0 != "，" } } == (1...5_000).map { "\($0)" })
    #expect(try Self.texts(of: spool) == texts)
  }

  @Test func whatIsTakenBackIsGone() throws {
    let spool = FindingSpool { "\($0.line)" }
    for line in 1...3 { try spool.append(Self.finding(line)) }
    let position = spool.position
    for line in 4...90_000 { try spool.append(Self.finding(line)) }
    try spool.rewind(to: position)
    try spool.append(Self.finding(7))
    #expect(try Self.texts(of: spool) == ["1", "2", "3", "7"])
  }

  @Test func anImportHandsOverEveryFinding() async throws {
    var delivery = SmallDelivery(.units, .persons)
    for row in 0..<1_500 {
      delivery = delivery.adding("Q\(row),某,1,1980-01-02,5.3E+17,01,,2002-08-01,,city,", to: .persons)
    }
    let spool = FindingSpool { "\($0.file) \($0.value ?? "")" }
    let report = try await Imports.run(delivery) { $0.spool = spool }
    #expect(report.findingCount == 1_500)
    #expect(report.findings.count == 1_000)
    #expect(try Self.texts(of: spool) == Array(repeating: "persons.csv 5.3E+17", count: 1_500))
  }
}
