package import CadreModel
import PolicyKit
package import PostgresClient

/// Reads what falls due in a city, within a transaction that reads the run: by day, duty and unit, never result by result.
package struct CalendarReader: Sendable {
  package let run: Run
  /// The last day that it looks ahead to.
  package let last: Day
  private let branch: UnitBranch?
  /// How many subjects of an entry are named.
  private let names: Int
  private let language: Language
  private let indicators: [RunIndicator]
  private let units: ResponsibleUnits
  private let connection: PostgresConnection

  /// - Parameters:
  ///   - indicators: of the run.
  ///   - unit: the id of the unit that is wanted, with those below it; nil for all.
  package init(
    run: Run, indicators: [RunIndicator], unit: String? = nil, upTo last: Day, names: Int, language: Language,
    connection: PostgresConnection
  ) async throws {
    (self.run, self.last, self.names) = (run, last, names)
    (self.language, self.connection) = (language, connection)
    self.indicators = indicators.filter { !$0.indicator.isStatistic && $0.count(of: [.pending, .atRisk, .met]) > 0 }
    let units = try await ResponsibleUnits.read(of: run, on: connection)
    self.units = units
    branch = unit.map(units.branch)
  }

  /// What a unit is called.
  package func name(of unit: String) -> String { units.unit(unit).name }

  /// Whether the one that is wanted has units below it.
  package var isOfSeveralUnits: Bool { (branch?.ids.count ?? 2) > 1 }

  /// Calls `body` with each entry: by date, then by duty and unit.
  package nonisolated(nonsending) func entries(_ body: (DueEntry) throws -> Void) async throws {
    guard !indicators.isEmpty else { return }
    let byOrdinal = Dictionary(indicators.map { ($0.ordinal, $0) }) { first, _ in first }
    let rows = try await connection.stream(
      Statement(
        "what falls due",
        """
        select
          d.*
        from (
        \(indicators.map(select).joined(separator: "\nunion all\n"))
        ) d
        left join unnest($1::text[]) with ordinality as u (unit_id, place) on u.unit_id = d.unit_id
        order by
          d.due_on,
          d.ordinal,
          u.place,
          d.period collate "C"
        """, [.textArray(units.units.map(\.id))]))
    for try await row in rows {
      guard let entry = byOrdinal[try row.decode("ordinal")], let dueOn = Day(try row.decode("due_on", as: String.self)) else {
        continue
      }
      try body(
        DueEntry(
          dueOn: dueOn, indicator: entry.indicator, article: entry.article, unit: units.unit(try row.decode("unit_id")),
          period: try row.decode("period"), count: try row.decode("count"), atRisk: try row.decode("at_risk"),
          subjects: try row.decode("subjects")))
    }
  }

  private func select(of entry: RunIndicator) -> String {
    let name = SubjectName(
      of: entry.indicator.subjectKind, subject: "r.subject_id", city: run.city.sqlLiteral, language: language)
    return """
      select
        r.ordinal::integer as ordinal,
        r.due_on::text as due_on,
        coalesce(r.unit_id, '') as unit_id,
        r.period,
        count(*) as count,
        count(*) filter (where r.status = 'at_risk') as at_risk,
        (array_agg(coalesce(\(name.name), r.subject_id) order by r.subject_id))[1:\(names)] as subjects
      from results r
      \(name.joins)
      where r.city_code = \(run.city.sqlLiteral)
        and r.result_set = \(run.resultSet.sqlLiteral)
        and r.ordinal = \(entry.ordinal)
        and \(OpenDuties.due(after: run.asOf, upTo: last))\(branch.map { "\n    and \($0.condition)" } ?? "")
      group by
        r.ordinal,
        r.due_on,
        coalesce(r.unit_id, ''),
        r.period
      """
  }
}
