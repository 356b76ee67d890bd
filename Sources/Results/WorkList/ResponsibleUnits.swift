import CadreModel
import PolicyKit
package import PostgresClient

/// The units of a city, in tree order, with their heads at a run's date.
package struct ResponsibleUnits: Sendable {
  /// In tree order; last what is no unit's.
  package let units: [ResponsibleUnit]
  private let places: [String: Int]
  private let nodes: [UnitTree.Node]

  package nonisolated(nonsending) static func read(
    of run: Run, on connection: PostgresConnection
  ) async throws -> ResponsibleUnits {
    let rows = try await connection.query(
      Statement("heads of units", UnitHeads.select(at: run.asOf, in: run.city.sqlLiteral), []))
    var heads: [String: UnitHead] = [:]
    for row in rows {
      heads[try row.decode("unit_id")] = UnitHead(
        id: try row.decode("person_id"), name: try row.decode("name"), post: try row.decode("title"))
    }
    let nodes = try await UnitReader.nodes(of: run.city, on: connection)
    return ResponsibleUnits(
      UnitTree.ordered(nodes).map { ResponsibleUnit(id: $0.node.id, name: $0.node.name, head: heads[$0.node.id]) }
        + [ResponsibleUnit(id: "", name: "", head: nil)], nodes)
  }

  private init(_ units: [ResponsibleUnit], _ nodes: [UnitTree.Node]) {
    self.units = units
    self.nodes = nodes
    places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.id, $0) })
  }

  /// The unit of that id with all below it.
  func branch(of id: String) -> UnitBranch { UnitBranch(ids: UnitTree.branch(of: id, in: nodes)) }

  /// A unit by its id; of an unknown one its id alone.
  package func unit(_ id: String) -> ResponsibleUnit {
    places[id].map { units[$0] } ?? ResponsibleUnit(id: id, name: id, head: nil)
  }
}
