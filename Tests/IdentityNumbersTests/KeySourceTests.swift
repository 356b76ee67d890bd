import Foundation
import Testing

@testable import IdentityNumbers

@Suite final class KeySourceTests {
  private let folder = NSTemporaryDirectory() + "identity-keys-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func write(_ text: String, permissions: Int = 0o600) throws -> String {
    let path = folder + "/key-" + UUID().uuidString
    try Data(text.utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
    return path
  }

  @Test func aKeyFileIsForItsOwner() throws {
    let key = try #require(IdentityKey.random())
    let path = folder + "/new"
    try IdentityKeyFile.write(key, to: path)
    #expect(try KeySource.file(path: path).read() == key)
    let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(permissions == 0o600)
    // Nothing is replaced, and nothing left beside it.
    let other = try #require(IdentityKey.random())
    #expect(throws: IdentityKeyError.isThere(path: path)) { try IdentityKeyFile.write(other, to: path) }
    #expect(try KeySource.file(path: path).read() == key)
    try IdentityKeyFile.replace(path, by: other)
    #expect(try KeySource.file(path: path).read() == other)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["new"])
  }

  @Test func whatOthersMayReadIsRefused() throws {
    let key = try #require(IdentityKey.random())
    for permissions in [0o640, 0o604, 0o660, 0o620] {
      let path = try write(key.text, permissions: permissions)
      #expect(throws: IdentityKeyError.openToOthers(path: path)) { try KeySource.file(path: path).read() }
    }
    let path = try write("no key")
    #expect(throws: IdentityKeyError.notAKey(path: path)) { try KeySource.file(path: path).read() }
    let none = folder + "/none"
    let error = #expect(throws: IdentityKeyError.self) { try KeySource.file(path: none).read() }
    guard case .unreadable(none, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    // As key stores mount them.
    let link = folder + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: try write(key.text))
    #expect(try KeySource.file(path: link).read() == key)
  }

  @Test func aCommandPrintsTheKey() throws {
    let key = try #require(IdentityKey.random())
    #expect(try KeySource.command("echo \(key.text)").read() == key)
    #expect(throws: IdentityKeyError.command(status: 7)) { try KeySource.command("exit 7").read() }
    #expect(throws: IdentityKeyError.command(status: nil)) { try KeySource.command("echo hello").read() }
    #expect(throws: IdentityKeyError.command(status: nil)) { try KeySource.command("head -c 1000 /dev/zero").read() }
  }

  @Test func theEnvironmentNamesOne() throws {
    #expect(try KeySource.named(in: [:]) == nil)
    #expect(try KeySource.named(in: ["CADRE_IDENTITY_KEY_FILE": "/k", "CADRE_IDENTITY_KEY_COMMAND": ""]) == .file(path: "/k"))
    #expect(try KeySource.named(in: ["CADRE_IDENTITY_KEY_COMMAND": "get key"]) == .command("get key"))
    #expect(throws: IdentityKeyError.twoSources) {
      try KeySource.named(in: ["CADRE_IDENTITY_KEY_FILE": "/k", "CADRE_IDENTITY_KEY_COMMAND": "c"])
    }
  }

  @Test func readersSeeMasks() throws {
    let key = try #require(IdentityKey.random())
    let sealed = try NumberSeal(key, city: "quzhou").seal("11010519491231002X")
    #expect(try ShownNumbers(key, of: "quzhou", inFull: false).text(sealed) == "11**************2X")
    #expect(try ShownNumbers(key, of: "quzhou", inFull: true).text(sealed) == "11010519491231002X")
    #expect(try ShownNumbers.hidden.text(sealed) == "******************")
    #expect(try ShownNumbers.hidden.text("11010519491231002X") == "11**************2X")
    #expect(try ShownNumbers(IdentityKey.random(), of: "quzhou", inFull: false).text(sealed) == "******************")
    #expect(throws: IdentityKeyError.missing) { try ShownNumbers(nil, of: "quzhou", inFull: true).text(sealed) }
  }
}
