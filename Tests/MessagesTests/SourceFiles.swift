import Foundation

/// The Swift files of the repository's `Sources`.
enum SourceFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources").standardizedFileURL

  /// Their paths below `Sources`, in order.
  static func paths() -> [String] {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".swift") }.sorted()
  }

  static func source(_ path: String) throws -> SwiftSource {
    SwiftSource(try String(contentsOf: folder.appending(path: path), encoding: .utf8))
  }
}
