import Journal
import PolicyKit
import PostgresClient
import Results

/// All that is recorded of a run and of its indicators.
struct RunRecord {
  var run: Run
  let indicators: [Indicator]
  /// By indicator, in the same order.
  let rules: [IndicatorRules]
  /// Tables that each indicator needs and the city never handed in, with commas between.
  let missingTables: [String]
  let evaluatedBy: String
  let programVersion: String
}

extension RunStore {
  /// Finishes the two parts of a new result set, and records the run, its counts by indicator, and that the set is its own.
  func save(_ record: RunRecord) async throws {
    let run = record.run
    try await finishParts(of: run)
    try await insert(record)
    try await connection.execute(
      Statement(
        "record result set",
        """
        insert into result_sets (city_code, result_set, run_id)
        values ($1, $2, $3)
        """, [.text(run.city), .text(run.resultSet), .text(run.id)]))
    try await insertIndicators(
      of: record,
      counted: """
        select
          t.ordinal,
          \(StatusCounts.columns.map { "sum(t.\($0)) as \($0)" }.joined(separator: ",\n  "))
        from \(Self.tallies(of: run)) t
        group by t.ordinal
        """)
    try await seal(run)
  }

  /// Notes what the run's records hold.
  private func seal(_ run: Run) async throws {
    for table in ContentDigest.runRecords {
      try await ContentDigest.note(
        added: table, where: "t.run_id = \(run.id.sqlLiteral)", by: "run \(run.id)", of: run.city, on: connection)
    }
  }

  /// Records a run that goes on from another, its counts by indicator, and that it has taken over the other's result set.
  ///
  /// - Parameter isChanged: whether tallies have changed; if not, the other run's counts hold for this one.
  func saveRenewed(_ record: RunRecord, from last: Run, isChanged: Bool) async throws {
    let run = record.run
    try await insert(record)
    let kept = """
      select
        l.ordinal,
        \(StatusCounts.columns.map { "l.\($0)::bigint" }.joined(separator: ",\n  "))
      from run_indicators l
      where l.city_code = $1
        and l.run_id = \(last.id.sqlLiteral)
      """
    let changes = """

      union all
      select
        c.ordinal,
        \(StatusCounts.columns.map { "c.\($0)" }.joined(separator: ",\n  "))
      from \(TallyChanges.table) c
      """
    try await insertIndicators(
      of: record,
      counted: """
        select
          f.ordinal,
          \(StatusCounts.columns.map { "sum(f.\($0)) as \($0)" }.joined(separator: ",\n  "))
        from (
          \(hanging: kept + (isChanged ? changes : ""))
        ) f
        group by f.ordinal
        """)
    try await connection.execute(
      Statement(
        "take over result set",
        """
        update result_sets s
        set run_id = $3
        where s.city_code = $1
          and s.result_set = $2
        """, [.text(run.city), .text(run.resultSet), .text(run.id)]))
    try await seal(run)
  }

  /// Records a run of which counts alone are kept.
  ///
  /// - Parameter counted: selects `ordinal` and the counts of results by status; `$1` is the city's code.
  /// - Returns: how many results there are.
  func saveCounted(_ record: RunRecord, _ counted: String) async throws -> Int {
    let rows = try await connection.query(
      Statement(
        "results counted",
        """
        select coalesce(sum(\(StatusCounts.columns.map { "c.\($0)" }.joined(separator: " + "))), 0)::bigint as results
        from (
          \(hanging: counted)
        ) c
        where $1::text is not null
        """, [.text(record.run.city)]))
    var record = record
    record.run.resultCount = try rows.first?.decode("results") ?? 0
    try await insert(record)
    try await insertIndicators(of: record, counted: counted)
    try await seal(record.run)
    return record.run.resultCount
  }

  private func insert(_ record: RunRecord) async throws {
    let run = record.run
    try await connection.execute(
      Statement(
        "record run",
        """
        insert into runs (
          city_code,
          run_id,
          policy,
          scenario,
          as_of,
          rules_digest,
          parameters_digest,
          schema_version,
          watermark,
          known_as_of,
          result_count,
          evaluated_on,
          evaluated_by,
          program_version
        )
        values ($1, $2, $3, $4, \(run.asOf.sql), $5, $6, $7, $8, $9, $10, clock_timestamp(), $11, $12)
        """,
        [
          .text(run.city), .text(run.id), .text(run.policy), .text(run.scenario), .text(run.rulesDigest),
          .text(run.parametersDigest), .int(Int64(run.schemaVersion)), .text(run.watermark),
          run.knownAsOf.map { .int(Int64($0)) } ?? .null,
          .int(Int64(run.resultCount)), .text(record.evaluatedBy), .text(record.programVersion),
        ]))
  }

  /// - Parameter counted: selects `ordinal` and the counts of results by status.
  private func insertIndicators(of record: RunRecord, counted: String) async throws {
    let counts = StatusCounts.columns
    try await connection.execute(
      Statement(
        "record indicators",
        """
        with counted as (
          \(hanging: counted)
        )
        insert into run_indicators (
          city_code, run_id, ordinal, indicator, subject_kind, missing_tables, rules_digest, \(counts.joined(separator: ", "))
        )
        select
          $1,
          $2,
          i.ordinal,
          i.indicator,
          i.subject_kind,
          string_to_array(i.missing_tables, ','),
          i.rules_digest,
          \(counts.map { "coalesce(c.\($0), 0)" }.joined(separator: ",\n  "))
        from unnest($3::text[], $4::text[], $5::text[], $6::text[])
          with ordinality as i (indicator, subject_kind, missing_tables, rules_digest, ordinal)
        left join counted c on c.ordinal = i.ordinal
        """,
        [
          .text(record.run.city), .text(record.run.id), .textArray(record.indicators.map(\.id)),
          .textArray(record.indicators.map(\.subjectKind)), .textArray(record.missingTables),
          .textArray(record.rules.map(\.digest)),
        ]))
  }
}
