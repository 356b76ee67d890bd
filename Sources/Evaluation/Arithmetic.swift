public import CadreModel
import Messages
public import PolicyKit

/// What a verdict compares, as numbers and days. The verdict follows from what is printed, so that a reader can check it.
public struct Arithmetic: Sendable, Hashable {
  /// What must hold. Empty where nothing is compared.
  public var terms: [Term]
  /// One of the terms is enough.
  public var eitherIsEnough = false
  /// Of what is not reached, the as-of date and the due date: they show whether there is time left.
  public var time: Time?

  public struct Term: Sendable, Hashable {
    public let left: String
    public let right: String
    public let comparison: Comparison
    public let unit: MeasureUnit
    /// How the left side stands to the right one.
    public let order: Order

    public var holds: Bool {
      switch comparison {
      case .atLeast: order != .less
      case .atMost: order != .greater
      case .below: order == .less
      }
    }
  }

  public struct Time: Sendable, Hashable {
    public let asOf: Day
    public let due: Day
    public var isUp: Bool { asOf >= due }
  }

  public enum Order: String, Sendable, Hashable {
    case less = "<"
    case same = "="
    case greater = ">"

    fileprivate init<T: Comparable>(_ left: T, _ right: T) {
      self = left < right ? .less : left == right ? .same : .greater
    }
  }

  public var holds: Bool {
    eitherIsEnough ? terms.contains(where: \.holds) : terms.allSatisfy(\.holds)
  }

  /// As it is printed: `82.25 < 90 学时（不足）或 13 > 12 天（达到）`.
  public func text(in language: Language) -> String {
    let joined = terms.map { text(of: $0, in: language) }
      .joined(separator: (eitherIsEnough ? ArithmeticMessages.or : ArithmeticMessages.and).text(in: language))
    let last = time.map { time in
      "\(time.asOf) \(time.isUp ? "≥" : "<") \(time.due)"
        + (time.isUp ? ArithmeticMessages.timeIsUp : ArithmeticMessages.thereIsTime).text(in: language)
    }
    return [joined.isEmpty ? nil : joined, last].compactMap(\.self).joined(separator: Punctuation.semicolon.text(in: language))
  }

  private func text(of term: Term, in language: Language) -> String {
    let unit = term.unit.names(in: language)
    let name = MeasureUnit.isOne(term.right) ? unit.one : unit.many
    let mark = (term.holds ? ArithmeticMessages.holds : ArithmeticMessages.fails).text(in: language)
    return "\(term.left) \(term.order.rawValue) \(term.right)" + (name.isEmpty ? "" : " \(name)") + mark
  }
}

extension Explanation {
  /// The arithmetic of a verdict; nil where it compares nothing.
  public func arithmetic(of verdict: Verdict) -> Arithmetic? {
    guard ![.exempt, .noData, .info].contains(verdict.status) else { return nil }
    var arithmetic = Arithmetic(terms: terms(of: verdict))
    arithmetic.eitherIsEnough = indicator.rule.alternative != nil
    if let due = verdict.dueOn, let reason = verdict.reason, verdict.status != .met, indicator.rule.kind != .tenure,
      !Self.decidedWhateverTheTime.contains(reason)
    {
      arithmetic.time = Arithmetic.Time(asOf: asOf, due: due)
    }
    return arithmetic.terms.isEmpty && arithmetic.time == nil ? nil : arithmetic
  }

  /// Reasons that decide however much time is left until the due date.
  private static let decidedWhateverTheTime: Set<Reason> = [
    .doneInTime, .doneLate, .closedLate, .returned, .stillAway, .notApproved, .leftEarly, .otherDestination,
    .returnedLate,
  ]

  private func terms(of verdict: Verdict) -> [Arithmetic.Term] {
    let items = verdict.items
    switch verdict.reason {
    case .doneInTime, .doneLate:
      guard let done = verdict.detail.flatMap({ Day($0) }), let due = verdict.dueOn else { return [] }
      return [
        Arithmetic.Term(
          left: done.description, right: due.description, comparison: .atMost, unit: .none,
          order: Arithmetic.Order(done, due))
      ]
    case .educationOutOfBounds where items.count == 2:
      return [
        term(verdict.observed, items[0], .atLeast, .days), term(verdict.observed, items[1], .atMost, .days),
      ].compactMap(\.self)
    case .retrainingTooShort where items.count == 2: return [term(items[0], items[1], .atLeast, .days)].compactMap(\.self)
    case .notApproved, .leftEarly, .returnedLate, .waived: return []
    default: break
    }
    let measure = indicator.measure
    if measure.isFraction, items.count == 3 { return [term(items[0], items[2], .atLeast, .none)].compactMap(\.self) }
    var terms = [term(verdict.observed, verdict.required, indicator.rule.comparison, measure)]
    if items.count == 2 {
      terms.append(term(items[0], items[1], .atLeast, indicator.rule.alternative ?? measure))
    }
    return terms.compactMap(\.self)
  }

  private func term(
    _ left: String?, _ right: String?, _ comparison: Comparison, _ unit: MeasureUnit
  ) -> Arithmetic.Term? {
    guard let left, let right, let first = Amount(left), let second = Amount(right) else { return nil }
    return Arithmetic.Term(
      left: left, right: right, comparison: comparison, unit: unit, order: Arithmetic.Order(first, second))
  }
}
