import CadreModel
import Evaluation
import PolicyKit
import PostgresClient

/// Results of a run as the rows of `results.csv`.
struct ResultsQuery {
  let run: Run
  /// In catalogue order.
  let indicators: [RunIndicator]
  let language: Language
  var filter = RowFilter()

  private var selects: [ResultsSelect] {
    indicators.map { ResultsSelect(run: run, entry: $0, language: language, filter: filter) }
  }

  /// Streams headings and rows into a file, indicator by indicator in catalogue order.
  ///
  /// Within a transaction that sees one view of the data, or names could change on the way.
  ///
  /// - Parameters:
  ///   - file: nil where only the first lines are asked for.
  ///   - names: those of the city, where they are read already.
  nonisolated(nonsending) func copy(
    into file: OutputFile?, names: SubjectNames? = nil, picking first: FirstLines? = nil,
    on connection: PostgresConnection
  ) async throws -> CopiedResults {
    var writer = try await begin(file, names, first, on: connection)
    // Rows of one indicator are read by its index: one process sorts them in less time than several are started.
    try await connection.execute(Statement("no gathering", "set local max_parallel_workers_per_gather = 0", []))
    for select in selects {
      try await copy(select.inOrder, into: file, &writer, on: connection)
    }
    return writer.copied
  }

  /// Streams headings and rows into a file by due date, then in catalogue order.
  nonisolated(nonsending) func copyByDueDate(
    into file: OutputFile?, names: SubjectNames? = nil, picking first: FirstLines? = nil,
    on connection: PostgresConnection
  ) async throws -> CopiedResults {
    var writer = try await begin(file, names, first, on: connection)
    guard !indicators.isEmpty else { return writer.copied }
    try await copy(ordered(selects.map(\.rows), by: "a.due_on, \(Self.order)"), into: file, &writer, on: connection)
    return writer.copied
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
  nonisolated(nonsending) func names(on connection: PostgresConnection) async throws -> SubjectNames {
    try await SubjectNames(
      of: run.city, Set(indicators.map { SubjectNaming(of: $0.indicator.subjectKind) }), on: connection)
  }

  private nonisolated(nonsending) func begin(
    _ file: OutputFile?, _ names: SubjectNames?, _ first: FirstLines?, on connection: PostgresConnection
  ) async throws -> ResultsWriter {
    var table = CSVTable(ResultColumn.allCases.map(\.heading), language: language)
    try file?.write(table.take())
    let known = if let names { names } else { try await self.names(on: connection) }
    return ResultsWriter(
      policy: run.policy, indicators: indicators, language: language, names: known, firstLines: first)
  }

  private nonisolated(nonsending) func copy(
    _ select: String, into file: OutputFile?, _ writer: inout ResultsWriter, on connection: PostgresConnection
  ) async throws {
    let stream = try await connection.copyOut(
      Statement("export results", "copy (\n\(select)\n) to stdout (format csv)", []))
    var current = try await stream.next()
    while let chunk = current {
      // The next one comes while this one is worked on: the server need not wait.
      async let following = stream.next()
      let rows = writer.translated(chunk)
      try file?.write(rows)
      current = try await following
    }
  }
}

/// What passed by when results were copied.
struct CopiedResults {
  let count: Int
  /// Those that were to be picked.
  let firstLines: [ResultLine]
}

extension Array where Element: Hashable {
  /// Each element once, in the order of first appearance.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
