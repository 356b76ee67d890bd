package import DataContract
package import PostgresClient

/// What a table of a city must hold, as a number of rows and the sum of a hash of each.
///
/// A sum does not depend on the order of rows, and an import changes it by what it changes: nothing need be read again. The
/// hash is the server's own (`hash_record_extended`, 64 bits). It shows what was changed past the program; it is no match
/// for somebody who searches for rows of the same sum, which is what the chained log and publications are for.
package enum ContentDigest {
  /// SQL of one row's hash.
  ///
  /// - Parameters:
  ///   - row: the row's name in the statement.
  ///   - columns: those that count, in their order.
  package static func hash(of row: String, columns: [String]) -> String {
    "hash_record_extended(row(\(columns.map { "\(row).\(quotedIdentifier($0))" }.joined(separator: ", "))), 0)"
  }

  /// The columns of a table of the contract that count.
  package static func columns(of table: Table) -> [String] { ["city_code"] + table.columns.map(\.name) }

  /// Tables of records: rows of an import that are written once.
  package static let importRecords = [
    "imports", "import_files", "journal", "touched_persons", "touched_units", TrainingYears.former,
  ]
  /// The same of a run.
  package static let runRecords = ["runs", "run_indicators"]
  /// What is kept in step with the data, and added up whole.
  package static let keptInStep = ["contradictions", TrainingYears.formerSince]
  /// All tables beside those of the contract.
  package static let records = importRecords + runRecords + keptInStep

  /// SQL of what a table of the contract holds now: `rows`, `digest`. Its parameter `$1` is the city's code.
  package static func present(_ table: Table) -> String {
    """
    select
      count(*) as rows,
      coalesce(sum(\(hash(of: "t", columns: columns(of: table)))), 0) as digest
    from cadre.\(quotedIdentifier(table.name.rawValue)) t
    where t.city_code = $1
    """
  }

  /// The same of a table whose whole rows count.
  package static func present(rowsOf table: String, where condition: String = "true") -> String {
    """
    select
      count(*) as rows,
      coalesce(sum(hash_record_extended(t, 0)), 0) as digest
    from cadre.\(quotedIdentifier(table)) t
    where t.city_code = $1
      and \(condition)
    """
  }

  /// SQL of what a table must hold: `rows`, `digest`, and `fields`, the columns that counted last; null where nothing was
  /// noted. `$1` is the city's code.
  package static func noted(_ table: String) -> String {
    """
    select
      sum(c.rows) as rows,
      sum(c.digest) as digest,
      max(c.fields) as fields
    from cadre.digest_changes c
    where c.city_code = $1
      and c.table_name = '\(table)'
    """
  }

  /// Notes what rows that are only added bring with them.
  ///
  /// - Parameter condition: on `t`, which rows are new.
  package static func note(
    added table: String, where condition: String, by origin: String, of city: String, on connection: PostgresConnection
  ) async throws {
    try await store(
      table, present(rowsOf: table, where: condition), fields: JournalRow.fieldCount(of: table), by: origin, of: city,
      on: connection)
  }

  /// Takes anew what a table of the contract holds, and notes the difference to what was known.
  package static func take(
    _ table: Table, by origin: String, of city: String, on connection: PostgresConnection
  ) async throws {
    try await store(
      table.name.rawValue, difference(present(table), noted(table.name.rawValue)), fields: String(columns(of: table).count),
      by: origin, of: city, on: connection)
  }

  /// The same of a table whose whole rows count.
  package static func take(
    rowsOf table: String, by origin: String, of city: String, on connection: PostgresConnection
  ) async throws {
    try await store(
      table, difference(present(rowsOf: table), noted(table)), fields: JournalRow.fieldCount(of: table), by: origin, of: city,
      on: connection)
  }

  private static func difference(_ present: String, _ noted: String) -> String {
    """
    select
      p.rows - coalesce(n.rows, 0) as rows,
      p.digest - coalesce(n.digest, 0) as digest
    from (
      \(present)
    ) p
    cross join (
      \(noted)
    ) n
    """
  }

  /// - Parameters:
  ///   - change: SQL of `rows` and `digest`, by how much what the table must hold changes.
  ///   - fields: SQL of how many columns count.
  package static func store(
    _ table: String, _ change: String, fields: String, by origin: String, of city: String, on connection: PostgresConnection
  ) async throws {
    // Read and written apart: the server reads in parallel only for a statement that writes nothing.
    let rows = try await connection.query(
      Statement(
        "digest of \(table)",
        """
        select
          (\(fields))::smallint as fields,
          c.rows::bigint as rows,
          c.digest::numeric::text as digest
        from (
          \(change)
        ) c
        """, change.contains("$1") ? [.text(city)] : []))
    for row in rows {
      try await connection.execute(
        Statement(
          "note digest of \(table)",
          """
          insert into cadre.digest_changes (city_code, table_name, origin, fields, rows, digest)
          values ($1, $2, $3, $4, $5, $6::numeric)
          """,
          [
            .text(city), .text(table), .text(origin), .int(try row.decode("fields")), .int(try row.decode("rows")),
            .text(try row.decode("digest")),
          ]))
    }
  }
}
