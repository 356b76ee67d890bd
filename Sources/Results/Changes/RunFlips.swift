package import CadreModel
package import PolicyKit
package import PostgresClient

/// One result that stands otherwise in a later run than in an earlier one.
package struct RunFlip: Sendable {
  package let indicator: Indicator
  package let article: Article
  package let subject: String
  package let subjectName: String?
  package let unitName: String?
  package let period: String
  /// Nil where the subject was not judged.
  package let before: Status?
  package let after: Status?
}

/// Compares two runs of a city as they are stored: which subjects stand otherwise, without asking why.
package struct RunFlipReader: Sendable {
  private let before: Run
  private let after: Run
  private let pairs: [(before: RunIndicator, after: RunIndicator)]
  private let language: Language
  private let connection: PostgresConnection

  /// Within a transaction that reads both runs.
  package init(
    before: (run: Run, indicators: [RunIndicator]), after: (run: Run, indicators: [RunIndicator]), language: Language,
    connection: PostgresConnection
  ) {
    (self.before, self.after) = (before.run, after.run)
    (self.language, self.connection) = (language, connection)
    let earlier = Dictionary(before.indicators.map { ($0.indicator.id, $0) }) { first, _ in first }
    pairs = after.indicators.compactMap { entry in
      guard !entry.indicator.isStatistic else { return nil }
      return earlier[entry.indicator.id].map { (before: $0, after: entry) }
    }
  }

  /// How many stand otherwise, indicator by indicator, and from what to what.
  package func counts() async throws -> [(indicator: RunIndicator, moves: [(before: Status?, after: Status?, count: Int)])] {
    var found: [(indicator: RunIndicator, moves: [(before: Status?, after: Status?, count: Int)])] = []
    for pair in pairs {
      let rows = try await connection.query(
        Statement(
          "flips of \(pair.after.indicator.id)",
          """
          select
            f.status_before,
            f.status_after,
            count(*) as count
          from (
          \(select(pair))
          ) f
          group by
            f.status_before,
            f.status_after
          order by
            count(*) desc,
            f.status_before,
            f.status_after
          """, [.text(after.city)]))
      guard !rows.isEmpty else { continue }
      found.append(
        (
          pair.after,
          try rows.map { row in
            (
              before: try row.decode("status_before", as: String?.self).flatMap(Status.init(rawValue:)),
              after: try row.decode("status_after", as: String?.self).flatMap(Status.init(rawValue:)),
              count: try row.decode("count", as: Int.self)
            )
          }
        ))
    }
    return found
  }

  /// Those of one indicator, by subject.
  ///
  /// - Parameter limit: at most so many.
  package func flips(of indicator: String, limit: Int) async throws -> [RunFlip] {
    guard let pair = pairs.first(where: { $0.after.indicator.id == indicator }) else { return [] }
    let name = SubjectName(of: pair.after.indicator.subjectKind, subject: "r.subject_id", city: "$1", language: language)
    let rows = try await connection.query(
      Statement(
        "subjects that flipped in \(indicator)",
        """
        select
          r.subject_id,
          \(name.name) as subject_name,
          u.unit_name,
          r.period,
          r.status_before,
          r.status_after
        from (
          select f.*
          from (
          \(select(pair))
          ) f
          order by
            f.subject_id collate "C",
            f.period collate "C"
          limit \(limit)
        ) r
        left join units u
          on u.city_code = $1
          and u.unit_id = r.unit_id
        \(name.joins)
        order by
          r.subject_id collate "C",
          r.period collate "C"
        """, [.text(after.city)]))
    return try rows.map { row in
      RunFlip(
        indicator: pair.after.indicator, article: pair.after.article, subject: try row.decode("subject_id"),
        subjectName: try row.decode("subject_name"), unitName: try row.decode("unit_name"), period: try row.decode("period"),
        before: try row.decode("status_before", as: String?.self).flatMap(Status.init(rawValue:)),
        after: try row.decode("status_after", as: String?.self).flatMap(Status.init(rawValue:)))
    }
  }

  private func select(_ pair: (before: RunIndicator, after: RunIndicator)) -> String {
    func side(_ run: Run, _ ordinal: Int) -> String {
      """
      select
        r.subject_id,
        r.period,
        coalesce(r.class, '') as class,
        r.unit_id,
        r.status
      from results r
      where r.city_code = $1
        and r.result_set = \(run.resultSet.sqlLiteral)
        and r.ordinal = \(ordinal)
      """
    }
    return """
      select
        subject_id,
        period,
        coalesce(a.unit_id, b.unit_id) as unit_id,
        b.status as status_before,
        a.status as status_after
      from (
      \(side(before, pair.before.ordinal))
      ) b
      full join (
      \(side(after, pair.after.ordinal))
      ) a using (subject_id, period, class)
      where a.status is distinct from b.status
      """
  }
}
