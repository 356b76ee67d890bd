import Access
public import CadreModel
import DataContract
public import FieldFormats
public import IdentityNumbers
public import PostgresClient

/// Writes stored persons, with their posts and assessments, in the field's own formats. An import reads them again and changes nothing.
///
/// Some hundred persons are in memory at a time.
public struct PersonsExport: Sendable {
  public let city: City
  public let format: FieldExportFormat
  /// Whom to write, by their ids; empty for all.
  public let persons: [String]

  public init(_ city: City, _ format: FieldExportFormat, persons: [String] = []) {
    self.city = city
    self.format = format
    self.persons = persons
  }

  /// What was written.
  public struct Summary: Sendable, Hashable {
    public internal(set) var persons = 0
    public internal(set) var files = 0
    /// Persons whom an import cannot match: it matches by identity number alone.
    public internal(set) var withoutNumber = 0

    public init(persons: Int = 0, files: Int = 0, withoutNumber: Int = 0) {
      self.persons = persons
      self.files = files
      self.withoutNumber = withoutNumber
    }
  }

  /// No stored person has one of the ids.
  public struct UnknownPersons: Error, Sendable, Hashable {
    public let ids: [String]

    public init(ids: [String]) {
      self.ids = ids
    }
  }

  private static let batch = 500

  /// - Parameter numbers: how identity numbers are written: an import matches persons by them, and masked ones match nobody.
  /// - Returns: what was written; where it fails nothing is left.
  /// - Throws: `UnknownPersons`, `IdentityKeyError`, `SpreadsheetError`, `PostgresError`, `CancellationError`.
  public func write(
    into folder: String, on connection: PostgresConnection, numbers: ShownNumbers,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> Summary {
    try await connection.withTransaction(.snapshot) { connection in
      try await connection.see([city.code])
      let stored = StoredCells(city: city, connection: connection)
      let known = try await stored.personIDs()
      let wanted = persons.isEmpty ? known : Array(Set(persons)).sorted()
      let unknown = Set(wanted).subtracting(known)
      guard unknown.isEmpty else { throw UnknownPersons(ids: unknown.sorted()) }
      let out = try FieldExportFolder(folder, format)
      do {
        let summary = try await write(wanted, from: stored, to: out, numbers, progress)
        try out.finish()
        return summary
      } catch {
        out.discard()
        throw error
      }
    }
  }

  private nonisolated(nonsending) func write(
    _ ids: [String], from stored: StoredCells, to out: FieldExportFolder, _ numbers: ShownNumbers,
    _ progress: @Sendable (Int) -> Void
  ) async throws -> Summary {
    var summary = Summary()
    let units = try await stored.rows(of: .units)
    try out.append(FieldExport([.units: units]))
    for start in stride(from: 0, to: ids.count, by: Self.batch) {
      try Task.checkCancellation()
      let some = Array(ids[start..<min(start + Self.batch, ids.count)])
      var persons = try await stored.rows(of: .persons, where: "person_id", isAmong: some)
      for index in persons.indices {
        guard let number = persons[index]["id_number"], !number.isEmpty else { continue }
        persons[index]["id_number"] = try numbers.text(number)
      }
      let rows: [TableName: [[String: String]]] = [
        .persons: persons,
        .posts: try await stored.rows(of: .posts, where: "person_id", isAmong: some),
        .assessments: try await stored.rows(of: .assessments, where: "subject_id", isAmong: some),
      ]
      try out.append(FieldExport(rows, units: units))
      summary.persons += persons.count
      summary.withoutNumber += persons.count { ($0["id_number"] ?? "").isEmpty }
      progress(summary.persons)
    }
    summary.files = out.fileCount
    return summary
  }
}
