import Evaluation

/// Counts by unit and indicator, as the server copies them out.
struct UnitTallies {
  /// The place of each indicator's figures, by its ordinal.
  let positions: [Int: Int]
  /// By the unit's id, which is empty for results that are no unit's; in catalogue order.
  private(set) var byUnit: [String: [(indicator: Int, tally: Tally)]] = [:]
  private var rows = CopiedRows(columns: 9)

  init(positions: [Int: Int]) {
    self.positions = positions
  }

  /// Statistics are no verdicts, and left out.
  static func select(of run: Run) -> String {
    """
    select t.unit_id, t.ordinal, t.met, t.unmet, t.pending, t.at_risk, t.exempt, t.no_data, t.info
    from unit_tallies t
    where t.city_code = \(run.city.sqlText)
      and t.result_set = \(run.resultSet.sqlText)
      and t.met + t.unmet + t.pending + t.at_risk + t.exempt + t.no_data > 0
    order by t.ordinal
    """
  }

  /// Adds the rows of a chunk.
  mutating func add(_ chunk: [UInt8]) {
    let chunk = chunk.span
    var id = CellBytes()
    while rows.next(in: chunk) {
      guard let position = positions[rows.number(1, of: chunk)] else { continue }
      id.append(textOf: rows.cells[0], of: chunk)
      let unit = String(decoding: id.take(), as: UTF8.self)
      let tally = Tally(
        met: rows.number(2, of: chunk), unmet: rows.number(3, of: chunk), pending: rows.number(4, of: chunk),
        atRisk: rows.number(5, of: chunk), exempt: rows.number(6, of: chunk), noData: rows.number(7, of: chunk),
        info: rows.number(8, of: chunk))
      byUnit[unit, default: []].append((position, tally))
    }
  }
}
