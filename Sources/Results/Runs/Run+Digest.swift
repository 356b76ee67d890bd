import Digest
import PolicyKit
package import PostgresClient

extension Run {
  /// The SHA-256 of all its results, in an order and a form that do not depend on how they are stored: a line each as `copy`
  /// writes it, by indicator, subject and period. Within a transaction about the city that keeps them.
  package func resultsDigest(on connection: PostgresConnection) async throws -> String {
    let stream = try await connection.copyOut(
      Statement(
        "results to be digested",
        """
        copy (
          select
            i.indicator,
            r.subject_id,
            r.unit_id,
            r.period,
            r.status,
            r.class,
            r.observed,
            r.required,
            r.due_on,
            r.reason,
            r.detail,
            r.evidence
          from results r
          join run_indicators i
            on i.city_code = r.city_code
            and i.run_id = \(id.sqlLiteral)
            and i.ordinal = r.ordinal
          where r.city_code = \(city.sqlLiteral)
            and r.result_set = \(resultSet.sqlLiteral)
          order by
            r.ordinal,
            r.subject_id,
            r.period,
            r.class,
            r.unit_id collate "C",
            r.status collate "C",
            r.reason collate "C",
            r.detail collate "C",
            r.due_on
        ) to stdout
        """, []))
    let digest = SHA256()
    for try await chunk in stream { digest.update(chunk.span) }
    return digest.finish()
  }
}
