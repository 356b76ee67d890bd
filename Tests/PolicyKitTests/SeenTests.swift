import CadreModel
import CadreTesting
import DataContract
import PolicyTesting
import PostgresClient
import Testing

@testable import PolicyKit

/// What a table shows of its rows at a date: own later rows vanish, later events read null, open dates stay.
@Suite(.cadre) struct SeenTests {
  private static let asOf = "2025-06-30"
  private static let later = "2025-07-01"

  static let dated = Table.all.filter { table in
    table.columns.contains { if case .date = $0.type { true } else { false } }
  }

  /// Cells that the rules of a row ask for.
  private func cells(_ table: Table, key: String, own: String?, others: String) -> [String: String?] {
    var cells: [String: String?] = [:]
    for column in table.columns {
      switch column.type {
      case .date(.own): cells[column.name] = own
      case .date: cells[column.name] = others
      default: continue
      }
    }
    for name in table.key {
      switch table.column(name)?.type {
      case .id?, .reference?, .subject?: cells[name] = key
      default: continue
      }
    }
    for rule in table.rules {
      switch rule {
      case .oneGiven(let one, _): cells[one] = table.name == .charges ? "finance" : "U1"
      case .different(let one, _): cells[one] = "someone"
      case .notBothZero(let one, _): cells[one] = "1"
      case .interval: continue
      }
    }
    return cells
  }

  private func seen(_ table: Table, in city: TestCity) async throws -> [String: [String: String?]] {
    let day = try #require(Day(Self.asOf))
    let dates = table.columns.filter { if case .date = $0.type { true } else { false } }.map(\.name)
    let rows = try await city.connection.query(
      Statement(
        nil,
        """
        select seen.\(quotedIdentifier(table.key[0])) as key,
          \(dates.map { "seen.\($0)::text as \($0)" }.joined(separator: ", "))
        from \(table.seen(at: day, by: nil)) seen
        """, [.text(city.code)]))
    var found: [String: [String: String?]] = [:]
    for row in rows {
      var cells: [String: String?] = [:]
      for date in dates { cells[date] = .some(try row.decode(date, as: String?.self)) }
      found[try row.decode("key")] = cells
    }
    return found
  }

  @Test(arguments: dated)
  func eachDateIsSeenByItsKind(table: Table) async throws {
    let city = try await TestCity("quzhou")
    try await city.checkReferences(false)
    let ownDates = table.columns.filter { $0.type == .date(.own) }
    try await city.add(table.name, cells(table, key: "now", own: Self.asOf, others: Self.asOf))
    try await city.add(table.name, cells(table, key: "ahead", own: Self.asOf, others: Self.later))
    if !ownDates.isEmpty {
      try await city.add(table.name, cells(table, key: "after", own: Self.later, others: Self.later))
    }
    let rows = try await seen(table, in: city)
    #expect(Set(rows.keys) == ["now", "ahead"])
    for column in table.columns {
      guard case .date(let sight) = column.type else { continue }
      #expect(rows["now"]?[column.name] == .some(Self.asOf), "\(column.name)")
      let ahead: String? =
        switch sight {
        case .own: Self.asOf
        case .event: nil
        case .open: Self.later
        }
      #expect(rows["ahead"]?[column.name] == .some(ahead), "\(column.name)")
    }
  }

  @Test func anUndatedInterventionIsSeen() async throws {
    let city = try await TestCity("quzhou")
    try await city.checkReferences(false)
    try await city.add(.interventions, cells(.interventions, key: "undated", own: nil, others: Self.asOf))
    #expect(Array(try await seen(.interventions, in: city).keys) == ["undated"])
  }

  @Test func anotherCitysRowsAreNotSeen() async throws {
    let other = try await TestCity("shaoxing")
    try await other.unit("U1")
    #expect(try await seen(.units, in: TestCity("quzhou")).isEmpty)
    #expect(try await seen(.units, in: other).count == 1)
  }
}
