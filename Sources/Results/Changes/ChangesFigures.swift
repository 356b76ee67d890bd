public import CadreModel
public import PolicyKit

/// Two states of a city beside each other, indicator by indicator, and what made the second one of the first.
public struct ChangesFigures: Sendable {
  public let city: CityUnderPolicy
  public let before: Run
  public let after: Run
  /// The imports that both have seen last; nil where that is not known.
  public let imports: (before: Int?, after: Int?)
  /// Parameters with another value on the second day, each as `from → to`.
  public let parameters: [Parameter]
  /// All with a verdict, in catalogue order.
  public let indicators: [Indicators]

  /// A dated parameter that has changed between the two days.
  public struct Parameter: Sendable {
    public let name: String
    public let title: Label
    public let before: String
    public let after: String
  }

  /// One indicator.
  public struct Indicators: Sendable {
    public let article: Article
    public let indicator: Indicator
    public let before: Tally
    public let after: Tally
    /// Each that there is, in their order: together they are the difference.
    public let causes: [Cause]
    let isComplete: Bool

    public var rateBefore: Rate? { isComplete ? before.compliance : nil }
    public var rateAfter: Rate? { isComplete ? after.compliance : nil }
    /// Nil where one of the two is.
    public var change: Rate? { rateBefore.flatMap { rate in rateAfter.map { $0 - rate } } }
    public var flips: Int { causes.reduce(0) { $0 + $1.flips } }

    init(
      article: Article, indicator: Indicator, before: Tally, after: Tally, moves: [ChangeCause: [Move]], isComplete: Bool
    ) {
      self.article = article
      self.indicator = indicator
      self.before = before
      self.after = after
      self.isComplete = isComplete
      let hasRates = isComplete && before.compliance != nil && after.compliance != nil
      var (tally, rate) = (before, before.compliance)
      var causes: [Cause] = []
      for cause in ChangeCause.allCases {
        guard let moves = moves[cause] else { continue }
        var change = Tally()
        for move in moves {
          if let status = move.from { change.add(-move.count, of: status) }
          if let status = move.to { change.add(move.count, of: status) }
        }
        tally += change
        // Where for the moment nothing is to be counted, the rate stays the last one: the changes add up all the same.
        let next = tally.compliance ?? rate
        let step = next.flatMap { next in rate.map { next - $0 } }
        rate = next
        causes.append(
          Cause(
            cause: cause, flips: moves.reduce(0) { $0 + $1.count }, change: change,
            rateChange: hasRates ? step : nil))
      }
      self.causes = causes
    }
  }

  /// What one cause has done to an indicator.
  public struct Cause: Sendable {
    public let cause: ChangeCause
    public let flips: Int
    /// By how much it changed the counts.
    public let change: Tally
    /// By how much it changed the rate, after the causes before it; nil where there is no rate on both sides.
    public let rateChange: Rate?
  }

  /// Results that went from one status to another.
  struct Move {
    let from: Status?
    let to: Status?
    let count: Int
  }

  public var flips: Int { indicators.reduce(0) { $0 + $1.flips } }

  /// How many results each cause made stand otherwise, in their order.
  public var causes: [(cause: ChangeCause, flips: Int)] {
    ChangeCause.allCases.compactMap { cause in
      let flips = indicators.flatMap(\.causes).filter { $0.cause == cause }.reduce(0) { $0 + $1.flips }
      return flips == 0 ? nil : (cause, flips)
    }
  }
}

/// A result that stands otherwise.
public struct Flip: Sendable, Hashable {
  /// Its number among them, from 1.
  public let number: Int
  public let indicator: String
  public let subjectKind: String
  public let subjectID: String
  public let subjectName: String?
  public let unitID: String?
  public let unitName: String?
  public let period: String
  /// Nil where there is no result on that side.
  public let from: Status?
  public let to: Status?
  public let classBefore: String?
  public let classAfter: String?
  public let cause: ChangeCause
  public let observedBefore: String?
  public let observedAfter: String?
  public let requiredBefore: String?
  public let requiredAfter: String?
  public let dueOn: String?
}

/// A cell that made a result stand otherwise; or a whole table, where no single row did.
public struct ChangedCell: Sendable, Hashable {
  public let flip: Int
  public let indicator: String
  public let subjectID: String
  public let period: String
  public let table: String
  /// Empty for a whole table.
  public let key: String
  /// The numbers of the imports, `;` between.
  public let imports: String
  public let change: Change
  /// Empty for a whole table.
  public let column: String
  /// Nil where it was empty, or the row was not there.
  public let old: String?
  public let new: String?

  public enum Change: String, Sendable, Hashable, CaseIterable {
    case inserted, updated, withdrawn
    case wholeTable = "whole_table"
    case firstLoad = "first_load"
  }
}
