import CadreModel
import CadreTesting
import DataContract
import Evaluation
import Journal
import PolicyKit
import PolicyTesting
import PostgresClient
import Results
import Testing

extension TestCity {
  /// A run of the city at a date, under its own policy or another.
  func evaluate(
    _ asOf: String, under policy: String? = nil, afresh: Bool = false, on other: PostgresConnection? = nil
  ) async throws -> Run? {
    let policy = try #require(library.policy(policy ?? code))
    let day = try #require(Day(asOf))
    return try await Evaluator(library: library, evaluatedBy: "tests").evaluate(
      city: code, policy: policy, asOf: day, afresh: afresh, on: other ?? connection)
  }

  /// A run of the city at a date, of what had been handed in by then.
  func evaluate(_ asOf: String, under policy: String? = nil, knownAsOf known: KnownAsOf) async throws -> Run {
    let policy = try #require(library.policy(policy ?? code))
    let job = EvaluationJob(city: code, policy: policy, asOf: try #require(Day(asOf)), known: known)
    return try #require(try await Evaluator(library: library, evaluatedBy: "tests").evaluate(job, on: connection))
  }

  /// The results of a run, a line each in the order of the shared expectations.
  func results(of run: Run, columns: [String] = ResultColumns.judged) async throws -> [String] {
    try await lines(
      """
      select \(columns.map { "coalesce(\($0), '')" }.joined(separator: ", "))
      from results r
      join result_sets s using (city_code, result_set)
      join run_indicators i using (city_code, run_id, ordinal)
      where r.city_code = $1
        and r.result_set = \(run.resultSet.sqlLiteral)
      order by
        i.indicator collate "C", r.period collate "C", r.subject_id collate "C", r.class collate "C" nulls first
      """)
  }

  /// What a run counted, a line an indicator: it stays, whatever becomes of its results.
  func counts(of run: Run) async throws -> [String] {
    try await lines(
      """
      select i.indicator, \(Status.allCases.map { "i.\($0.rawValue)::text" }.joined(separator: ", "))
      from run_indicators i
      where i.city_code = $1
        and i.run_id = \(run.id.sqlLiteral)
      order by i.ordinal
      """)
  }

  /// The rows of a query with the city's code as `$1`, cells joined by commas.
  func lines(_ sql: String) async throws -> [String] {
    let rows = try await connection.query(Statement(nil, sql, [.text(code)]))
    return try rows.map { row in
      try (0..<row.count).map { try row.decode($0, as: String?.self) ?? "" }.joined(separator: ",")
    }
  }

  func execute(_ sql: String) async throws {
    try await connection.execute(Statement(nil, sql, sql.contains("$1") ? [.text(code)] : []))
  }

  /// Records an import that changed rows of every table and leaves the data known by another watermark.
  func setWatermark(_ digit: Character) async throws {
    try await execute(
      """
      insert into imports (
        city_code, import_number, imported_by, program_version, quarantine, rows_inserted, rows_updated,
        rows_unchanged, rows_rejected, watermark
      )
      select $1, coalesce(max(import_number), 0) + 1, 'tests', 'test', false, 0, 0, 0, 0,
        '\(String(repeating: digit, count: 64))'
      from imports
      where city_code = $1
      """)
    for table in TableName.allCases {
      try await execute(
        """
        insert into import_files (
          city_code, import_number, table_name, file_name, sha256, encoding, byte_size, rows_inserted, rows_updated,
          rows_unchanged, rows_rejected
        )
        select $1, max(import_number), '\(table.rawValue)', 'x.csv', '\(String(repeating: "0", count: 64))', 'utf-8', 1, 1, 0,
          0, 0
        from imports
        where city_code = $1
        """)
    }
  }
}

enum ResultColumns {
  /// The columns that the shared expectations have, without the policy.
  static let judged = [
    "i.indicator", "i.subject_kind", "r.subject_id", "r.unit_id", "r.period", "r.status", "r.class",
    "r.observed::text", "r.required::text", "r.due_on::text",
  ]
  static let everything = judged + ["r.reason", "r.detail", "r.evidence::text"]
}
