import FoundationEssentials
import Glibc

/// Output while it is written: a file or folder beside the place it is meant for.
///
/// Its writer holds a lock on it for as long as it lives, so that the next one can tell what a killed writer has left.
struct Draft {
  let path: String
  /// Open and locked.
  let descriptor: Int32

  /// Makes a draft in a folder, after removing those whose writers are gone.
  ///
  /// - Parameters:
  ///   - prefix: what the names of such drafts begin with.
  ///   - make: makes the file or folder of that path and opens it.
  static func make(
    in folder: String, prefix: String, _ make: (String) throws(OutputError) -> Int32
  ) throws(OutputError) -> Draft {
    removeAbandoned(in: folder, prefix: prefix)
    while true {
      let path = "\(folder)/\(prefix)\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
      let descriptor = try make(path)
      if claim(descriptor, path) { return Draft(path: path, descriptor: descriptor) }
      close(descriptor)
    }
  }

  /// Locks a draft. False where another writer took it for an abandoned one before it was locked.
  private static func claim(_ descriptor: Int32, _ path: String) -> Bool {
    // Some file systems have no locks: then nobody can take it for abandoned either.
    if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
    return unsafe access(path, F_OK) == 0
  }

  private static func removeAbandoned(in folder: String, prefix: String) {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { try? FileManager.default.removeItem(atPath: path) }
      close(descriptor)
    }
  }
}
