import EmbeddedPostgres
import Files
import FoundationEssentials
import PostgresClient

/// A program of PostgreSQL's own, run against a database.
struct PostgresProgram: Sendable {
  let name: String
  let configuration: ConnectionConfiguration
  /// The server's major version.
  let version: Int
  /// Where `PATH` and `CADRE_POSTGRES_BIN` are taken from.
  let environment: [String: String]

  /// Runs it to its end.
  ///
  /// - Throws: `BackupError.noProgram`, `BackupError.programFailed`, `ServerError`, `CancellationError`.
  func run(_ arguments: [String]) async throws {
    guard let path = PostgresInstallation.client(name, ofServer: version, environment: environment) else {
      throw BackupError.noProgram(name: name, version: version)
    }
    // What it says may quote rows: it is kept where nobody else looks, and gone afterwards.
    let room: TemporaryFolder
    do { room = try TemporaryFolder(named: "cadre-\(name)") } catch {
      throw BackupError.file(path: OpenFile.temporaryFolder, error)
    }
    let log = room.path + "/said"
    var variables = configuration.environment
    variables["PATH"] = environment["PATH"] ?? "/usr/bin:/bin"
    variables["LC_ALL"] = "C"
    let status = try await ServerCommand(executable: path, arguments: arguments, environment: variables).run(sayingTo: log)
    guard status == 0 else { throw BackupError.programFailed(name: name, said: Self.reason(in: log) ?? "exit status \(status)") }
  }

  /// The first error's own words; what follows in its details may quote rows.
  private static func reason(in log: String) -> String? {
    guard let file = try? OpenFile(log, for: .reading) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = (try? file.read(into: &buffer)) ?? 0
    let lines = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
    // Between quotation marks may stand what a row holds.
    return (lines.first { $0.contains("error:") } ?? lines.first).map { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .map { $0.offset.isMultiple(of: 2) ? String($0.element.prefix(300)) : "…" }
        .joined(separator: "\"")
    }
  }
}
