import PostgresClient
import Results

/// Which import a run has seen last.
struct ImportNumbers {
  let connection: PostgresConnection

  nonisolated(nonsending) func number(of run: Run) async throws -> Int? {
    if let known = run.knownAsOf { return known }
    return try await connection.query(
      Statement(
        "import of a run",
        """
        select max(i.import_number) as number
        from imports i
        where i.city_code = $1
          and i.watermark = $2
        """, [.text(run.city), .text(run.watermark)])
    ).first?.decode("number", as: Int?.self)
  }

  nonisolated(nonsending) func isNewest(_ number: Int?, of city: String) async throws -> Bool {
    guard let number else { return true }
    return try await connection.query(
      Statement(
        "imports after one",
        """
        select i.import_number
        from imports i
        where i.city_code = $1
          and i.import_number > $2
        limit 1
        """, [.text(city), .int(Int64(number))])
    ).isEmpty
  }
}
