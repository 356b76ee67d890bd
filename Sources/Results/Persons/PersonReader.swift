package import CadreModel
import PolicyKit
package import PostgresClient

/// One person as pages name them.
package struct PersonCard: Sendable, Hashable {
  package let id: String
  package let name: String
  /// What the main post is called; nil for a person without one at the date.
  package let post: String?
}

/// Reads all that a run says of one person, whatever its subjects are: posts, talks, leaves, training records.
package struct PersonReader: Sendable {
  private let run: Run
  /// In catalogue order.
  private let indicators: [RunIndicator]
  private let language: Language
  private let connection: PostgresConnection

  /// - Parameter indicators: of the run.
  package init(run: Run, indicators: [RunIndicator], language: Language, connection: PostgresConnection) {
    (self.run, self.indicators, self.language, self.connection) = (run, indicators, language, connection)
  }

  /// Who it is; nil for a person that the city does not have.
  package func card(of person: String) async throws -> PersonCard? {
    let rows = try await connection.query(
      Statement(
        "person and main post",
        """
        with post as (
        \(MainPosts.titles(at: run.asOf, in: run.city.sqlLiteral))
        )
        select
          p.name,
          (select min(post.title) from post where post.person_id = $2) as post
        from persons p
        where p.city_code = $1
          and p.person_id = $2
        """, [.text(run.city), .text(person)]))
    guard let row = rows.first else { return nil }
    return PersonCard(id: person, name: try row.decode("name"), post: try row.decode("post"))
  }

  /// In catalogue order, then by period.
  package func results(of person: String) async throws -> [ResultRow] {
    let byOrdinal = Dictionary(indicators.map { ($0.ordinal, $0) }) { first, _ in first }
    var found: [(ordinal: Int, row: ResultRow)] = []
    // Indicators of one kind of subject are asked for at once.
    for (group, members) in Dictionary(grouping: indicators, by: Group.init) {
      guard let select = select(of: group, members.map(\.ordinal)) else { continue }
      for row in try await connection.query(
        Statement("results of a person: \(group.kind)", select, [.text(run.city), .text(run.resultSet), .text(person)]))
      {
        let ordinal: Int = try row.decode("ordinal")
        guard let entry = byOrdinal[ordinal] else { continue }
        found.append((ordinal, try ResultRow(row, of: entry, language)))
      }
    }
    return found.sorted { left, right in
      (left.ordinal, left.row.period, left.row.subjectID, left.row.class?.code ?? "")
        < (right.ordinal, right.row.period, right.row.subjectID, right.row.class?.code ?? "")
    }.map(\.row)
  }

  /// Indicators whose subjects and amounts are written alike.
  private struct Group: Hashable {
    let kind: String
    let isFraction: Bool

    init(_ entry: RunIndicator) {
      kind = entry.indicator.subjectKind
      isFraction = entry.indicator.measure.isFraction
    }
  }

  /// Nil for a kind of subjects that are no persons'.
  private func select(of group: Group, _ ordinals: [Int]) -> String? {
    guard let person = PersonOfSubject(of: group.kind, city: "$1") else { return nil }
    let name = SubjectName(of: group.kind, subject: "r.subject_id", city: "$1", language: language)
    func amount(_ column: String) -> String {
      "\(group.isFraction ? "round(r.\(column), 4)" : "trim_scale(r.\(column))")::text as \(column)"
    }
    return """
      select
        r.ordinal,
        r.subject_id,
        \(name.name) as subject_name,
        r.unit_id,
        u.unit_name,
        r.period,
        r.status,
        r.class,
        \(amount("observed")),
        \(amount("required")),
        r.due_on::text as due_on,
        r.reason,
        r.detail
      from (
        select r.*
        from results r
        \(person.joins)
        where r.city_code = $1
          and r.result_set = $2
          and r.ordinal in (\(ordinals.map(String.init).joined(separator: ", ")))
          and \(person.id) = $3
      ) r
      left join units u
        on u.city_code = $1
        and u.unit_id = r.unit_id
      \(name.joins)
      """
  }
}
