package import PostgresClient

/// Reads what a run found in each unit: from what was counted when it was judged.
package struct UnitReader: Sendable {
  let run: Run
  /// In catalogue order.
  let indicators: [RunIndicator]
  let connection: PostgresConnection

  package init(run: Run, indicators: [RunIndicator], connection: PostgresConnection) {
    self.run = run
    self.indicators = indicators
    self.connection = connection
  }

  /// Units that have verdicts, in tree order; last those that are no unit's.
  package func units() async throws -> [UnitFigures] {
    var tallies = try await tallies()
    let nodes = try await Self.nodes(of: run.city, on: connection)
    var units = UnitTree.ordered(nodes).compactMap { entry in
      tallies.of(unit: entry.node.id).map {
        UnitFigures(id: entry.node.id, name: entry.node.name, depth: entry.depth, tallies: $0)
      }
    }
    if let none = tallies.of(unit: "") { units.append(UnitFigures(id: "", name: "", depth: 0, tallies: none)) }
    return units
  }

  /// The city's units, with the unit above each.
  static func nodes(of city: String, on connection: PostgresConnection) async throws -> [UnitTree.Node] {
    try await connection.query(
      Statement(
        "units",
        """
        select
          u.unit_id,
          u.unit_name,
          u.parent_unit_id
        from units u
        where u.city_code = $1
        """, [.text(city)])
    ).map { row in
      UnitTree.Node(
        id: try row.decode("unit_id"), name: try row.decode("unit_name"), parent: try row.decode("parent_unit_id"))
    }
  }

  /// Counts by unit, without statistics.
  private func tallies() async throws -> UnitTallies {
    var reader = UnitTallies(
      positions: Dictionary(uniqueKeysWithValues: indicators.enumerated().map { ($1.ordinal, $0) }))
    let stream = try await connection.copyOut(
      Statement("unit tallies", "copy (\n\(UnitTallies.select(of: run))\n) to stdout (format csv)", []))
    for try await chunk in stream { reader.add(chunk) }
    return reader
  }
}
