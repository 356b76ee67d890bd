import PolicyKit

/// Counts by unit and indicator, as the server copies them out.
struct UnitTallies {
  /// The place of each indicator's figures, by its ordinal.
  let positions: [Int: Int]
  /// Units in the order in which they came in.
  private var units = KeyTable()
  /// In catalogue order.
  private var byUnit: [[(indicator: Int, tally: Tally)]] = []
  private var rows = CopiedRows(columns: 9)

  init(positions: [Int: Int]) {
    self.positions = positions
  }

  /// A unit's counts; nil for a unit without verdicts. The id is empty for results that are no unit's.
  mutating func of(unit id: String) -> [(indicator: Int, tally: Tally)]? {
    units.number(of: Array(id.utf8).span).map { byUnit[$0] }
  }

  /// Statistics are no verdicts, and left out. Most counts are zero, which costs the server less to leave empty.
  static func select(of run: Run) -> String {
    let counts = ["met", "unmet", "pending", "at_risk", "exempt", "no_data", "info"]
    return """
      select t.unit_id, t.ordinal, \(counts.map { "nullif(t.\($0), 0)" }.joined(separator: ", "))
      from unit_tallies t
      where t.city_code = \(run.city.sqlLiteral)
        and t.result_set = \(run.resultSet.sqlLiteral)
        and t.met + t.unmet + t.pending + t.at_risk + t.exempt + t.no_data > 0
      order by t.ordinal
      """
  }

  /// Adds the rows of a chunk.
  mutating func add(_ chunk: [UInt8]) {
    let chunk = chunk.span
    var present: (ordinal: Int, position: Int?) = (-1, nil)
    while rows.next(in: chunk) {
      let ordinal = rows.number(1, of: chunk)
      if ordinal != present.ordinal { present = (ordinal, positions[ordinal]) }
      guard let position = present.position else { continue }
      let tally = Tally(
        met: rows.number(2, of: chunk), unmet: rows.number(3, of: chunk), pending: rows.number(4, of: chunk),
        atRisk: rows.number(5, of: chunk), exempt: rows.number(6, of: chunk), noData: rows.number(7, of: chunk),
        info: rows.number(8, of: chunk))
      let unit = rows.cells[0].withText(of: chunk) { number(of: $0) }
      byUnit[unit].append((position, tally))
    }
  }

  /// A unit's number, a new one where it was not seen before.
  private mutating func number(of id: Span<UInt8>) -> Int {
    if let known = units.number(of: id) { return known }
    units.add(id)
    byUnit.append([])
    return byUnit.count - 1
  }
}
