import DataContract
import Synchronization

/// What judges an indicator at a date: its statement, and what that reads.
public struct JudgingStatement: Sendable {
  public let indicator: Indicator
  public let select: String
  public let needs: Needs
  /// The text that the rules digest is made of: the statement, the snapshot's steps that it needs and the forms of its
  /// tables. The working calendar lies in the database; `RunBasis` adds it.
  public let rules: String

  /// Whether it reads the working calendar.
  public var readsCalendar: Bool { needs.snapshot.contains("working_day") }
}

extension Policy {
  /// The statements of a judging, in catalogue order.
  public func statements(for judging: Judging) throws(RenderingError) -> [JudgingStatement] {
    if let made = made.statements(for: judging) { return made }
    let steps = try Snapshot.steps(for: judging)
    let reader = NeedsReader(steps)
    let stepTexts = steps.map { (table: $0.table, text: "-- \($0.table)\n\($0.select)") }
    let forms = Table.all.map { (table: $0.name, text: $0.form) }
    var statements: [JudgingStatement] = []
    for indicator in indicators {
      let select = try indicator.select(for: judging)
      let needs = reader.needs(of: select)
      var rules = [select]
      for step in stepTexts where needs.snapshot.contains(step.table) { rules.append(step.text) }
      for form in forms where needs.tables.contains(form.table) { rules.append(form.text) }
      statements.append(
        JudgingStatement(
          indicator: indicator, select: select, needs: needs, rules: rules.joined(separator: "\n")))
    }
    made.keep(statements, for: judging)
    return statements
  }
}

/// Keeps the statements that a policy made last: a report asks for the same ones several times, and making them can take
/// longer than the rest of the report.
final class StatementsMade: Sendable {
  private let made = Mutex<[(judging: Judging, statements: [JudgingStatement])]>([])
  /// A few judgings are kept: a report is about its own date and the one a year before, a trend judges several at once.
  private static let most = 4

  func statements(for judging: Judging) -> [JudgingStatement]? {
    made.withLock { made in made.first { $0.judging == judging }?.statements }
  }

  func keep(_ statements: [JudgingStatement], for judging: Judging) {
    made.withLock { made in made = Array(([(judging, statements)] + made).prefix(Self.most)) }
  }
}
