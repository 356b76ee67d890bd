/// Where a result stands among those of its run: in catalogue order, then by subject, period and class.
///
/// A page begins after the key of the last result of the page before it. So a page costs the same wherever it is, and no
/// result is shown twice or left out between two pages.
public struct ResultKey: Sendable, Hashable, Codable {
  /// The indicator's id.
  public let indicator: String
  public let subject: String
  public let period: String
  /// Nil for a result without a class, which comes before those that have one.
  public let `class`: String?

  public init(indicator: String, subject: String, period: String, class: String?) {
    self.indicator = indicator
    self.subject = subject
    self.period = period
    self.class = `class`
  }
}
