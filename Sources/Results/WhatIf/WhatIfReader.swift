public import CadreModel
public import PolicyKit
package import PostgresClient

/// Reads a what-if beside its official run, within the transaction that has judged it.
public struct WhatIfReader: Sendable {
  public let city: CityUnderPolicy
  /// Under the other parameters.
  public let policy: Policy
  public let run: Run
  /// Of the indicators on which the parameters bear.
  private let ordinals: [Int]
  private let changes: [ConfigurationChange]
  private let connection: PostgresConnection

  package init(
    city: CityUnderPolicy, policy: Policy, run: Run, ordinals: [Int], changes: [ConfigurationChange],
    connection: PostgresConnection
  ) {
    self.city = city
    self.policy = policy
    self.run = run
    self.ordinals = ordinals
    self.changes = changes
    self.connection = connection
  }

  // MARK: Where it lies

  package static let tableName = "what_if_results"
  private static let flipsName = "what_if_flips"

  /// The columns of a judged row that are kept.
  package static let columns = ["subject_id", "unit_id", "period", "status", "class", "observed", "required"]

  package static let table = """
    create temporary table \(tableName) (
      ordinal integer not null,
      subject_id text collate "C" not null,
      unit_id text,
      period text collate "C" not null,
      status text not null,
      class text collate "C",
      observed numeric,
      required numeric
    ) on commit drop
    """

  // MARK: Reading

  /// Both side by side. To be called before `flips`, which it prepares.
  ///
  /// - Throws: `PostgresError`.
  public nonisolated(nonsending) func figures() async throws -> WhatIfFigures {
    try await makeFlips()
    let entries = try await FiguresReader(connection: connection).indicators(of: run, policy: city.policy)
      .filter { ordinals.contains($0.ordinal) }
    let flips = try await counts(of: "select f.ordinal, count(*) as count from \(Self.flipsName) f group by f.ordinal")
    let scenario = try await tallies()
    let official = try await officialTallies()
    let names = Dictionary(
      try await UnitReader.nodes(of: run.city, on: connection).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var units: [WhatIfFigures.Units] = []
    let indicators = entries.map { entry in
      let (before, after) = (official[entry.ordinal] ?? [:], scenario[entry.ordinal] ?? [:])
      let isComplete = entry.missingTables.isEmpty
      for id in Set(before.keys).union(after.keys).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        units.append(
          WhatIfFigures.Units(
            indicator: entry.indicator, id: id, name: names[id] ?? "", official: before[id] ?? Tally(),
            scenario: after[id] ?? Tally(), isComplete: isComplete))
      }
      return WhatIfFigures.Indicators(
        article: entry.article, indicator: entry.indicator, official: entry.tally,
        scenario: after.values.reduce(into: Tally()) { $0 += $1 }, flips: flips[entry.ordinal] ?? 0, isComplete: isComplete)
    }
    return WhatIfFigures(city: city, run: run, changes: changes, indicators: indicators, units: units)
  }

  /// Calls `body` with every result that stands otherwise, in catalogue order, then by subject, so many at once.
  ///
  /// - Throws: `PostgresError`, what `body` throws.
  public nonisolated(nonsending) func flips(_ language: Language, _ body: ([WhatIfFlip]) throws -> Void) async throws {
    for indicator in policy.indicators.enumerated() where ordinals.contains(indicator.offset + 1) {
      var last = 0
      while true {
        let page = try await page(of: indicator.element, indicator.offset + 1, after: last, language)
        guard let end = page.last?.number else { break }
        try body(page.map(\.flip))
        last = end
      }
    }
  }

  // MARK: What differs

  private static let rowsAtOnce = 5_000

  private nonisolated(nonsending) func makeFlips() async throws {
    let key = VerdictKey(policy: policy)
    let judged = VerdictKey.list(ordinals.filter { policy.indicators[$0 - 1].rule.kind != .statistic })
    try await connection.execute(
      Statement(
        "find what stands otherwise",
        """
        create temporary table \(Self.flipsName) on commit drop as
        with official as (
          select
            r.*,
            \(key.classKey("r")) as class_key
          from results r
          where r.city_code = \(run.city.sqlLiteral)
            and r.result_set = \(run.resultSet.sqlLiteral)
            and r.ordinal = any (\(judged))
        ),
        tried as (
          select
            r.*,
            \(key.classKey("r")) as class_key
          from \(Self.tableName) r
          where r.ordinal = any (\(judged))
        ),
        flip as (
          select
            coalesce(o.ordinal, t.ordinal)::integer as ordinal,
            coalesce(o.subject_id, t.subject_id) as subject_id,
            coalesce(t.unit_id, o.unit_id) as unit_id,
            coalesce(o.period, t.period) as period,
            o.status as status_before,
            t.status as status_after,
            o.class as class_before,
            t.class as class_after,
            coalesce(t.observed, o.observed) as observed,
            o.required as required_before,
            t.required as required_after
          from official o
          full join tried t
            on \(hanging: VerdictKey.isSame("t", "o"))
          where (o.status, o.class) is distinct from (t.status, t.class)
        )
        select
          f.*,
          row_number() over (order by f.ordinal, f.subject_id, f.period, f.class_before, f.class_after)::bigint as number
        from flip f
        """, []))
  }

  private nonisolated(nonsending) func page(
    of indicator: Indicator, _ ordinal: Int, after number: Int, _ language: Language
  ) async throws -> [(number: Int, flip: WhatIfFlip)] {
    let named = SubjectName(of: indicator.subjectKind, subject: "f.subject_id", city: run.city.sqlLiteral, language: language)
    let rows = try await connection.query(
      Statement(
        "what stands otherwise",
        """
        select
          f.number,
          f.subject_id,
          \(named.name) as subject_name,
          f.unit_id,
          u.unit_name,
          f.period,
          f.status_before,
          f.status_after,
          f.class_before,
          f.class_after,
          f.observed::text as observed,
          f.required_before::text as required_before,
          f.required_after::text as required_after
        from \(Self.flipsName) f
        left join units u
          on u.city_code = \(run.city.sqlLiteral)
          and u.unit_id = f.unit_id
        \(named.joins)
        where f.ordinal = \(ordinal)
          and f.number > \(number)
        order by f.number
        limit \(Self.rowsAtOnce)
        """, []))
    return try rows.map { row in
      (
        try row.decode("number"),
        WhatIfFlip(
          indicator: indicator.id, subjectKind: indicator.subjectKind, subjectID: try row.decode("subject_id"),
          subjectName: try row.decode("subject_name"), unitID: try row.decode("unit_id"),
          unitName: try row.decode("unit_name"), period: try row.decode("period"),
          from: try Status(column: "status_before", of: row), to: try Status(column: "status_after", of: row),
          classBefore: try row.decode("class_before"), classAfter: try row.decode("class_after"),
          observed: try row.decode("observed"), requiredBefore: try row.decode("required_before"),
          requiredAfter: try row.decode("required_after"))
      )
    }
  }

  // MARK: Counts

  private nonisolated(nonsending) func counts(of select: String) async throws -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for row in try await connection.query(Statement("flips by indicator", select, [])) {
      counts[try row.decode("ordinal", as: Int.self)] = try row.decode("count", as: Int.self)
    }
    return counts
  }

  /// By ordinal and unit.
  private nonisolated(nonsending) func tallies() async throws -> [Int: [String: Tally]] {
    let rows = try await connection.query(
      Statement(
        "tallies of the what-if",
        """
        select
          r.ordinal,
          coalesce(r.unit_id, '') as unit_id,
          r.status,
          count(*) as count
        from \(Self.tableName) r
        group by
          r.ordinal,
          coalesce(r.unit_id, ''),
          r.status
        """, []))
    var tallies: [Int: [String: Tally]] = [:]
    for row in rows {
      guard let status = Status(rawValue: try row.decode("status")) else { continue }
      let (ordinal, unit): (Int, String) = (try row.decode("ordinal"), try row.decode("unit_id"))
      tallies[ordinal, default: [:]][unit, default: Tally()].add(try row.decode("count"), of: status)
    }
    return tallies
  }

  private nonisolated(nonsending) func officialTallies() async throws -> [Int: [String: Tally]] {
    let rows = try await connection.query(
      Statement(
        "official tallies",
        """
        select
          t.ordinal::integer as ordinal,
          t.unit_id,
          t.met,
          t.unmet,
          t.pending,
          t.at_risk,
          t.exempt,
          t.no_data,
          t.info
        from unit_tallies t
        where t.city_code = $1
          and t.result_set = $2
          and t.ordinal = any ($3::text[]::integer[])
        """, [.text(run.city), .text(run.resultSet), .textArray(ordinals.map(String.init))]))
    var tallies: [Int: [String: Tally]] = [:]
    for row in rows { tallies[try row.decode("ordinal"), default: [:]][try row.decode("unit_id")] = try Tally(row) }
    return tallies
  }
}
