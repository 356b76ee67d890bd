import PostgresClient
import Results

/// How judging again changes the tallies: gathered in a temporary table by indicator and unit, then added to the stored
/// counts.
struct TallyChanges {
  let run: Run
  let connection: PostgresConnection

  static let table = "tally_change"
  private static let counts = StatusCounts.columns

  func begin() async throws {
    let columns = Self.counts.map { "  \($0) bigint not null" }
    try await connection.execute(
      Statement(
        "make tally changes",
        """
        create temporary table \(Self.table) (
          ordinal integer not null,
          unit_id text not null,
          digest numeric not null,
        \(columns.joined(separator: ",\n"))
        ) on commit drop
        """, []))
  }

  /// The `insert` that notes how counts change when old results are removed and new ones come in their place.
  ///
  /// - Parameters:
  ///   - lost, gained: relations with `unit_id`, `status` and `digest`, the result's hash.
  static func note(ordinal: Int, lost: String, gained: String) -> String {
    let digest = "coalesce(sum(m.sign * m.digest), 0)"
    let sums = StatusCounts.sums(of: "sign", in: "m") + [digest]
    return """
      insert into \(table) (ordinal, unit_id, \(counts.joined(separator: ", ")), digest)
      select
        \(ordinal),
        coalesce(m.unit_id, ''),
        \(sums.joined(separator: ",\n  "))
      from (
        select -1 as sign, l.unit_id, l.status, l.digest from \(lost) l
        union all
        select 1 as sign, g.unit_id, g.status, g.digest from \(gained) g
      ) m
      group by coalesce(m.unit_id, '')
      having (\(sums.joined(separator: ", "))) is distinct from (\(sums.map { _ in "0" }.joined(separator: ", ")))
      """
  }

  /// Brings the stored counts up to date.
  ///
  /// - Returns: how many more results there are now than before.
  func store() async throws -> Int {
    let city = Parameter.text(run.city)
    let growth = try await connection.query(
      Statement(
        "growth",
        """
        select coalesce(sum(\(Self.counts.map { "c.\($0)" }.joined(separator: " + "))), 0)::bigint as growth
        from \(Self.table) c
        """, [])
    ).first?.decode("growth", as: Int.self)
    try await connection.execute(Statement("analyze tally changes", "analyze \(Self.table)", []))
    try await connection.execute(
      Statement(
        "store tally changes",
        """
        insert into unit_tallies as t (
          city_code, result_set, ordinal, unit_id, \(Self.counts.joined(separator: ", ")), digest
        )
        select
          $1,
          $2,
          c.ordinal,
          c.unit_id,
          \(Self.counts.map { "c.\($0)" }.joined(separator: ",\n  ")),
          c.digest
        from \(Self.table) c
        on conflict (city_code, result_set, ordinal, unit_id) do update set
          \((Self.counts + ["digest"]).map { "\($0) = t.\($0) + excluded.\($0)" }.joined(separator: ",\n  "))
        """, [city, .text(run.resultSet)]))
    // A unit without results has no counts.
    try await connection.execute(
      Statement(
        "forget empty tallies",
        """
        delete from unit_tallies t
        using \(Self.table) c
        where t.city_code = $1
          and t.result_set = $2
          and t.ordinal = c.ordinal
          and t.unit_id = c.unit_id
          and \(Self.counts.map { "t.\($0)" }.joined(separator: " + ")) = 0
        """, [city, .text(run.resultSet)]))
    return growth ?? 0
  }
}
