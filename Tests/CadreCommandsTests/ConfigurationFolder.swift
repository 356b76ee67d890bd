import Foundation
import ShippedFiles

/// A whole configuration in a folder of its own.
struct ConfigurationFolder {
  let path: String

  /// Gone after `test`.
  static func with(_ test: (String) async throws -> Void) async throws {
    let folder = try ConfigurationFolder()
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    try await test(folder.path)
  }

  private init() throws {
    path = NSTemporaryDirectory() + "cadre-config-\(UUID().uuidString)"
    for shipped in ShippedFiles.paths(below: "config") {
      let file = URL(filePath: path + shipped.dropFirst("config".count))
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(ShippedFiles.text(shipped)?.utf8 ?? "".utf8).write(to: file)
    }
  }
}
