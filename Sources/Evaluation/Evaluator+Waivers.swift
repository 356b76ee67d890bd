import CadreModel
import Journal
import PolicyKit
public import PostgresClient
public import Results

extension Evaluator {
  /// Judges those whom waivers exempt in a run once more, as though there were no waivers. Nothing of it is stored.
  ///
  /// - Returns: a verdict for each result of the run that is waived; none where none is.
  /// - Throws: `ResultsError.replaced` where the data or the rules are no longer the run's; `EvaluationError`, `RenderingError`,
  ///   `PostgresError`.
  public nonisolated(nonsending) func withoutWaivers(
    _ judged: JudgedCity, on connection: PostgresConnection
  ) async throws -> [WaivedResult] {
    let run = judged.run
    guard let judging = judged.policy.judging(asOf: run.asOf) else { return [] }
    // Temporary tables are made: the transaction has to be one that writes.
    return try await connection.withResults(of: [run], in: run.city, .repeatableRead) { connection in
      let waived = try await waivedSubjects(of: run, on: connection)
      guard !waived.isEmpty else { return [] }
      let known = try await KnownData.find(run.knownAsOf.map(KnownAsOf.importNumber), of: judged.city, on: connection)
      let job = EvaluationJob(judged.under, asOf: run.asOf)
      try await expectCurrent(run, of: job, judging, known, on: connection)
      try await Self.useSettings(on: connection)
      if let known { try await KnownTables.show(known, on: connection) }
      return try await judge(waived, of: judged, judging, on: connection)
    }
  }

  private typealias WaivedSubjects = (ordinal: Int, subjects: [String])

  private nonisolated(nonsending) func waivedSubjects(
    of run: Run, on connection: PostgresConnection
  ) async throws -> [WaivedSubjects] {
    try await connection.query(
      Statement(
        "who is waived",
        """
        select
          r.ordinal::integer as ordinal,
          array_agg(distinct r.subject_id) as subjects
        from results r
        where r.city_code = $1
          and r.result_set = $2
          and r.status = 'exempt'
          and r.reason = 'waived'
        group by r.ordinal
        order by r.ordinal
        """, [.text(run.city), .text(run.resultSet)])
    ).map { (try $0.decode("ordinal"), try $0.decode("subjects")) }
  }

  /// Of each indicator only the facts of those who are waived are read, where its reach allows that.
  private nonisolated(nonsending) func judge(
    _ waived: [WaivedSubjects], of judged: JudgedCity, _ judging: Judging, on connection: PostgresConnection
  ) async throws -> [WaivedResult] {
    var found: [WaivedResult] = []
    let indicators = judged.policy.indicators
    for extent in [Judging.Extent.city, .touchedPersons, .touchedUnits] {
      let members = waived.filter { indicators[$0.ordinal - 1].extentOfSubject == extent }
      if members.isEmpty { continue }
      let judging = judging.of(extent)
      if let touched = judging.touched {
        try await touched.makeList(of: Array(Set(members.flatMap(\.subjects))), on: connection)
      }
      let reader = NeedsReader(try Snapshot.steps(for: judging))
      var selects: [(WaivedSubjects, String)] = []
      for member in members {
        let indicator = indicators[member.ordinal - 1]
        selects.append((member, try indicator.rule.judged(in: Scope(judging: judging, indicator: indicator.name))))
      }
      let needed = selects.reduce(into: Set<String>()) { $0.formUnion(reader.needs(of: $1.1).snapshot) }
      try await SnapshotTables.create(needed, for: judging, city: judged.city.code, on: connection)
      for (member, select) in selects { found += try await results(of: member, select, judged.city.code, on: connection) }
      try await SnapshotTables.drop(needed, on: connection)
    }
    return found
  }

  private nonisolated(nonsending) func results(
    of member: WaivedSubjects, _ select: String, _ city: String, on connection: PostgresConnection
  ) async throws -> [WaivedResult] {
    let rows = try await connection.query(
      Statement(
        "judge without waivers",
        """
        select
          j.subject_id,
          j.period,
          coalesce(j.class, '') as class,
          j.status,
          trim_scale(j.observed)::text as observed,
          trim_scale(j.required)::text as required,
          j.due_on::text as due_on,
          j.reason,
          j.detail
        from (
        \(select)
        ) j
        where j.subject_id = any ($2)
          and j.status not in ('info', 'exempt')
          and $1::text is not null
        """, [.text(city), .textArray(member.subjects)]))
    return try rows.map { row in
      WaivedResult(
        key: WaivedResult.Key(
          ordinal: member.ordinal, subject: try row.decode("subject_id"), period: try row.decode("period"),
          class: try row.decode("class")),
        status: Status(rawValue: try row.decode("status")) ?? .noData,
        reason: try row.decode("reason", as: String?.self).flatMap(Reason.init(rawValue:)),
        values: ResultValues(
          observed: try row.decode("observed"), required: try row.decode("required"),
          dueOn: try row.decode("due_on", as: String?.self).flatMap { Day($0) }, detail: try row.decode("detail")))
    }
  }
}
