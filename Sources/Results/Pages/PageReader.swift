package import CadreModel
import PolicyKit
package import PostgresClient

/// Reads pages of results, and how many there are, within a transaction that reads the run.
package struct PageReader: Sendable {
  let run: Run
  /// Those that the filter keeps, in catalogue order.
  let indicators: [RunIndicator]
  let filter: ResultFilter
  let search: String
  let language: Language
  let connection: PostgresConnection

  package init(
    run: Run, indicators: [RunIndicator], filter: ResultFilter, search: String, language: Language, connection: PostgresConnection
  ) {
    (self.run, self.indicators, self.filter, self.search) = (run, indicators, filter, search)
    (self.language, self.connection) = (language, connection)
  }

  /// The first so many results after a key.
  package func page(after key: ResultKey?, limit: Int) async throws -> ResultsPage {
    var rows: [ResultRow] = []
    // One more than is shown tells whether there is another page.
    for (entry, key) in remaining(after: key) where rows.count <= limit {
      let found = try await connection.query(
        select(entry).statement(after: key, limit: limit + 1 - rows.count))
      rows += try found.map { try ResultRow($0, of: entry, language) }
    }
    let shown = Array(rows.prefix(limit))
    return ResultsPage(rows: shown, next: rows.count > limit ? shown.last?.key : nil)
  }

  /// How many there are, by status.
  package func counts() async throws -> Tally {
    var tally = Tally()
    if search.isEmpty, filter.units.isEmpty {
      for entry in indicators { tally += entry.tally.only(filter.statuses) }
      return tally
    }
    for entry in indicators where mayHaveRows(entry) {
      for row in try await connection.query(select(entry).counts) {
        guard let status = Status(rawValue: try row.decode("status")) else { continue }
        tally.add(try row.decode("results"), of: status)
      }
    }
    return tally
  }

  /// The indicators whose results come after a key, the key's own with it. None where the filter does not keep that: a key
  /// belongs to the filter that it was made with.
  private func remaining(after key: ResultKey?) -> [(RunIndicator, ResultKey?)] {
    guard let key else { return indicators.filter(mayHaveRows).map { ($0, nil) } }
    guard let own = indicators.first(where: { $0.indicator.id == key.indicator })?.ordinal else { return [] }
    return indicators.filter { $0.ordinal >= own && mayHaveRows($0) }.map { ($0, $0.ordinal == own ? key : nil) }
  }

  /// Whether it has results of the statuses asked for, as counted when it was judged.
  private func mayHaveRows(_ entry: RunIndicator) -> Bool {
    entry.count(of: filter.statuses.isEmpty ? Status.allCases : filter.statuses) > 0
  }

  private func select(_ entry: RunIndicator) -> PageSelect {
    PageSelect(run: run, entry: entry, language: language, filter: filter.rows, search: search)
  }
}
