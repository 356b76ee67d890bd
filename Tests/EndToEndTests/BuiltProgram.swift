import Foundation
import Testing

/// The program as it was built, run as a user runs it.
struct BuiltProgram: Sendable {
  /// What a run left behind.
  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  let path: String
  /// The whole environment it gets.
  var environment: [String: String]
  /// What is put before the command, such as a program that changes the user.
  var launcher: [String] = []

  /// The program beside the running tests, with a home of its own.
  static func inHome(_ home: String) throws -> BuiltProgram {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = URL(filePath: tests).deletingLastPathComponent().appending(path: "cadre").path()
    try #require(FileManager.default.isExecutableFile(atPath: path), "no program at \(path)")
    return BuiltProgram(path: path, environment: ["CADRE_HOME": home, "PATH": "/usr/bin:/bin"])
  }

  /// Runs it to its end.
  func callAsFunction(_ arguments: String...) async throws -> Outcome {
    try await start(arguments).outcome()
  }

  /// The same with a key of identity numbers, which databases other than the private one need, in a new file.
  func withKey(in file: String) async throws -> BuiltProgram {
    try #require(try await self("keys", "new", "--out", file).status == 0)
    var program = self
    program.environment["CADRE_IDENTITY_KEY_FILE"] = file
    return program
  }

  /// Starts it.
  func start(_ arguments: [String]) throws -> Running {
    try Running(launcher + [path] + arguments, environment)
  }

  /// A run under way. Its output goes to files, so that a full pipe never stops it.
  final class Running {
    private let process = Process()
    private let folder: URL
    /// Of its own: a test that runs out of time still waits for what it started.
    private let ended: Task<Void, Never>

    init(_ command: [String], _ environment: [String: String]) throws {
      folder = FileManager.default.temporaryDirectory.appending(path: "cadre-run-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      let (ended, continuation) = AsyncStream<Void>.makeStream()
      self.ended = Task { for await _ in ended {} }
      process.executableURL = URL(filePath: command[0])
      process.arguments = Array(command.dropFirst())
      process.environment = environment
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try Self.file(folder.appending(path: "output"))
      process.standardError = try Self.file(folder.appending(path: "errors"))
      process.terminationHandler = { _ in continuation.finish() }
      try process.run()
    }

    private static func file(_ url: URL) throws -> FileHandle {
      try Data().write(to: url)
      return try FileHandle(forWritingTo: url)
    }

    func send(_ signal: Int32) {
      kill(process.processIdentifier, signal)
    }

    var processNumber: Int32 { process.processIdentifier }
    var hasEnded: Bool { !process.isRunning }

    func outcome() async throws -> Outcome {
      await ended.value
      defer { try? FileManager.default.removeItem(at: folder) }
      let wasKilled = process.terminationReason == .uncaughtSignal
      return Outcome(
        status: process.terminationStatus + (wasKilled ? 128 : 0),
        output: try String(contentsOf: folder.appending(path: "output"), encoding: .utf8),
        errors: try String(contentsOf: folder.appending(path: "errors"), encoding: .utf8))
    }
  }
}

/// Runs a test with the built program and a home of its own, whose server and files are gone afterwards.
func withProgram(_ test: (BuiltProgram, _ home: String) async throws -> Void) async throws {
  let home = "/tmp/cadre-test-" + UUID().uuidString.prefix(13)
  let program = try BuiltProgram.inHome(home)
  do {
    try await test(program, home)
  } catch {
    _ = try? await program("db", "destroy", "--yes")
    throw error
  }
  _ = try await program("db", "destroy", "--yes")
  try? FileManager.default.removeItem(atPath: home)
}
