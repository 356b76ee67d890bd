import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Where a key comes from.
public enum KeySource: Sendable, Hashable {
  /// A file that its owner alone may read.
  case file(path: String)
  /// What a command of the shell prints, such as one of a key store's.
  case command(String)

  /// The environment's names for them.
  public static let fileVariable = "CADRE_IDENTITY_KEY_FILE"
  public static let commandVariable = "CADRE_IDENTITY_KEY_COMMAND"

  /// What the environment names; nil where it names none.
  /// - Throws: `IdentityKeyError.twoSources`.
  public static func named(in environment: [String: String]) throws(IdentityKeyError) -> KeySource? {
    let file = environment[fileVariable].flatMap { $0.isEmpty ? nil : $0 }
    let command = environment[commandVariable].flatMap { $0.isEmpty ? nil : $0 }
    switch (file, command) {
    case (nil, nil): return nil
    case (let file?, nil): return .file(path: file)
    case (nil, let command?): return .command(command)
    case (.some, .some): throw .twoSources
    }
  }

  /// No key is longer.
  private static let limit = 4_096

  /// - Throws: `IdentityKeyError`.
  public func read() throws(IdentityKeyError) -> IdentityKey {
    switch self {
    case .file(let path): try Self.read(path)
    case .command(let command): try Self.run(command)
    }
  }

  private static func read(_ path: String) throws(IdentityKeyError) -> IdentityKey {
    var text = [UInt8](repeating: 0, count: limit)
    var count = 0
    do throws(SystemError) {
      // Key stores mount files as links.
      guard let real = Folder.realPath(path) else { throw .last }
      let file = try OpenFile(real, for: .reading)
      let status = try file.status()
      guard status.isFile else { throw SystemError(code: EINVAL) }
      guard status.permissions & 0o077 == 0, [geteuid(), 0].contains(status.owner) || geteuid() == 0 else {
        throw SystemError(code: openToOthers)
      }
      while count < limit {
        let more = try file.read(into: &text, from: count)
        if more == 0 { break }
        count += more
      }
    } catch {
      if error.code == openToOthers { throw .openToOthers(path: path) }
      throw .unreadable(path: path, error)
    }
    guard let key = IdentityKey(text: String(decoding: text.prefix(count), as: UTF8.self)) else {
      throw .notAKey(path: path)
    }
    return key
  }

  /// No number of the system's.
  private static let openToOthers: Int32 = -1

  private static func run(_ command: String) throws(IdentityKeyError) -> IdentityKey {
    guard let pipe = unsafe popen(command, "re") else { throw .command(status: nil) }
    var text = [UInt8](repeating: 0, count: limit)
    let count = unsafe fread(&text, 1, limit, pipe)
    let status = unsafe pclose(pipe)
    guard status == 0 else { throw .command(status: status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)) }
    guard let key = IdentityKey(text: String(decoding: text.prefix(count), as: UTF8.self)) else { throw .command(status: nil) }
    return key
  }
}

/// A file that holds a key, for its owner alone.
public enum IdentityKeyFile {
  /// Writes a key into a new file: whole, or not at all.
  /// - Throws: `IdentityKeyError.isThere`, `.notWritten`.
  public static func write(_ key: IdentityKey, to path: String) throws(IdentityKeyError) {
    let draft = "\(path).\(String(UInt32.random(in: 0...UInt32.max), radix: 36)).part"
    do throws(SystemError) {
      try write(key, into: draft)
      defer { unsafe unlink(draft) }
      // Unlike renaming, this replaces nothing.
      guard unsafe link(draft, path) == 0 else { throw .last }
      synchronizeFolder(of: path)
    } catch {
      throw error.code == EEXIST ? .isThere(path: path) : .notWritten(path: path, error)
    }
  }

  /// Puts a key in the place of another.
  /// - Throws: `IdentityKeyError.notWritten`.
  public static func replace(_ path: String, by key: IdentityKey) throws(IdentityKeyError) {
    let draft = "\(path).\(String(UInt32.random(in: 0...UInt32.max), radix: 36)).part"
    do throws(SystemError) {
      try write(key, into: draft)
      guard unsafe rename(draft, path) == 0 else { throw .last }
      synchronizeFolder(of: path)
    } catch {
      throw .notWritten(path: path, error)
    }
  }

  private static func write(_ key: IdentityKey, into path: String) throws(SystemError) {
    let file = try OpenFile(path, for: .making(permissions: 0o600))
    try file.write(Array((key.text + "\n").utf8))
    try file.synchronize()
  }

  private static func synchronizeFolder(of path: String) {
    Folder.synchronize(path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? ".")
  }
}
