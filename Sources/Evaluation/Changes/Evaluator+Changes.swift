import CadreModel
import Journal
public import PolicyKit
public import PostgresClient
public import Results

extension Evaluator {
  /// Compares two states of a city result by result, for `body` to read which stand otherwise and why.
  ///
  /// Between the two lie up to four steps: other rules, other data, other values of dated parameters, the passing of time. Each
  /// step that can have changed anything is judged, for the indicators alone that have results which stand otherwise and can
  /// have been changed by it, into a temporary table that ends with the transaction.
  ///
  /// - Parameters:
  ///   - from: the earlier side. Where it says nothing of what was known, and a run of its date is stored, it is that run as it
  ///     stands: what was reported.
  ///   - to: the later side, not before the other one's day.
  ///   - body: reads within the transaction.
  /// - Throws: `EvaluationError`, `KnownError`, `ResultsError.replaced`, `RenderingError`, `PostgresError`, what `body` throws.
  public nonisolated(nonsending) func changes<T>(
    of city: CityUnderPolicy, from: ComparedSide, to: ComparedSide, on connection: PostgresConnection,
    reading body: nonisolated(nonsending) (ChangesReader) async throws -> T
  ) async throws -> T {
    try await againWhereReplaced { _ in
      let plan = try await plan(of: city, from: from, to: to, on: connection)
      return try await connection.withResults(of: plan.runs, in: city.city.code, .repeatableRead) { connection in
        try await body(try await compare(plan, to: to, on: connection))
      }
    }
  }

  // MARK: What is compared

  private nonisolated(nonsending) func plan(
    of city: CityUnderPolicy, from: ComparedSide, to: ComparedSide, on connection: PostgresConnection
  ) async throws -> ChangesPlan {
    let after = try await judged(city, to, on: connection)
    try to.expect(after)
    let stored = try await stored(city, from, on: connection)
    let before: Run
    if let stored { before = stored.run } else { before = try await judged(city, from, on: connection) }
    try from.expect(before)
    var plan = try await connection.withTransaction(about: city.city.code, .snapshot) { connection in
      let numbers = ImportNumbers(connection: connection)
      let (first, last) = (try await numbers.number(of: before), try await numbers.number(of: after))
      return ChangesPlan(
        city: city, before: before, after: after, imports: (first, last),
        beforeIsNewest: try await numbers.isNewest(first, of: before.city), rulesChanged: stored?.rulesChanged ?? [])
    }
    if !plan.rulesChanged.isEmpty, !plan.beforeIsNewest, let number = plan.imports.before {
      plan.underRules = try await judged(city, ComparedSide(asOf: from.asOf, known: .importNumber(number)), on: connection)
    }
    if !plan.isOfOneData, !plan.isOfOneDay, let number = after.knownAsOf {
      plan.withData = try await judged(city, ComparedSide(asOf: from.asOf, known: .importNumber(number)), on: connection)
    }
    return plan
  }

  private nonisolated(nonsending) func judged(
    _ city: CityUnderPolicy, _ side: ComparedSide, on connection: PostgresConnection
  ) async throws -> Run {
    guard let run = try await evaluate(EvaluationJob(city, asOf: side.asOf, known: side.known), on: connection) else {
      throw EvaluationError.notInEffect(policy: city.policy.code, from: city.since, asOf: side.asOf)
    }
    return run
  }

  /// The run that the earlier side is as it was stored; nil where it has to be judged.
  private nonisolated(nonsending) func stored(
    _ city: CityUnderPolicy, _ side: ComparedSide, on connection: PostgresConnection
  ) async throws -> (run: Run, rulesChanged: Set<String>)? {
    guard side.known == nil || side.run != nil, let stored = try await reported(city, asOf: side.asOf, on: connection) else {
      return nil
    }
    return side.run.map(stored.run.findsTheSame) ?? true ? stored : nil
  }

  /// The run of a date that is stored, as it stands; with the indicators whose rules are others by now. Nil where there is
  /// none, where it judged another list of indicators, or where it is unknown which data it has seen.
  private nonisolated(nonsending) func reported(
    _ city: CityUnderPolicy, asOf: Day, on connection: PostgresConnection
  ) async throws -> (run: Run, rulesChanged: Set<String>)? {
    guard city.isInForce(on: asOf), let judging = city.policy.judging(asOf: asOf) else { return nil }
    return try await connection.withTransaction(about: city.city.code, .snapshot) { connection in
      let store = RunStore(connection: connection)
      guard
        let run = try await store.reader.latest(
          city: city.city.code, policy: city.policy.code, scenario: library.scenario(of: city.policy.code), asOf: asOf)
      else { return nil }
      let basis = try await basis(of: EvaluationJob(city, asOf: asOf), judging, nil, on: connection)
      guard let changed = try await store.rulesChanged(since: run, to: basis.rules) else { return nil }
      let number = try await ImportNumbers(connection: connection).number(of: run)
      return number == nil && run.watermark != basis.watermark ? nil : (run, changed)
    }
  }

  // MARK: Comparing

  private nonisolated(nonsending) func compare(
    _ plan: ChangesPlan, to: ComparedSide, on connection: PostgresConnection
  ) async throws -> ChangesReader {
    let (city, run) = (plan.city, plan.after)
    let job = EvaluationJob(city, asOf: to.asOf, known: to.known)
    guard let judging = city.policy.judging(asOf: run.asOf), let earlier = city.policy.judging(asOf: plan.before.asOf) else {
      throw EvaluationError.notInEffect(policy: city.policy.code, from: city.since, asOf: plan.before.asOf)
    }
    let known = try await known(of: job, on: connection)
    // What came in since it was judged would look like a work of time.
    try await expectCurrent(run, of: job, judging, known, on: connection)

    let tables = FlipTables(city: city, before: plan.before, after: run, connection: connection)
    let ordinals = try await tables.find()
    let statements = try city.policy.statements(for: earlier).enumerated()
      .map { (ordinal: $0 + 1, statement: $1) }.filter { ordinals.contains($0.ordinal) }
    let changed = try await ChangedTables(between: plan.imports, of: run.city, on: connection)
    let read = statements.map { TablesRead(ordinal: $0.ordinal, tables: $0.statement.needs.tables) }
    let steps = try await steps(plan, statements, earlier, changed, known, on: connection)
    try await tables.attribute(steps, isOfOneData: plan.isOfOneData)
    try await ChangedRowTables(tables: tables, changed: changed, read: read).find()
    return ChangesReader(tables: tables, changed: changed)
  }

  /// Judges what lies between the two sides, a step after the other.
  private nonisolated(nonsending) func steps(
    _ plan: ChangesPlan, _ statements: [JudgedAside.Numbered], _ earlier: Judging, _ changed: ChangedTables,
    _ known: KnownData?, on connection: PostgresConnection
  ) async throws -> [ChangeStep] {
    var steps: [ChangeStep] = []
    let ofOtherRules = statements.filter { plan.rulesChanged.contains($0.statement.indicator.id) }
    steps += try await step(.rules, ofOtherRules, earlier, of: plan.underRules, plan.after.city, on: connection)
    // Of one day the second side is what the data have made of the first.
    guard !plan.isOfOneDay else { return steps }
    if !plan.isOfOneData {
      // Where it is unknown which tables have changed, any may have.
      let touched = statements.filter { changed.isUnknown || !$0.statement.needs.tables.isDisjoint(with: changed.names) }
      steps += try await step(.data, touched, earlier, of: plan.withData, plan.after.city, on: connection)
    }
    let policy = plan.city.policy
    guard !policy.configuration.parameters(between: plan.before.asOf, and: plan.after.asOf).isEmpty,
      let judging = policy.holding(valuesOf: plan.after.asOf).judging(asOf: plan.before.asOf)
    else { return steps }
    let held = try policy.holding(valuesOf: plan.after.asOf).statements(for: judging)
    let others = statements.compactMap { ordinal, statement -> JudgedAside.Numbered? in
      let other = held[ordinal - 1]
      return other.rules == statement.rules ? nil : (ordinal, other)
    }
    if !others.isEmpty, let known { try await KnownTables.show(known, on: connection) }
    steps += try await step(.parameters, others, judging, of: nil, plan.after.city, on: connection)
    return steps
  }

  /// - Parameter run: the stored run that holds what was judged; nil: it is judged now.
  /// - Returns: the step; nothing where there is nothing to judge.
  private nonisolated(nonsending) func step(
    _ kind: ChangeStep.Kind, _ statements: [JudgedAside.Numbered], _ judging: Judging, of run: Run?, _ city: String,
    on connection: PostgresConnection
  ) async throws -> [ChangeStep] {
    guard !statements.isEmpty else { return [] }
    if run == nil {
      let aside = JudgedAside(
        city: city, table: ChangeStep.table, columns: ChangeStep.columns, mark: ("step", kind.rawValue.sqlLiteral),
        connection: connection)
      try await aside.judge(statements, judging)
    }
    return [ChangeStep(kind: kind, ordinals: statements.map(\.ordinal), run: run)]
  }
}
