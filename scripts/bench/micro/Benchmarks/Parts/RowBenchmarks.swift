import Benchmark
import PostgresClient

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Rows come from a server only: without `CADRE_MICRO_DATABASE_URL` their decoding is left out.
func registerRowBenchmarks() {
  guard let url = getenv("CADRE_MICRO_DATABASE_URL").map({ String(cString: $0) }) else { return }

  Benchmark("Rows: fetch \(Samples.rows) rows of results") { benchmark, connection in
    for _ in benchmark.scaledIterations {
      blackHole(try await connection.query(results).count)
    }
  } setup: {
    try await PostgresConnection.connect(try ConnectionConfiguration(url: url))
  }

  Benchmark("Rows: decode \(Samples.rows) rows of results by name") { (benchmark: Benchmark, rows: [Row]) throws in
    for _ in benchmark.scaledIterations {
      for row in rows {
        blackHole(try row.decode("subject_id", as: String.self))
        blackHole(try row.decode("unit_id", as: String?.self))
        blackHole(try row.decode("status", as: String.self))
        blackHole(try row.decode("ordinal", as: Int.self))
        blackHole(try row.decode("due_on", as: PostgresDate?.self))
      }
    }
  } setup: {
    try await fetchedRows(from: url)
  }
}

private func fetchedRows(from url: String) async throws -> [Row] {
  let connection = try await PostgresConnection.connect(try ConnectionConfiguration(url: url))
  let rows = try await connection.query(results)
  await connection.close()
  return rows
}

/// Rows of the shape of results, made by the server.
private let results = Statement(
  "rows of results",
  """
  select
    'P' || (1000000 + n) as subject_id,
    case when n % 10 > 0 then 'U' || (53010000000 + n % 900) end as unit_id,
    (array['met', 'unmet', 'pending'])[n % 3 + 1] as status,
    (n % 36)::smallint as ordinal,
    case when n % 2 = 0 then date '2025-12-31' end as due_on
  from generate_series(1, \(Samples.rows)) n
  """)
