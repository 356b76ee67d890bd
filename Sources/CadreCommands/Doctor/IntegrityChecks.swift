import CadreModel
import DataContract
import Integrity
import Messages
import PolicyKit
import PostgresClient
import Results

/// `cadre doctor --deep`: looks through all that is stored for what the program did not put there.
struct IntegrityChecks {
  let check: DeepCheck
  let pool: ConnectionPool

  /// As many cities at once as the pool has connections.
  func findings() async throws -> [DoctorFinding] {
    let codes = try await pool.withConnection { try await CityList.withData(on: $0) }
    let cities = codes.compactMap { check.library.city($0) }
    var found: [String: [IntegrityFinding]] = [:]
    try await withThrowingTaskGroup(of: (String, [IntegrityFinding]).self) { group in
      for city in cities {
        group.addTask { (city.code, try await pool.withConnection { try await check.run(city, on: $0) }) }
      }
      for try await (code, findings) in group { found[code] = findings }
    }
    let all = cities.flatMap { found[$0.code] ?? [] }.map(Self.finding)
    guard all.isEmpty else { return all }
    let runs = try await resultSets(of: cities)
    return [.ok(.integrity, IntegrityMessages.sound(cities: cities.count, tables: Table.all.count, runs: runs))]
  }

  private func resultSets(of cities: [City]) async throws -> Int {
    try await pool.withConnection { connection in
      var count = 0
      for city in cities {
        count += try await connection.withTransaction(about: city.code) {
          try await RunReader(connection: $0).withResults(of: city.code).count
        }
      }
      return count
    }
  }

  private static func finding(_ found: IntegrityFinding) -> DoctorFinding {
    switch found {
    case .notTaken: .warning(.integrity, found.message, IntegrityMessages.notTakenRemedy)
    case .content: .failed(.integrity, found.message, IntegrityMessages.contentRemedy)
    case .trainingSums, .results, .counts, .judging:
      .failed(.integrity, found.message, IntegrityMessages.derivedRemedy)
    }
  }
}
