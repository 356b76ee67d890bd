import CadreModel
import PolicyKit
import PostgresClient

/// The units of a city, in tree order, with their heads at a run's date.
struct ResponsibleUnits: Sendable {
  /// In tree order; last what is no unit's.
  let units: [ResponsibleUnit]
  private let places: [String: Int]

  nonisolated(nonsending) static func read(of run: Run, on connection: PostgresConnection) async throws -> ResponsibleUnits {
    let rows = try await connection.query(
      Statement("heads of units", UnitHeads.select(at: run.asOf, in: run.city.sqlLiteral), []))
    var heads: [String: UnitHead] = [:]
    for row in rows {
      heads[try row.decode("unit_id")] = UnitHead(
        id: try row.decode("person_id"), name: try row.decode("name"), post: try row.decode("title"))
    }
    let nodes = UnitTree.ordered(try await UnitReader.nodes(of: run.city, on: connection))
    return ResponsibleUnits(
      nodes.map { ResponsibleUnit(id: $0.node.id, name: $0.node.name, head: heads[$0.node.id]) }
        + [ResponsibleUnit(id: "", name: "", head: nil)])
  }

  private init(_ units: [ResponsibleUnit]) {
    self.units = units
    places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($1.id, $0) })
  }

  /// A unit by its id; of an unknown one its id alone.
  func unit(_ id: String) -> ResponsibleUnit {
    places[id].map { units[$0] } ?? ResponsibleUnit(id: id, name: id, head: nil)
  }
}
