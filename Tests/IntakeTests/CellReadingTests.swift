import CadreModel
import CadreTesting
import DataContract
import Foundation
import Intake
import Spreadsheet
import Testing

/// Cells that are read though they are not written as they should be: what is stored, and the one line a kind and column that tells
/// of it.
@Suite(.database(template: .migrated)) struct CellReadingTests {
  struct Read: Sendable, CustomTestStringConvertible {
    let table: TableName
    let column: String
    let value: String
    /// What is stored; nil: nothing.
    let stored: String?
    let reading: CellReading?
    var testDescription: String { "\(table.rawValue).\(column) \(value)" }
  }

  private static func read(_ table: TableName, _ column: String, _ value: String, _ stored: String?, _ reading: CellReading?)
    -> Read
  {
    Read(table: table, column: column, value: value, stored: stored, reading: reading)
  }

  static let all: [Read] = [
    // Placeholders: in a column that may be empty, whatever it holds; case does not matter.
    read(.units, "founded_on", "/", nil, .placeholder), read(.units, "founded_on", "——", nil, .placeholder),
    read(.units, "parent_unit_id", "n/a", nil, .placeholder), read(.persons, "id_number", "待补充", nil, .placeholder),
    read(.interventions, "intervener", "-", nil, .placeholder), read(.interventions, "intervener", "NULL", nil, .placeholder),
    read(.interventions, "intervener", "无", "无", nil), read(.interventions, "intervener", "A/B", "A/B", nil),
    read(.interventions, "intervener", "#N/A", "#N/A", .errorValue), read(.interventions, "intervener", "#3", "#3", nil),
    read(.attestations, "note", "\u{200B}", nil, .invisible), read(.units, "duties", "/", "{}", .placeholder),
    read(.persons, "left_on", "'/", nil, .placeholder), read(.persons, "left_on", "Ｎ／Ａ", nil, .placeholder),
    read(.interventions, "intervener", "/\u{200B}", nil, .placeholder), read(.interventions, "intervener", "'/", "'/", nil),
    // Bytes like those of a placeholder are none.
    read(.interventions, "intervener", "北京", "北京", nil), read(.interventions, "intervener", "Nnn", "Nnn", nil),
    // What nobody sees.
    read(.persons, "name", "张\u{200B}三", "张三", .invisible), read(.persons, "name", "\u{FEFF}张三", "张三", .invisible),
    read(.persons, "hired_on", "2001-07-01\u{200E}", "2001-07-01", .invisible),
    read(.persons, "name", "张\u{E863}", "张\u{E863}", .privateUse), read(.persons, "name", "张“三”，（男）—…", "张“三”，（男）—…", nil),
    read(.persons, "name", "张\u{2066}三", "张\u{2066}三", .unseenKept),
    read(.persons, "name", "张\u{2028}三", "张\u{2028}三", .unseenKept),
    read(.persons, "name", "张\u{61C}三", "张\u{61C}三", .unseenKept), read(.persons, "name", "张\u{AD}三", "张\u{AD}三", .unseenKept),
    read(.persons, "name", "'张", "'张", nil), read(.persons, "name", "ＡＢ", "ＡＢ", nil),
    // Full-width and apostrophes outside text.
    read(.persons, "hired_on", "２００１-０７-０１", "2001-07-01", .fullWidth), read(.persons, "sex", "１", "1", .fullWidth),
    read(.persons, "sex", "'2", "2", .apostrophe), read(.trainingClasses, "main_class", "Ｙ", "t", .fullWidth),
    // Dates.
    read(.persons, "hired_on", "2001.7.1", "2001-07-01", .dottedDate),
    read(.persons, "hired_on", "2001-07-01 00:00:00", "2001-07-01", .timestamp),
    read(.persons, "hired_on", "2001/7/1 0:00", "2001-07-01", .timestamp),
    read(.persons, "hired_on", "20010701 00:00", "2001-07-01", .timestamp),
    read(.persons, "hired_on", "2001年7月1日 00:00:00.0", "2001-07-01", .timestamp),
    // Codes and tags.
    read(.persons, "political_status", "1", "01", .lostZeros),
    read(.persons, "lists", "reserve，structural", "{reserve,structural}", .tagSeparator),
    read(.persons, "lists", "后备干部；结构性干部", "{reserve,structural}", nil),
  ]

  @Test(arguments: all) func isReadAndTold(_ cell: Read) async throws {
    let report = try await Imports.run(SmallDelivery().with(cell.table, cell.column, cell.value)) { $0.encoding = .utf8 }
    #expect(report.findings.map { $0.text(in: .english) } == [])
    #expect(report.cellNotices.map(\.reading) == [cell.reading].compactMap { $0 })
    #expect(report.cellNotices.map(\.column.name) == (cell.reading == nil ? [] : [cell.column]))
    let key = Table[cell.table].key[0]
    #expect(
      try await Imports.rows("select \(cell.column) from \(cell.table.rawValue) order by \(key) collate \"C\" limit 1")
        == [cell.stored ?? "∅"])
  }

  @Test func manyCellsAreOneLine() async throws {
    var delivery = SmallDelivery(.units, .persons)
    for row in 0..<50 { delivery = delivery.adding("Q\(row),某,1,1980.1.2,,1,,2002.8.1,/,city,", to: .persons) }
    let report = try await Imports.run(delivery)
    #expect(report.findings.isEmpty)
    #expect(
      report.cellNotices.map { "\($0.column.name) \($0.reading.rawValue) \($0.count) \($0.line) \($0.value ?? "")" } == [
        "left_on placeholder 50 4 /", "birth_date dotted_date 50 4 1980.1.2", "hired_on dotted_date 50 4 2002.8.1",
        "political_status lost_zeros 50 4 1",
      ])
  }

  /// An id with a character that nobody sees in it is the same id wherever it stands.
  @Test func anIDIsOneHoweverItIsWritten() async throws {
    let delivery = SmallDelivery(.units, .persons, .talks)
      .with(.persons, "person_id", "P1\u{200B}").with(.talks, "from_person_id", "'P1").with(.talks, "to_person_id", "Ｐ１")
    let report = try await Imports.run(delivery)
    #expect(report.findings.map(\.problem.name) == ["same"])
    let right = try await Imports.run(delivery.with(.talks, "to_person_id", "P2"))
    #expect(right.findings.isEmpty)
    #expect(try await Imports.rows("select from_person_id from talks") == ["P1"])
  }

  /// A zero too many was not lost.
  @Test func aCodeWithAZeroTooManyIsNone() async throws {
    let report = try await Imports.run(SmallDelivery().with(.persons, "political_status", "003"))
    #expect(report.findings.map(\.problem.name) == ["code"])
  }

  /// Told by what the cells say, in whatever encoding they stand.
  @Test func aShiftedRowIsToldInGB18030() async throws {
    let folder = try SmallDelivery(.units, .persons).adding("P3,,王五,男,1980-01-02,,中共党员,,2002-08-01,,市管", to: .persons)
      .write(GB18030.encode)
    let report = try await Imports.run([folder.path])
    #expect(report.findings.map(\.problem) == [.shiftedRow(by: 1)])
  }

  @Test func aShiftedRowIsToldAsOne() async throws {
    let report = try await Imports.run(
      SmallDelivery(.units, .persons).adding("P3,,王五,1,1980-01-02,,13,,2002-08-01,,city", to: .persons))
    #expect(report.findings.map(\.problem) == [.shiftedRow(by: 1)])
  }

  @Test func idsThatLostTheirZeros() async throws {
    var delivery = SmallDelivery(.units, .persons, .posts)
    delivery = delivery.adding("00123,某,1,1980-01-02,,01,,2002-08-01,,city,", to: .persons)
      .adding("T3,123,U1,K3,科员,staff,staff,admin,0,,2010-01-01,,initial,", to: .posts)
    let report = try await Imports.run(delivery)
    #expect(report.findings.map(\.problem) == [.lostZeros(meant: "00123")])
  }

  /// The one meant lies in the database, or in a long file of which only the ids that are named are kept.
  @Test func idsThatLostTheirZerosElsewhere() async throws {
    let persons = SmallDelivery(.units, .persons).adding("00123,某,1,1980-01-02,,01,,2002-08-01,,city,", to: .persons)
    let posts = SmallDelivery(.posts).adding("T3,123,U1,K3,科员,staff,staff,admin,0,,2010-01-01,,initial,", to: .posts)
    var both = persons
    both.files[.posts] = posts.files[.posts]
    for row in 0..<200 { both = both.adding("Q\(row),某,1,1980-01-02,,01,,2002-08-01,,city,", to: .persons) }
    #expect(try await Imports.run(both).findings.map(\.problem) == [.lostZeros(meant: "00123")])
    try await Imports.run(persons)
    #expect(try await Imports.run(posts).findings.map(\.problem) == [.lostZeros(meant: "00123")])
  }
}

private enum GB18030 {
  static func encode(_ text: String) -> Data {
    var bytes: [UInt8] = []
    guard let converter = try? GB18030Converter(.fromUTF8), converter.convert(Array(text.utf8).span, appendingTo: &bytes) else {
      return Data()
    }
    return Data(bytes)
  }
}
