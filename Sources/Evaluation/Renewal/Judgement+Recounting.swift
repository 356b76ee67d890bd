import CadreModel
import Journal
import PolicyKit
import PostgresClient
import Results

/// Counts brought up to date where no results are stored: of those whom changes name, the results of then are judged once more
/// and taken off, and the results of now are put on top.
extension Judgement {
  /// - Parameters:
  ///   - known: the data of then; nil where none have changed since.
  ///   - rulesChanged: indicators whose rules digest has changed: all their subjects are judged again.
  /// - Returns: the indicators of which all subjects were judged again: their counts of then no longer hold.
  func recount(
    _ run: Run, _ changes: DataChanges, then known: KnownData?, rulesChanged: Set<String>, into counts: CountedResults
  ) async throws -> [Int] {
    let stale = try staleIndicators(changes, rulesChanged)
    let whole = stale.filter { $0.extent == .city }
    try await count(whole, 1, .city, run, into: counts)
    let touched = [Judging.Extent.touchedPersons, .touchedUnits].map { extent in
      (extent: extent, indicators: stale.filter { $0.extent == extent })
    }.filter { !$0.indicators.isEmpty }
    guard !touched.isEmpty else { return whole.map(\.ordinal) }
    try await changes.listWithdrawn(on: connection)
    try await planForFew()
    for (extent, indicators) in touched {
      guard let subjects = SubjectsJudgedAgain(extent) else { continue }
      try await changes.makeList(
        of: subjects, for: try indicators.map { try sight($0, of: subjects, hasResults: false) }, run, on: connection)
      try await count(indicators, 1, extent, run, into: counts)
    }
    // Only now: all that follows in this transaction sees the data of then.
    if let known { try await KnownTables.show(known, on: connection) }
    for (extent, indicators) in touched { try await count(indicators, -1, extent, run, into: counts) }
    return whole.map(\.ordinal)
  }

  private func count(
    _ indicators: [StaleIndicator], _ sign: Int, _ extent: Judging.Extent, _ run: Run, into counts: CountedResults
  ) async throws {
    guard !indicators.isEmpty else { return }
    let needed = indicators.reduce(into: Set<String>()) { $0.formUnion($1.needs.snapshot) }
    try await SnapshotTables.create(needed, for: judging.of(extent), city: run.city, on: connection)
    for (done, entry) in indicators.enumerated() {
      let judging = judging.of(extent, ofIndicator: entry.ordinal)
      try await counts.add(
        sign, entry.ordinal, entry.indicator.id, try entry.indicator.select(for: judging),
        of: judging.touched?.subjects(of: entry.indicator), in: run.city)
      progress(EvaluationStep(indicator: entry.indicator.id, done: done + 1, all: indicators.count))
    }
    try await SnapshotTables.drop(needed, on: connection)
  }
}
