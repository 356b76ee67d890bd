import CadreModel
import DataContract
import Digest
import Journal
import PolicyKit
import PostgresClient
import Results

/// What the results of a run depend on beside the date: the rules, and the data that the database holds now.
struct RunBasis {
  /// A digest of all indicators' rules.
  let rulesDigest: String
  /// By indicator, in catalogue order, a digest of all that runs to judge it.
  let rules: [IndicatorRules]
  let schemaVersion: Int
  let watermark: String
  /// The import after which the data are taken; nil: all that is stored.
  let knownAsOf: Int?
  /// Tables that the city has handed in at least once.
  let tablesReceived: Set<TableName>

  /// - Parameter known: the data of then; nil for all that is stored.
  /// - Throws: `EvaluationError.unknownCity` for a city that the database does not know.
  init(city: String, policy: Policy, judging: Judging, known: KnownData?, on connection: PostgresConnection) async throws {
    let rows = try await connection.query(
      Statement(
        "run basis",
        """
        select
          (select max(m.version) from schema_migrations m) as schema_version,
          (
            select string_agg(w.day || w.kind, ',' order by w.day)
            from workdays w
          ) as calendar,
          coalesce(
            (
              select i.watermark
              from imports i
              where i.city_code = $1
              order by i.import_number desc
              limit 1
            ), '') as watermark,
          array(
            \(hanging: ReceivedTables.select(known))
          ) as tables_received
        from cities c
        where c.city_code = $1
        """, [.text(city)]))
    guard let row = rows.first else {
      let known = try await connection.query(
        Statement("known cities", "select c.city_code from cities c order by c.city_code"))
      throw EvaluationError.unknownCity(city, known: try known.map { try $0.decode("city_code") })
    }
    let calendar: String? = try row.decode("calendar")
    rules = try policy.statements(for: judging).map { statement in
      let read = statement.readsCalendar ? "\ncalendar \(calendar ?? "")" : ""
      return IndicatorRules(indicator: statement.indicator.id, digest: SHA256.hex(of: statement.rules + read))
    }
    rulesDigest = SHA256.hex(of: rules.map { "\($0.indicator) \($0.digest)" }.joined(separator: "\n"))
    schemaVersion = try row.decode("schema_version")
    watermark = try known?.watermark ?? row.decode("watermark")
    knownAsOf = known?.number
    tablesReceived = Set(try row.decode("tables_received", as: [String].self).compactMap(TableName.init(rawValue:)))
  }

  /// Tables that an indicator needs and the city never handed in.
  func missingTables(of indicator: Indicator) -> [TableName] {
    indicator.tables.filter { !tablesReceived.contains($0) }
  }

  /// A run on this basis, without id of its own, result set and results yet.
  func run(of job: EvaluationJob, scenario: String) -> Run {
    var run = Run(
      city: job.city, id: "", resultSet: "", policy: job.policy.code, scenario: scenario, asOf: job.asOf,
      rulesDigest: rulesDigest, parametersDigest: SHA256.hex(of: job.policy.configuration.text(on: job.asOf)),
      schemaVersion: schemaVersion, watermark: watermark, knownAsOf: knownAsOf, resultCount: 0)
    run.id = run.reference
    return run
  }
}

/// The rules digest of one indicator.
struct IndicatorRules: Sendable, Hashable {
  let indicator: String
  /// SHA-256 of its statement, of the snapshot's steps and the tables' forms that the statement reads, and of the working
  /// calendar where the statement reads it.
  let digest: String
}
