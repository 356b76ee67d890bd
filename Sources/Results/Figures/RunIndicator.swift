package import CadreModel
package import DataContract
package import PolicyKit

/// One indicator of a stored run.
package struct RunIndicator: Sendable {
  package let ordinal: Int
  package let article: Article
  package let indicator: Indicator
  package let missingTables: [TableName]
  /// Over all units.
  package let tally: Tally

  /// How many results there are of some statuses.
  package func count(of statuses: [Status]) -> Int {
    statuses.reduce(0) { $0 + tally[$1] }
  }
}
