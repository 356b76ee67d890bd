/// The ids that the policies' catalogue knows. An empty set is not checked against.
public struct CatalogueIDs: Sendable, Hashable {
  public let clauses: Set<String>
  public let indicators: Set<String>

  public init(clauses: Set<String>, indicators: Set<String>) {
    self.clauses = clauses
    self.indicators = indicators
  }

  public static let unchecked = CatalogueIDs(clauses: [], indicators: [])
}
