import Access
public import Audit
public import CadreModel
import DataContract
public import IdentityNumbers
import Journal
public import PostgresClient

/// Seals a city's identity numbers by another key, or those that an earlier version stored in the clear: of persons and of the journal.
///
/// All of it in one transaction, under the lock of the city's imports. The rows' digests change by what the sealing changes and by nothing else:
/// what was changed past the program before is found by `cadre doctor --deep` afterwards, too.
public struct KeyRotation: Sendable {
  private let old: IdentityKey?
  private let new: IdentityKey
  private let author: AuditAuthor

  /// - Parameter old: the key in use; nil where numbers are in the clear, or no city has any.
  public init(from old: IdentityKey? = nil, to new: IdentityKey, by author: AuditAuthor) {
    self.old = old
    self.new = new
    self.author = author
  }

  /// What was sealed anew of a city.
  public struct Outcome: Sendable, Hashable {
    public let city: City
    public var persons = 0
    /// Of the journal.
    public var entries = 0
  }

  /// - Returns: what was sealed, city by city; a city whose key is the new one already is left out.
  /// - Throws: `IdentityKeyError`, `PostgresError`, `AuditError`; nothing has changed then.
  public func run(_ cities: [City], on connection: PostgresConnection) async throws -> [Outcome] {
    try await connection.withTransaction { connection in
      var outcomes: [Outcome] = []
      for city in cities.sorted(by: { $0.code < $1.code }) {
        try await connection.see([city.code])
        try await ImportRecord.lock(city, connection)
        if let outcome = try await rotate(city, connection) { outcomes.append(outcome) }
      }
      guard !outcomes.isEmpty else { return [] }
      var entry = AuditEntry(.keys, cities: outcomes.map(\.city.code))
      entry.details = (old.map { "\($0.id) " } ?? "") + "to \(new.id)"
      // Last: whoever appends to the log waits for those before to commit.
      try await AuditLog(author: author).append(entry, on: connection)
      return outcomes
    }
  }

  /// Seals the numbers that an earlier version stored in the clear, city by city, where there are any.
  /// - Throws: `IdentityKeyError.inTheClear` where the login may not; as `run`.
  public func sealClear(_ cities: [City], on connection: PostgresConnection) async throws -> [Outcome] {
    var outcomes: [Outcome] = []
    for city in cities {
      let hasClear = try await connection.withTransaction { connection in
        try await connection.see([city.code])
        return try await CityKey.hasClearNumbers(city.code, on: connection)
      }
      guard hasClear else { continue }
      guard try await Duty.unmasker.isHeld(on: connection) else { throw IdentityKeyError.inTheClear(city: city.name) }
      outcomes += try await run([city], on: connection)
    }
    return outcomes
  }

  private nonisolated(nonsending) func rotate(_ city: City, _ connection: PostgresConnection) async throws -> Outcome? {
    let record = CityKey(city: city, connection: connection)
    let inUse = try await record.inUse()
    let seal = try NumberSeal(new, city: city.code)
    if let inUse, inUse.id == new.id {
      _ = try await record.seal(by: new)
      return nil
    }
    // A key that is not the city's is refused before anything is opened by it.
    if inUse != nil, old == nil { throw IdentityKeyError.missing }
    let opening = inUse == nil ? nil : try await record.seal(by: old)
    guard try await list(city, opening, seal, connection) > 0 || inUse != nil else { return nil }
    let outcome = try await ResealedRows(city: city, connection: connection).store(by: new.id)
    try await record.use(seal, by: author.osUser)
    return outcome
  }

  /// Lists every number of the city with what it is to be: sealed here, a page at a time.
  private nonisolated(nonsending) func list(
    _ city: City, _ opening: NumberSeal?, _ sealing: NumberSeal, _ connection: PostgresConnection
  ) async throws -> Int {
    try await connection.executeScript(ResealedRows.makeList(of: city.code), name: "list numbers to seal")
    var count = 0
    var last = ""
    while true {
      let rows = try await connection.query(
        Statement(
          "numbers to seal",
          """
          select s.old
          from \(ResealedRows.list) s
          where s.old > $1
          order by s.old
          limit 20000
          """, [.text(last)]))
      if rows.isEmpty { break }
      var (before, after): ([String], [String]) = ([], [])
      for row in rows {
        last = try row.decode("old")
        before.append(last)
        after.append(try sealing.seal(try number(last, opening)))
      }
      try await connection.execute(ResealedRows.note(before, after))
      count += rows.count
      try Task.checkCancellation()
    }
    return count
  }

  private func number(_ stored: String, _ opening: NumberSeal?) throws(IdentityKeyError) -> String {
    guard SealedNumber.isSealed(stored) else { return stored }
    guard let opening else { throw .missing }
    return try opening.open(stored)
  }
}
