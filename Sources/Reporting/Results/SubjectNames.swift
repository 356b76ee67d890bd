import CadreModel
import Evaluation
import PostgresClient

/// The names of a city's units, and where they are wanted of its persons: read once, for all results.
///
/// Subjects of other kinds, of which there are fewer, are named by the server.
struct SubjectNames {
  private var persons = NameTable()
  private var units: NameTable

  /// - Parameter kinds: the kinds of subjects that are to be named.
  init(of city: String, kinds: Set<String>, on connection: PostgresConnection) async throws {
    units = try await NameTable(
      "select u.unit_id, u.unit_name from units u where u.city_code = \(city.sqlText)", on: connection)
    guard !kinds.isDisjoint(with: Self.ofPersons) else { return }
    persons = try await NameTable(
      "select p.person_id, p.name from persons p where p.city_code = \(city.sqlText)", on: connection)
  }

  private static let ofPersons: Set<String> = ["person", "pair"]

  /// Whether subjects of a kind are named from here.
  static func covers(_ kind: String) -> Bool { kind == "unit" || ofPersons.contains(kind) }

  /// Appends the name of a subject of a kind as a cell, nothing where it has none.
  mutating func append(
    nameOf cell: CopiedRows.Cell, kind: String, of chunk: Span<UInt8>, to cells: inout CellBytes
  ) {
    guard !cell.isNull else { return }
    let start = cells.count
    let isNamed: Bool
    if cell.isQuoted {
      var id = CellBytes()
      id.append(textOf: cell, of: chunk)
      isNamed = append(nameOf: id.take().span, kind: kind, to: &cells)
    } else {
      isNamed = append(nameOf: chunk.extracting(cell.start..<cell.end), kind: kind, to: &cells)
    }
    if isNamed { cells.endText(from: start) } else { cells.takeBack(to: start) }
  }

  private mutating func append(nameOf id: Span<UInt8>, kind: String, to cells: inout CellBytes) -> Bool {
    switch kind {
    case "unit": return units.append(nameOf: id, to: &cells)
    case "person": return persons.append(nameOf: id, to: &cells)
    default:
      guard let sign = id.indices.first(where: { id[$0] == UInt8(ascii: ">") }),
        persons.append(nameOf: id.extracting(0..<sign), to: &cells)
      else { return false }
      cells.append(Array("→".utf8).span)
      return persons.append(nameOf: id.extracting(sign + 1..<id.count), to: &cells)
    }
  }
}

extension NameTable {
  /// - Parameter select: ids and names.
  init(_ select: String, on connection: PostgresConnection) async throws {
    self.init()
    let stream = try await connection.copyOut(
      Statement("names", "copy (\n\(select)\n) to stdout (format csv)", []))
    for try await chunk in stream { add(chunk) }
  }
}

extension String {
  /// The text as a literal: COPY takes no parameters.
  var sqlText: String {
    "'" + replacing("'", with: "''") + "'"
  }
}
