package import CadreModel
package import PolicyKit
package import PostgresClient

/// Results of a run as the rows of `results.csv`.
///
/// Within a transaction that sees one view of the data, or names could change on the way.
package struct ResultsQuery: Sendable {
  let run: Run
  let policy: Policy
  /// In catalogue order.
  private(set) var indicators: [RunIndicator]
  package let language: Language
  package var filter: RowFilter
  package var columns: [ResultColumn]

  package init(
    run: Run, policy: Policy, indicators: [RunIndicator], language: Language, filter: RowFilter = RowFilter(),
    columns: [ResultColumn] = ResultColumn.results
  ) {
    self.run = run
    self.policy = policy
    self.indicators = indicators
    self.language = language
    self.filter = filter
    self.columns = columns
  }

  private func selects(of indicators: [RunIndicator]) -> [ResultsSelect] {
    indicators.map { ResultsSelect(run: run, entry: $0, language: language, filter: filter) }
  }

  /// Indicators that have results of the statuses asked for, as counted when they were judged.
  private var indicatorsWithRows: [RunIndicator] {
    guard !filter.statuses.isEmpty else { return indicators }
    return indicators.filter { $0.count(of: filter.statuses) > 0 }
  }

  /// The rows, indicator by indicator in catalogue order.
  package nonisolated(nonsending) func chunks(on connection: PostgresConnection) async throws -> CopiedChunks {
    // Rows of one indicator are read by its index: one process sorts them in less time than several are started.
    try await connection.execute(Statement("no gathering", "set local max_parallel_workers_per_gather = 0", []))
    return CopiedChunks(selects(of: indicatorsWithRows).map(\.inOrder), on: connection)
  }

  /// The rows by due date, then in catalogue order.
  package nonisolated(nonsending) func chunksByDueDate(on connection: PostgresConnection) async throws -> CopiedChunks {
    let present = try await indicatorsPresent(on: connection)
    let parts = selects(of: present).map(\.rows)
    return CopiedChunks(
      parts.isEmpty ? [] : [ordered(parts, by: "a.due_on, \(Self.order)")], on: connection)
  }

  /// The query in two, of about as many rows each: those of the earlier indicators and those of the later ones.
  package var halves: (earlier: ResultsQuery, later: ResultsQuery) {
    let counts = indicators.map { $0.count(of: filter.statuses) }
    let half = counts.reduce(0, +) / 2
    var (rows, middle) = (0, 0)
    while middle < counts.count, rows + counts[middle] / 2 < half {
      rows += counts[middle]
      middle += 1
    }
    var (earlier, later) = (self, self)
    earlier.indicators = Array(indicators[..<middle])
    later.indicators = Array(indicators[middle...])
    return (earlier, later)
  }

  /// Indicators that have rows at all: to plan a select for each of the others takes longer than to ask.
  private nonisolated(nonsending) func indicatorsPresent(
    on connection: PostgresConnection
  ) async throws -> [RunIndicator] {
    let rows = try await connection.query(
      Statement(
        "indicators present",
        """
        select distinct r.ordinal
        from results r
        where r.city_code = $1
          and r.result_set = \(run.resultSet.sqlLiteral)\(filter.conditions.map { "\n  and \($0)" }.joined())
        """, [.text(run.city)]))
    let ordinals = Set(try rows.map { try $0.decode("ordinal", as: Int.self) })
    return indicators.filter { ordinals.contains($0.ordinal) }
  }

  private static let order =
    "a.ordinal, a.period collate \"C\", a.subject_id collate \"C\", a.class collate \"C\" nulls first"

  private func ordered(_ parts: [String], by order: String) -> String {
    """
    select \(ResultsSelect.Column.allCases.map { "a.\($0.rawValue)" }.joined(separator: ", "))
    from (
    \(parts.joined(separator: "\nunion all\n"))
    ) a
    order by \(order)
    """
  }

  /// The names of the subjects of all indicators.
  package nonisolated(nonsending) func names(on connection: PostgresConnection) async throws -> SubjectNames {
    try await SubjectNames(
      of: run.city, Set(indicators.map { SubjectNaming(of: $0.indicator.subjectKind) }),
      postsAt: columns.contains(.post) ? run.asOf : nil, on: connection)
  }

  /// Makes rows for people of what the query reads.
  package func writer(_ names: SubjectNames, picking first: FirstLines? = nil) -> ResultsWriter {
    ResultsWriter(
      policy: policy, indicators: indicators, language: language, names: names,
      showsPosts: columns.contains(.post), firstLines: first)
  }
}
