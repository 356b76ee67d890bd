import Access
import CadreModel
import PolicyKit
import PostgresClient

extension [CityUnderPolicy] {
  /// Those that the session's login may see: reports on all cities are on all of its.
  ///
  /// - Throws: `AccessError.missing` where it sees none; `PostgresError`.
  nonisolated(nonsending) func seen(on pool: ConnectionPool) async throws -> [CityUnderPolicy] {
    let held = try await pool.withConnection { try await HeldAccess.read(from: $0) }
    let seen = filter { held.sees($0.city.code) }
    guard isEmpty || !seen.isEmpty else {
      throw AccessError.missing(login: held.login, duties: [], cities: map(\.city))
    }
    return seen
  }
}
