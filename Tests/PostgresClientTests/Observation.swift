import CadreTesting
import Foundation
import PostgresClient
import Testing

/// Memory that this process has in use, in bytes.
func residentMemory() -> Int {
  let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
  let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
  return pages * 4096
}

/// Returns once the server's process waits for its client to take data.
func waitUntilWritingToClient(
  _ process: Int32, _ observer: PostgresConnection, sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  for _ in 0..<200 {
    let rows = try await observer.query("select wait_event from pg_stat_activity where pid = \(process)")
    if try rows.first?.decode("wait_event", as: String?.self) == "ClientWrite" { return }
    try await Task.sleep(for: .milliseconds(20))
  }
  Issue.record("the server never waited for its client", sourceLocation: sourceLocation)
}

/// Returns once the server's process runs nothing, and says how often that had to be asked.
func isRunning(_ process: Int32, _ observer: PostgresConnection) async throws -> Bool {
  let rows = try await observer.query("select state from pg_stat_activity where pid = \(process)")
  return try rows.first?.decode("state", as: String?.self) == "active"
}
