import CadreModel
import PolicyKit
import PostgresClient

/// Reads pages of results, and how many there are, within a transaction that reads the run.
struct PageReader {
  let run: Run
  /// Those that the filter keeps, in catalogue order.
  let indicators: [RunIndicator]
  let filter: ResultFilter
  let search: String
  let language: Language
  let connection: PostgresConnection

  /// The first so many results after a key.
  func page(after key: ResultKey?, limit: Int) async throws -> ResultsPage {
    var rows: [ResultRow] = []
    // One more than is shown tells whether there is another page.
    for (entry, key) in remaining(after: key) where rows.count <= limit {
      let found = try await connection.query(
        select(entry).statement(after: key, limit: limit + 1 - rows.count))
      rows += try found.map { try row($0, of: entry) }
    }
    let shown = Array(rows.prefix(limit))
    return ResultsPage(rows: shown, next: rows.count > limit ? shown.last?.key : nil)
  }

  /// How many there are, by status.
  func counts() async throws -> Tally {
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

  private func row(_ row: Row, of entry: RunIndicator) throws -> ResultRow {
    let indicator = entry.indicator
    let code: String? = try row.decode("class")
    let values = ResultValues(
      observed: try row.decode("observed"), required: try row.decode("required"),
      dueOn: try row.decode("due_on", as: String?.self).flatMap { Day($0) }, detail: try row.decode("detail"))
    let reason: String? = try row.decode("reason")
    return ResultRow(
      key: ResultKey(
        indicator: indicator.id, subject: try row.decode("subject_id"), period: try row.decode("period"), class: code),
      indicator: indicator, article: entry.article, subjectName: try row.decode("subject_name"),
      unitID: try row.decode("unit_id"), unitName: try row.decode("unit_name"),
      status: Status(rawValue: try row.decode("status")) ?? .noData, class: code.map(indicator.resultClass),
      values: values,
      // A reason of a newer program stands as its code.
      reason: reason.map { code in
        Reason(rawValue: code).map { values.sentence($0, of: indicator, in: language) } ?? code
      } ?? "")
  }
}
