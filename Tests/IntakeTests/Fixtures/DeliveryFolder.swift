import Foundation

/// A folder of files that goes away with its last user.
final class DeliveryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "intake-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ data: Data, as name: String) throws {
    try data.write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func write(_ text: String, as name: String) throws {
    try write(Data(text.utf8), as: name)
  }

  func bytes(of name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
  }

  func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}
