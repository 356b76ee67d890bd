import CadreModel
import PostgresClient

/// Later imports that were undone, and those that undid them: together they changed nothing.
struct UndonePairs: Sendable, Hashable {
  let numbers: [Int]

  /// - Parameter undoing: of an import the one that it undoes.
  init(after number: Int, undoing: [Int: Int]) {
    var undone: Set<Int> = []
    var pairs: [Int] = []
    // The latest first: an undoing that was itself undone does not count.
    for (later, earlier) in undoing.sorted(by: { $0.key > $1.key }) where !undone.contains(later) {
      undone.insert(earlier)
      if earlier > number { pairs += [earlier, later] }
    }
    numbers = pairs.sorted()
  }

  static func read(
    after number: Int, of city: City, _ connection: PostgresConnection
  ) async throws -> UndonePairs {
    let rows = try await connection.query(
      Statement(
        "undoings",
        """
        select
          i.import_number,
          i.undoes
        from imports i
        where i.city_code = $1
          and i.undoes is not null
        """, [.text(city.code)]))
    var undoing: [Int: Int] = [:]
    for row in rows { undoing[try row.decode("import_number")] = try row.decode("undoes", as: Int.self) }
    return UndonePairs(after: number, undoing: undoing)
  }
}
