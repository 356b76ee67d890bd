import FoundationEssentials
import Glibc
import Testing

@testable import EmbeddedPostgres

/// Runs a test with a server in a folder of its own, which is gone afterwards.
func withServer(
  durability: Durability = .none, in parent: String = "/tmp", environment: [String: String] = ["PATH": "/usr/bin:/bin"],
  _ test: (PrivateServer) async throws -> Void
) async throws {
  let name = "cadre-test-\(PrivateServer.newPassword().prefix(12))"
  let home = ServerHome(path: "\(parent)/\(name)")
  let server = PrivateServer(
    home: home, durability: durability, environment: environment, machine: Machine(memory: 1 << 30, processors: 2))
  do {
    try await test(server)
  } catch {
    try? await server.destroy()
    throw error
  }
  if home.isOurs { try await server.destroy() }
  try? FileManager.default.removeItem(atPath: home.path)
}

extension PrivateServer {
  /// What psql prints for the statement, one line a row, columns divided by `|`.
  func query(_ statement: String) async throws -> String {
    let command = try psql(["-X", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statement])
    let file = home.path + "/../" + PrivateServer.newPassword() + ".out"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let output = try openLog(file)
    let status = try await ChildProcess(command, output: output).wait()
    close(output)
    let text = readFile(file) ?? ""
    try #require(status == 0, "\(text)")
    return text.split(separator: "\n").joined(separator: "\n")
  }

  /// The running server's process.
  func processNumber() throws -> pid_t {
    guard case .running(let running) = try status() else {
      throw ServerError.notRunning(home: home.path)
    }
    return pid_t(running.pid)
  }
}
