public import CadreModel

/// What becomes of a case: the status, and the reason for it.
public enum Verdict: Sendable, Hashable {
  case settled(Status, Reason)
  /// Not done, with a date by which it must be: pending, at risk in the last days, unmet from the date on.
  /// - Parameters:
  ///   - dueOn: SQL over the case `c`.
  ///   - warnDays: days before it that count as at risk, a template.
  case open(dueOn: String, warnDays: String, Reason)

  public static func met(_ reason: Reason) -> Verdict { .settled(.met, reason) }
  public static func unmet(_ reason: Reason) -> Verdict { .settled(.unmet, reason) }
  public static func pending(_ reason: Reason) -> Verdict { .settled(.pending, reason) }
  public static func exempt(_ reason: Reason) -> Verdict { .settled(.exempt, reason) }
  /// As required.
  public static let met = Verdict.met(.holds)
  /// The record needed to judge is missing.
  public static let noData = Verdict.settled(.noData, .recordMissing)

  func status(in scope: Scope) throws(RenderingError) -> String {
    switch self {
    case .settled(let status, _): return status.rawValue.sqlLiteral
    case .open(let dueOn, let warnDays, _):
      let left = TimeLeft(dueOn: try scope.render(dueOn), warnDays: try scope.render(warnDays), asOf: scope.seenAt)
      return left.status()
    }
  }

  var reason: Reason {
    switch self {
    case .settled(_, let reason), .open(_, _, let reason): reason
    }
  }

  var templates: [String] {
    switch self {
    case .settled: []
    case .open(let dueOn, let warnDays, _): [dueOn, warnDays]
    }
  }
}

/// A condition and the verdict where it holds. Of several the first whose condition holds counts; a condition that
/// cannot be told (null) does not hold.
public struct Outcome: Sendable, Hashable {
  /// SQL over the case `c`, a template.
  let condition: String
  let verdict: Verdict

  /// `.when("c.mode <> 'meeting'", .unmet(.notByMeeting))`
  public static func when(_ condition: String, _ verdict: Verdict) -> Outcome {
    Outcome(condition: condition, verdict: verdict)
  }
}

/// Outcomes in their order, and the verdict where none of their conditions holds.
struct Outcomes: Sendable, Hashable {
  let list: [Outcome]
  let otherwise: Verdict

  var templates: [String] {
    list.flatMap { [$0.condition] + $0.verdict.templates } + otherwise.templates
  }

  func status(in scope: Scope) throws(RenderingError) -> String {
    try decided(in: scope, by: { verdict throws(RenderingError) in try verdict.status(in: scope) })
  }

  func reason(in scope: Scope) throws(RenderingError) -> String {
    try decided(in: scope, by: { verdict throws(RenderingError) in verdict.reason.rawValue.sqlLiteral })
  }

  private func decided(
    in scope: Scope, by value: (Verdict) throws(RenderingError) -> String
  ) throws(RenderingError) -> String {
    if list.isEmpty { return try value(otherwise) }
    var lines = ["case"]
    for outcome in list {
      let condition = try scope.render(outcome.condition)
      lines.append("  when \(hanging: condition) then \(hanging: try value(outcome.verdict))")
    }
    lines.append("  else \(hanging: try value(otherwise))")
    return (lines + ["end"]).joined(separator: "\n")
  }
}

/// The status of a duty that is not done, by the time left until its due date. The one place that tells pending from at
/// risk.
struct TimeLeft {
  /// SQL of the date.
  let dueOn: String
  /// SQL of the number of days before it.
  let warnDays: String
  let asOf: Day

  /// The arms of a `case`: unmet from the due date on, at risk in the last days before.
  ///
  /// - Parameter early: what it is before those days.
  func arms(early: Status = .pending) -> String {
    """
    when \(asOf.sql) >= \(dueOn) then 'unmet'
      when \(dueOn) - \(asOf.sql) <= \(hanging: warnDays) then 'at_risk'
      else \(early.rawValue.sqlLiteral)
    """
  }

  func status(early: Status = .pending) -> String {
    "case\n  \(arms(early: early))\nend"
  }
}
