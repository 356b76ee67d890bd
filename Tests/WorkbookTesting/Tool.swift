import Foundation

/// Programs that tests look at files with. `scripts/prerequisites --tests` installs them.
public enum Tool {
  /// The Python that has openpyxl: `CADRE_TEST_PYTHON`, else the tests' own, else the system's.
  public static let python: String = {
    if let named = ProcessInfo.processInfo.environment["CADRE_TEST_PYTHON"], !named.isEmpty { return named }
    let own = ".build/test-venv/bin/python"
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }()

  /// Whether a program is in `PATH`.
  public static func isInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  /// Runs a program to its end and returns what it printed.
  public static func run(_ command: [String], input: String = "") throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    let entry = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = entry
    try process.run()
    entry.fileHandleForWriting.write(Data(input.utf8))
    try entry.fileHandleForWriting.close()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ToolError(command: command.prefix(2).joined(separator: " "), status: process.terminationStatus)
    }
    return String(decoding: printed, as: UTF8.self)
  }

  /// Converts a workbook with LibreOffice, in a profile of its own, and returns the new file's path beside it.
  public static func convert(_ path: String, to kind: String, in folder: TemporaryFolder) throws -> String {
    _ = try run([
      "soffice", "-env:UserInstallation=file://\(folder.path)/office-profile", "--headless", "--convert-to", kind,
      "--outdir", folder.path, path,
    ])
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    let result = "\(folder.path)/\(name).\(kind.prefix { $0 != ":" })"
    guard FileManager.default.fileExists(atPath: result) else { throw ToolError(command: "soffice", status: 0) }
    return result
  }
}

/// A program that failed.
public struct ToolError: Error, CustomStringConvertible {
  public let command: String
  public let status: Int32

  public var description: String { "\(command) ended with \(status)" }
}

/// A folder that is gone when nobody holds it any more.
public final class TemporaryFolder {
  public let path: String

  public init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cadre-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    path = folder.path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }
}
