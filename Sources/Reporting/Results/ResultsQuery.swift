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

  /// Streams headings and rows into a file, indicator by indicator in catalogue order. Returns the number of rows.
  ///
  /// Within a transaction that sees one view of the data, or names could change on the way.
  nonisolated(nonsending) func copy(into file: OutputFile, on connection: PostgresConnection) async throws -> Int {
    var writer = try await begin(file, on: connection)
    // The index has the rows in order: reading along it, by one process, costs the server less than to sort them.
    try await connection.execute(Statement("no gathering", "set local max_parallel_workers_per_gather = 0", []))
    for select in selects {
      try await copy(select.inOrder(named: false), into: file, &writer, on: connection)
    }
    return writer.count
  }

  /// Streams headings and rows into a file by due date, then in catalogue order. Returns the number of rows.
  nonisolated(nonsending) func copyByDueDate(
    into file: OutputFile, on connection: PostgresConnection
  ) async throws -> Int {
    var writer = try await begin(file, on: connection)
    guard !indicators.isEmpty else { return 0 }
    let parts = selects.map { $0.rows(named: false) }
    try await copy(ordered(parts, by: "a.due_on, \(Self.order)"), into: file, &writer, on: connection)
    return writer.count
  }

  /// The first few of each indicator by due date, in the order of `results.csv`.
  func firstLines(_ count: Int, on connection: PostgresConnection) async throws -> [ResultLine] {
    try await lines(selects.map { "(\($0.first(count)))" }, by: Self.order, on: connection)
  }

  /// The first few of each indicator by due date, all by due date.
  func nearestLines(_ count: Int, on connection: PostgresConnection) async throws -> [ResultLine] {
    try await lines(selects.map { "(\($0.first(count)))" }, by: "a.due_on, \(Self.order)", on: connection)
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

  private nonisolated(nonsending) func begin(
    _ file: OutputFile, on connection: PostgresConnection
  ) async throws -> ResultsWriter {
    var table = CSVTable(ResultColumn.allCases.map(\.heading), language: language)
    try file.write(table.take())
    let names = try await SubjectNames(
      of: run.city, Set(indicators.map { SubjectNaming(of: $0.indicator.subjectKind) }), on: connection)
    return ResultsWriter(policy: run.policy, indicators: indicators, language: language, names: names)
  }

  private nonisolated(nonsending) func copy(
    _ select: String, into file: OutputFile, _ writer: inout ResultsWriter, on connection: PostgresConnection
  ) async throws {
    let stream = try await connection.copyOut(
      Statement("export results", "copy (\n\(select)\n) to stdout (format csv)", []))
    var current = try await stream.next()
    while let chunk = current {
      // The next one comes while this one is worked on: the server need not wait.
      async let following = stream.next()
      try file.write(writer.translated(chunk))
      current = try await following
    }
  }

  private func lines(
    _ parts: [String], by order: String, on connection: PostgresConnection
  ) async throws -> [ResultLine] {
    guard !indicators.isEmpty else { return [] }
    let texts = IndicatorText.byOrdinal(indicators, policy: run.policy, language: language)
    let rows = try await connection.query(
      Statement(
        "result lines",
        """
        select a.*, u.unit_name, a.observed::text as observed_text, a.required::text as required_text
        from (
        \(parts.joined(separator: "\nunion all\n"))
        ) a
        left join units u on u.city_code = \(run.city.sqlText) and u.unit_id = a.unit_id
        order by \(order)
        """, []))
    return try rows.compactMap { row in
      try texts[try row.decode("ordinal")].map { try ResultLine(row, $0, language: language) }
    }
  }
}

extension ResultLine {
  fileprivate init(_ row: Row, _ indicator: IndicatorText, language: Language) throws {
    let status: String = try row.decode("status")
    let dueOn = try row.decode("due_on", as: PostgresDate?.self)?.description
    let reason: String? = try row.decode("reason")
    let observed: String? = try row.decode("observed_text")
    let required: String? = try row.decode("required_text")
    let detail: String? = try row.decode("detail")
    let sentence = reason.map { code in
      guard let sentence = indicator.sentence(to: Array(code.utf8)) else { return code }
      var text = CellBytes()
      sentence.write(to: &text) { slot, text in
        switch slot {
        case .observed: indicator.append(decimal: Array((observed ?? "").utf8).span, to: &text)
        case .required: indicator.append(decimal: Array((required ?? "").utf8).span, to: &text)
        case .dueOn: text.append(Array((dueOn ?? "").utf8).span)
        case .detail: text.append(Array((detail ?? "").utf8).span)
        }
      }
      return String(decoding: text.take(), as: UTF8.self)
    }
    self.init(
      indicator: indicator.id, subjectID: try row.decode("subject_id"), subjectName: try row.decode("subject_name"),
      unitName: try row.decode("unit_name"), period: try row.decode("period"),
      status: language == .chinese ? Status(rawValue: status)?.label ?? status : status, dueOn: dueOn,
      reason: sentence)
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of first appearance.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
