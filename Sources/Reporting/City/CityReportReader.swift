import CadreModel
import PolicyKit
import PostgresClient
import Results

/// Reads what the report on one city is made of, beside its files of results.
struct CityReportReader: Sendable {
  let figures: CityFigures
  let indicators: [RunIndicator]
  let language: Language
  let connection: PostgresConnection

  /// What needs attention.
  var exceptions: ResultsQuery {
    var query = query
    query.filter.statuses = ResultFilter.exceptions.statuses
    return query
  }

  /// What falls due after the date and within the horizon: duties still open, and posts whose tenure ends.
  var due: ResultsQuery {
    var query = query
    let asOf = figures.run.asOf
    query.filter.condition = OpenDuties.due(after: asOf, upTo: asOf.adding(days: OpenDuties.usualDays))
    return query
  }

  private var query: ResultsQuery {
    ResultsQuery(
      run: figures.run, policy: figures.policy, indicators: indicators, language: language,
      columns: ResultColumn.attention)
  }

  /// The names for all results.
  nonisolated(nonsending) func names() async throws -> SubjectNames { try await query.names(on: connection) }

  /// Units that have verdicts, in tree order; last those that are no unit's.
  func units() async throws -> [UnitFigures] {
    try await UnitReader(run: figures.run, indicators: indicators, connection: connection).units()
  }
}
