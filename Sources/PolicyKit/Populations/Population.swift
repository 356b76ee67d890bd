/// Whom a duty falls on: a named set of subjects.
///
/// The template selects `subject_id` and `unit_id`, and whatever its exemption reads.
public struct Population: Sendable, Hashable {
  public let name: String
  public let template: String
  /// Subjects of which this holds are exempt. `s` is the subject's row, `p` the period (`starts`, `ends`).
  public let exemption: Exemption?

  public init(_ name: String, _ template: String, exemption: Exemption? = nil) {
    self.name = name
    self.template = template
    self.exemption = exemption
  }

  /// The same subjects, none of them exempt.
  public var withoutExemption: Population {
    Population(name, template)
  }

  /// The same subjects, restricted by a further condition on their columns (`s`).
  public func filtered(_ name: String, where condition: String) -> Population {
    Population(
      name,
      """
      select s.*
      from (
      \(Fragment.indented(template))
      ) s
      where \(condition)
      """, exemption: exemption)
  }
}

/// When a duty does not apply to a subject.
public struct Exemption: Sendable, Hashable {
  /// SQL over the subject `s` and the period `p`.
  public let condition: String
  public let reason: Reason

  public init(_ condition: String, reason: Reason) {
    self.condition = condition
    self.reason = reason
  }

  /// Exempt from yearly quotas of persons: whoever entered after the period's first day.
  public static let enteredAfterStart = Exemption("s.entered_on > p.starts", reason: .enteredAfterStart)

  /// Exempt from quotas of pairs: where the later post began within the period's last 90 days.
  public static let pairBeganLate = Exemption(
    "s.began_on > p.ends - {pair.grace_days}", reason: .pairBeganLate)
}
