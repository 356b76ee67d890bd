import CadreModel
import Journal
import PolicyKit
import PostgresClient
import Results

/// Judging a city for what it counts to alone.
extension Evaluator {
  /// Carries out a judging of which counts alone are kept. Where an earlier one of the same date is on record, only what has
  /// changed since is judged: as it was, and as it is.
  ///
  /// - Parameters:
  ///   - counted: the run to go on from; nil: all is judged.
  ///   - known: the data of then; nil: all that is stored.
  func count(
    _ work: Judgement, _ run: Run, since counted: Run?, _ known: KnownData?, _ rules: [IndicatorRules], _ store: RunStore,
    _ record: (Run) -> RunRecord
  ) async throws -> Run {
    var run = run
    let counts = CountedResults(connection: store.connection)
    try await counts.begin()
    let changed = try await changes(to: run, since: counted, rules, store)
    if let counted, let changed {
      let again = try await work.recount(run, changed.data, then: changed.known, rulesChanged: changed.rules, into: counts)
      run.resultCount = try await store.saveCounted(record(run), counts.sums(onTopOf: counted, without: again))
      return run
    }
    if let known { try await KnownTables.show(known, on: store.connection) }
    try await work.countAll(run, into: counts)
    run.resultCount = try await store.saveCounted(record(run), counts.sums)
    return run
  }

  /// What lies between two runs.
  private typealias Changed = (data: DataChanges, rules: Set<String>, known: KnownData?)

  /// Nil where it is unknown what has changed since, or how the data were then.
  private func changes(
    to run: Run, since counted: Run?, _ rules: [IndicatorRules], _ store: RunStore
  ) async throws -> Changed? {
    guard let counted, let city = library.city(run.city),
      let changed = try await store.rulesChanged(since: counted, to: rules),
      let data = try await DataChanges(since: counted, on: store.connection)
    else { return nil }
    let known = try await KnownData.find(.importNumber(data.number), of: city, on: store.connection)
    guard try await KnownTables.canShow(known, on: store.connection) else { return nil }
    return (data, changed, known)
  }
}
