import CadreModel
import PolicyKit
import PostgresClient

/// How the subjects of an indicator get their names.
enum SubjectNaming: Hashable {
  /// By their own id.
  case itself(Named)
  /// By the id of the person or unit that their row is about.
  case owner(Named)
  /// By the server: subjects of other kinds, of which there are fewer.
  case byServer

  /// What a name is of.
  enum Named: Hashable {
    case person
    case unit
    /// Two persons.
    case pair
    /// `p` or `u` before the id says which.
    case personOrUnit
  }

  init(of kind: String) {
    let owner = SubjectName(of: kind, subject: "", city: "", language: .chinese).owner
    let named: Named? =
      switch owner?.kind {
      case .person: .person
      case .unit: .unit
      case .personOrUnit: .personOrUnit
      case nil: kind == "pair" ? .pair : nil
      }
    self = named.map { owner?.joins.isEmpty == false ? .owner($0) : .itself($0) } ?? .byServer
  }

  /// Whether names of persons are wanted.
  var needsPersons: Bool {
    switch self {
    case .itself(.unit), .owner(.unit), .byServer: false
    case .itself, .owner: true
    }
  }
}

/// The names of a city's units, and where they are wanted of its persons: read once, for all results.
package struct SubjectNames: Sendable {
  private var persons = NameTable()
  private var units: NameTable
  /// What persons' main posts are called, by the person.
  private var posts = NameTable()

  /// - Parameters:
  ///   - namings: how subjects are to be named.
  ///   - day: of which the main posts are wanted, if they are.
  init(
    of city: String, _ namings: Set<SubjectNaming>, postsAt day: Day? = nil, on connection: PostgresConnection
  ) async throws {
    units = try await NameTable(
      "select u.unit_id, u.unit_name from units u where u.city_code = \(city.sqlLiteral)", on: connection)
    guard namings.contains(where: \.needsPersons) else { return }
    persons = try await NameTable(
      "select p.person_id, p.name from persons p where p.city_code = \(city.sqlLiteral)", on: connection)
    guard let day else { return }
    posts = try await NameTable(MainPosts.titles(at: day, in: city.sqlLiteral), on: connection)
  }

  /// Makes names be found in any order, before they are copied for several writers.
  package mutating func index() {
    persons.index()
    units.index()
    posts.index()
  }

  /// Appends the name to an id as a cell, nothing where there is none.
  mutating func append(
    nameOf cell: CopiedRows.Cell, _ named: SubjectNaming.Named, of chunk: Span<UInt8>, to cells: inout CellBytes
  ) {
    guard !cell.isNull else { return }
    let start = cells.count
    let isNamed = cell.withText(of: chunk) { append(nameOf: $0, named, to: &cells) }
    if isNamed { cells.endText(from: start) } else { cells.takeBack(to: start) }
  }

  /// The name to an id; nil where there is none.
  mutating func name(
    to cell: CopiedRows.Cell, _ named: SubjectNaming.Named, of chunk: Span<UInt8>
  ) -> String? {
    guard !cell.isNull else { return nil }
    var name = CellBytes()
    guard cell.withText(of: chunk, { append(nameOf: $0, named, to: &name) }) else { return nil }
    return String(decoding: name.take(), as: UTF8.self)
  }

  /// Appends what the post of a person is called, as a cell; nothing for a unit, and for a person without a post.
  mutating func append(
    postOf cell: CopiedRows.Cell, _ named: SubjectNaming.Named, of chunk: Span<UInt8>, to cells: inout CellBytes
  ) {
    guard !cell.isNull else { return }
    let start = cells.count
    if cell.withText(of: chunk, { append(postOf: $0, named, to: &cells) }) { cells.endText(from: start) }
  }

  private mutating func append(
    postOf id: Span<UInt8>, _ named: SubjectNaming.Named, to cells: inout CellBytes
  ) -> Bool {
    switch named {
    case .unit: return false
    case .person: return posts.append(nameOf: id, to: &cells)
    case .personOrUnit:
      guard id.count > 0, id[0] == UInt8(ascii: "p") else { return false }
      return posts.append(nameOf: id.extracting(1..<id.count), to: &cells)
    case .pair:
      guard let sign = id.indices.first(where: { id[$0] == UInt8(ascii: ">") }) else { return false }
      // Of two persons each may have none.
      let first = posts.append(nameOf: id.extracting(0..<sign), to: &cells)
      let arrow = cells.count
      cells.append(Array("→".utf8).span)
      let second = posts.append(nameOf: id.extracting(sign + 1..<id.count), to: &cells)
      if !first, !second { cells.takeBack(to: arrow) }
      return first || second
    }
  }

  private mutating func append(
    nameOf id: Span<UInt8>, _ named: SubjectNaming.Named, to cells: inout CellBytes
  ) -> Bool {
    switch named {
    case .unit: return units.append(nameOf: id, to: &cells)
    case .person: return persons.append(nameOf: id, to: &cells)
    case .personOrUnit:
      guard id.count > 0 else { return false }
      let isPerson = id[0] == UInt8(ascii: "p")
      return append(nameOf: id.extracting(1..<id.count), isPerson ? .person : .unit, to: &cells)
    case .pair:
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
