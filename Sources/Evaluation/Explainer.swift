public import CadreModel
import DataContract
public import Journal
public import PolicyKit
public import PostgresClient
import Results

/// Opens one result down to the rows that made it.
public struct Explainer: Sendable {
  public let library: PolicyLibrary

  public init(library: PolicyLibrary) {
    self.library = library
  }

  /// Judges one indicator again, from the present data or those of then, and shows one subject of it.
  ///
  /// - Parameters:
  ///   - known: up to when what was handed in counts; nil: all of it.
  ///   - language: the language of names that exist in both, such as the city's.
  /// - Throws: `EvaluationError` for an unknown indicator, city or subject, or a date before the policy is in effect;
  ///   `KnownError`, `PostgresError`.
  public func explain(
    indicator id: String, subject: String, city code: String, asOf: Day, known: KnownAsOf? = nil, language: Language = .chinese,
    on connection: PostgresConnection
  ) async throws -> Explanation {
    guard
      let policy = library.policies.first(where: { $0.indicator(id) != nil }), let indicator = policy.indicator(id),
      let article = policy.article(of: indicator)
    else {
      throw EvaluationError.unknownIndicator(id, nearest: library.indicators(like: id))
    }
    guard let city = library.city(code) else {
      throw EvaluationError.unknownCity(code, known: library.cities.map(\.code))
    }
    guard let judging = policy.judging(asOf: asOf, purpose: .explanation) else {
      throw EvaluationError.notInEffect(policy: policy.code, from: policy.configuration.effectiveOn, asOf: asOf)
    }
    let data = ExplainedData(city: city, knownAsOf: known, connection: connection)
    let (verdicts, besides) = try await verdicts(of: indicator, subject: subject, judging, language, in: data)
    var explanation = Explanation(
      city: city, policy: policy, article: article, indicator: indicator, asOf: asOf,
      parameters: policy.parameters(of: indicator).compactMap { parameter in
        parameter.value(on: asOf).map { Explanation.ParameterInForce(parameter: parameter, value: $0) }
      },
      verdicts: verdicts)
    explanation.besides = besides
    explanation.tablesNeverReceived = try await neverReceived(indicator.tables, in: data)
    if verdicts.isEmpty {
      let siblings = article.indicators.filter { $0.id != id && $0.subjectKind == indicator.subjectKind }
      guard
        let found = try await data.read({ connection, _ in
          try await absence(of: subject, kind: indicator.subjectKind, city: code, asOf, on: connection)
        })
      else { throw EvaluationError.noSuchSubject(subject, indicator: id, city: code, asOf: asOf) }
      explanation.absences = found.absences
      explanation.factsOfAbsent = found.facts
      if explanation.absences.isEmpty {
        for sibling in siblings {
          let judged = try await self.verdicts(of: sibling, subject: subject, judging, language, in: data)
          if !judged.verdicts.isEmpty {
            explanation.absences.append(.judgedBy(id: sibling.id, title: sibling.title))
          }
        }
        if explanation.absences.isEmpty { explanation.absences = [.outsidePopulation] }
      }
    }
    return explanation
  }

  private func absence(
    of subject: String, kind: String, city: String, _ asOf: Day, on connection: PostgresConnection
  ) async throws -> (absences: [Absence], facts: [Explanation.Fact])? {
    let reader = AbsenceReader(city: city, asOf: asOf, connection: connection)
    guard let found = try await reader.read(subject, kind: kind) else { return nil }
    return (found.absences, try await FactReader(city: city, connection: connection).read(found.facts))
  }

  /// Of these tables the ones that the city has never handed in.
  private func neverReceived(_ tables: [TableName], in data: ExplainedData) async throws -> [Label] {
    guard !tables.isEmpty else { return [] }
    return try await data.read { connection, known in
      let rows = try await connection.query(
        Statement(
          "tables never received",
          """
          \(hanging: ReceivedTables.select(known))
          \(tables.map { "union\nselect '\($0.rawValue)' where exists (select from \($0.rawValue) t where t.city_code = $1)" }.joined(separator: "\n"))
          """, [.text(data.city.code)]))
      let received = Set(try rows.map { try $0.decode("table_name", as: String.self) })
      return tables.filter { !received.contains($0.rawValue) }.map { Label(Table[$0].label, $0.rawValue) }
    }
  }

  private func verdicts(
    of indicator: Indicator, subject: String, _ judging: Judging, _ language: Language, in data: ExplainedData
  ) async throws -> (verdicts: [Explanation.Verdict], besides: [Explanation.Beside]) {
    let city = data.city.code
    let judging = indicator.beside == nil ? judging.of(indicator.extentOfSubject) : judging
    let select = try indicator.select(for: judging)
    let aside = try indicator.beside?.select(for: indicator, in: judging)
    let needs = NeedsReader(try Snapshot.steps(for: judging)).needs(of: select + "\n" + (aside ?? ""))
    // The snapshot's tables are dropped with the transaction; nothing else is written.
    let subjectName = SubjectName(
      of: indicator.subjectKind, subject: "judged_rows.subject_id", city: "$1", language: language)
    return try await data.read { connection, _ in
      if let touched = judging.touched {
        try await touched.makeList(of: [subject], on: connection)
      }
      try await SnapshotTables.create(needs.snapshot, for: judging, city: city, on: connection)
      let rows = try await connection.query(
        Statement(
          "explain \(indicator.id)",
          """
          select
            judged_rows.subject_id,
            \(subjectName.name) as subject_name,
            judged_rows.unit_id,
            u.unit_name,
            judged_rows.period,
            judged_rows.status,
            judged_rows.class,
            judged_rows.observed::text as observed,
            judged_rows.required::text as required,
            judged_rows.due_on::text as due_on,
            judged_rows.reason,
            judged_rows.detail,
            coalesce(judged_rows.evidence, '{}') as evidence
          from (
          \(select)
          ) judged_rows
          left join units u
            on u.city_code = $1
            and u.unit_id = judged_rows.unit_id
          \(subjectName.joins)
          where judged_rows.subject_id = $2
            and $1 is not null
          order by
            judged_rows.period collate "C",
            judged_rows.class collate "C"
          """, [.text(city), .text(subject)]))
      let facts = FactReader(city: city, connection: connection)
      var verdicts: [Explanation.Verdict] = []
      for row in rows {
        let evidence: [String] = try row.decode("evidence")
        verdicts.append(
          Explanation.Verdict(
            subjectID: try row.decode("subject_id"), subjectName: try row.decode("subject_name"),
            unitID: try row.decode("unit_id"), unitName: try row.decode("unit_name"),
            period: try row.decode("period"),
            status: Status(rawValue: try row.decode("status")) ?? .noData, class: try row.decode("class"),
            observed: try row.decode("observed"), required: try row.decode("required"),
            dueOn: try row.decode("due_on", as: String?.self).flatMap { Day($0) },
            reason: try row.decode("reason", as: String?.self).flatMap(Reason.init(rawValue:)),
            detail: try row.decode("detail"), facts: try await facts.read(evidence)))
      }
      guard let aside, let beside = indicator.beside, !verdicts.isEmpty else { return (verdicts, []) }
      let entries = try await connection.query(
        Statement("beside \(indicator.id)", aside, [.text(city), .text(subject)]))
      guard let first = entries.first else { return (verdicts, []) }
      return (
        verdicts,
        [
          Explanation.Beside(
            heading: beside.heading,
            entries: try entries.map { row in
              Explanation.Beside.Entry(
                place: try row.decode("place"), id: try row.decode("id"), name: try row.decode("name"),
                amount: try row.decode("amount"), isSubject: try row.decode("is_subject"))
            }, total: try first.decode("total", as: Int.self))
        ]
      )
    }
  }
}

/// Ends a transaction that was read in, so that nothing is left of it.
private struct Read: Error {}

/// What is explained from: a city's data, all that is stored or as they were known then.
private struct ExplainedData {
  let city: City
  let knownAsOf: KnownAsOf?
  let connection: PostgresConnection

  /// Runs `body` in a transaction that sees these data.
  ///
  /// - Parameter body: gets the import after which the data are taken, too; nil where they are all that is stored.
  nonisolated(nonsending) func read<T>(
    _ body: nonisolated(nonsending) (PostgresConnection, KnownData?) async throws -> T
  ) async throws -> T {
    var value: T?
    do {
      try await connection.withTransaction(about: city.code, .repeatableRead) { connection in
        let known = try await KnownData.find(knownAsOf, of: city, on: connection)
        if let known { try await KnownTables.show(known, on: connection) }
        value = try await body(connection, known)
        // Its own tables go, also inside a transaction of the caller's, which would keep them for the next reading.
        throw Read()
      }
    } catch is Read {}
    guard let value else { throw CancellationError() }
    return value
  }
}
