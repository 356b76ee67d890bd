public import CadreModel
public import Results

/// One city at a date: its indicators, its units, what needs attention and what falls due.
public struct CityReport: Sendable {
  public let figures: CityFigures
  /// Units that have verdicts, in tree order; last, where there are any, those that are no unit's.
  public let units: [UnitFigures]
  /// Unmet results, a few of each indicator, longest overdue first.
  public let exceptions: [ResultLine]
  /// What falls due in the next 90 days, by date: the nearest few of each indicator.
  public let due: [ResultLine]
  /// How many results fall due in the next 90 days.
  public let dueCount: Int

  init(figures: CityFigures, units: [UnitFigures], exceptions: CopiedResults, due: CopiedResults) {
    self.figures = figures
    self.units = units
    self.exceptions = exceptions.firstLines
    self.due = due.firstLines
    dueCount = due.count
  }

  public var asOf: Day { figures.run.asOf }

  /// Of the exceptions, the longest overdue of each indicator.
  static let firstExceptions = FirstLines(5, status: Array(Status.unmet.rawValue.utf8))
  /// Of what falls due, the nearest of each indicator: one duty of everybody must not hide the rest.
  static let firstDue = FirstLines(6)
}
