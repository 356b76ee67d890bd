public import CadreModel
import DataContract
public import IdentityNumbers
import Journal
public import PostgresClient
import Spreadsheet

/// Rows that imports derive from a city's data: training sums and contradictions. They are made anew where they are not what
/// the data say.
public struct DerivedRows: Sendable {
  public let city: City

  public init(of city: City) {
    self.city = city
  }

  /// How many there are now.
  public struct Rebuilt: Sendable, Hashable {
    public let trainingYears: Int
    public let contradictions: Int
    /// The tables whose digests were taken anew.
    public let digests: Int
  }

  /// Makes them anew. Inside a transaction about the city.
  ///
  /// - Parameters:
  ///   - takesDigests: whether what the tables hold now is taken for right.
  ///   - identityKey: to compare numbers of identity with the rest of their rows.
  /// - Throws: `IdentityKeyError`, `PostgresError`.
  public func rebuild(
    takesDigests: Bool, identityKey: IdentityKey? = nil, on connection: PostgresConnection
  ) async throws -> Rebuilt {
    try await ImportRecord.lock(city, connection)
    let last = try await ImportRecord.last(of: city, connection)
    let years = try await rebuildTrainingYears(connection)
    // What was noted of them may be of wrong ones.
    try await FormerTrainingYears(city: city, connection: connection).beginAnew(from: (last?.number ?? 0) + 1)
    let contradictions = try await rebuildContradictions(importNumber: last?.number ?? 1, identityKey, connection)
    let digests = try await takeDigests(ofAll: takesDigests, connection)
    return Rebuilt(trainingYears: years, contradictions: contradictions, digests: digests)
  }

  private func rebuildTrainingYears(_ connection: PostgresConnection) async throws -> Int {
    try await connection.execute(
      Statement("forget training years", "delete from training_years y where y.city_code = $1", [.text(city.code)]))
    return try await connection.execute(
      Statement(
        "add up training years",
        """
        insert into training_years (city_code, \(TrainingYears.columns.joined(separator: ", ")))
        select
          $1,
          \(TrainingYears.columns.map { "s.\($0)" }.joined(separator: ",\n  "))
        from (
          \(TrainingYears.sums(of: "training_records", "training_classes", city: "$1"))
        ) s
        order by
          s.year,
          s.person_id
        """, [.text(city.code)]))
  }

  private func rebuildContradictions(
    importNumber: Int, _ key: IdentityKey?, _ connection: PostgresConnection
  ) async throws -> Int {
    let seal = try await CityKey(city: city, connection: connection).seal(by: key)
    let futureDates = try await FutureDates.begin(for: city, connection)
    for table in Table.all { try await futureDates.look(through: quotedIdentifier(table.name.rawValue), of: table) }
    try await NamedInChanges.makeList(connection)
    try await connection.execute(
      Statement("forget contradictions", "delete from contradictions c where c.city_code = $1", [.text(city.code)]))
    let search = ContradictionSearch(
      city: city, connection: connection, importNumber: importNumber, futureDates: futureDates, seal: seal)
    // As if every table had changed, and nobody knew where.
    let all = Table.all.map { table in
      TableReport(
        table: table.name, file: "", encoding: .utf8, hasByteOrderMark: false, sheets: [], byteSize: 0, sha256: "",
        rows: RowCounts(updated: 1), isKnown: false, listed: [], newestOn: nil, journal: .none, rejectFile: nil,
        elapsed: .zero)
    }
    return try await search.run(after: all, suspects: nil).map(\.stored).reduce(0, +)
  }

  private func takeDigests(ofAll: Bool, _ connection: PostgresConnection) async throws -> Int {
    let stamp = try await connection.query(
      Statement("stamp of digests", "select 'taken ' || clock_timestamp()::text as origin"))
    guard let origin = try stamp.first?.decode("origin", as: String.self) else { return 0 }
    // What is kept in step was made anew: what it holds now is right.
    let records = ofAll ? ContentDigest.records : ContentDigest.keptInStep
    for table in records { try await ContentDigest.take(rowsOf: table, by: origin, of: city.code, on: connection) }
    guard ofAll else { return 0 }
    for table in Table.all { try await ContentDigest.take(table, by: origin, of: city.code, on: connection) }
    return records.count + Table.all.count
  }
}
