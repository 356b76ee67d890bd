public import CadreModel
import Messages

/// How often rows of a city say something against each other, kind by kind.
public struct ContradictionCount: Sendable, Hashable {
  /// The kind's code.
  public let kind: String
  /// What an officer calls it.
  public let label: Label
  public let count: Int

  public init(kind: String, label: Label, count: Int) {
    self.kind = kind
    self.label = label
    self.count = count
  }
}

/// What the reader of a report should know before the figures.
public enum ReportWarning: Sendable, Hashable {
  /// The as-of date has not come yet.
  case asOfInFuture(Day)
  /// Nothing is on record of the days before the as-of date.
  case asOfAfterNewestFact(Day, newest: Day)
  case contradictions(ContradictionCount)
  /// The data are those of then, not all that is stored.
  case knownAsOf(importNumber: Int)

  /// The kind's code, for machines.
  public var kind: String {
    switch self {
    case .asOfInFuture: "as_of_in_future"
    case .asOfAfterNewestFact: "as_of_after_newest_fact"
    case .contradictions(let entry): entry.kind
    case .knownAsOf: "known_as_of"
    }
  }

  /// How many rows it is about, where it is about rows.
  public var count: Int? {
    if case .contradictions(let entry) = self { entry.count } else { nil }
  }

  /// A sentence.
  public var text: Label {
    switch self {
    case .asOfInFuture(let asOf):
      ReportWarningMessages.asOfInFuture(asOf)
    case .asOfAfterNewestFact(let asOf, let newest):
      ReportWarningMessages.asOfAfterNewestFact(asOf, newest: newest)
    case .contradictions(let entry):
      ReportWarningMessages.contradictions(entry.label, count: entry.count)
    case .knownAsOf(let number):
      ReportWarningMessages.knownAsOf(importNumber: number)
    }
  }
}

extension CityFigures {
  /// What the reader should know before the figures.
  public var warnings: [ReportWarning] {
    var warnings: [ReportWarning] = run.knownAsOf.map { [.knownAsOf(importNumber: $0)] } ?? []
    if run.asOf > today {
      warnings.append(.asOfInFuture(run.asOf))
    }
    if let newestFact, run.asOf > newestFact {
      warnings.append(.asOfAfterNewestFact(run.asOf, newest: newestFact))
    }
    return warnings + contradictions.filter { $0.count > 0 }.map(ReportWarning.contradictions)
  }

  /// The same, each with the city's name.
  package var namedWarnings: [Label] {
    warnings.map { ReportWords.of(city, $0.text) }
  }
}
