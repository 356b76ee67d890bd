public import CadreModel

/// A city, and the policy that it is judged under.
public struct CityUnderPolicy: Sendable {
  public let city: City
  public let policy: Policy
  /// The first as-of date at which the city is judged under this policy.
  public let since: Day
  /// Whether the policy is the city's own, or another to compare with.
  public let isOwn: Bool

  public init(city: City, policy: Policy, since: Day, isOwn: Bool) {
    self.city = city
    self.policy = policy
    self.since = since
    self.isOwn = isOwn
  }

  /// Whether the city is judged under this policy at that as-of date.
  public func isInForce(on day: Day) -> Bool { day >= since }
}
