import Files
import Glibc

/// Where the server's unix socket lies.
struct SocketFolder: Hashable, Sendable {
  static let port = 5432

  let path: String
  /// Whether it lies outside the home, because the home's path is too long or unfit for a socket.
  let isOutside: Bool

  /// The folder for the home's socket.
  ///
  /// A socket's path has at most 107 bytes; libpq and PostgreSQL read a comma in it as the start of a second one. For a
  /// home with such a path the folder lies in `/run` (root) or `/tmp`, its name computed from the home's path.
  init(home: ServerHome, user: uid_t = geteuid()) {
    if Self.isUsable(home.innerSocketFolder) {
      path = home.innerSocketFolder
      isOutside = false
    } else {
      let base = user == 0 ? "/run" : "/tmp"
      path = "\(base)/cadre-\(user)-\(Self.digest(home.path))"
      isOutside = true
    }
  }

  static func isUsable(_ folder: String) -> Bool {
    let socket = "\(folder)/.s.PGSQL.\(port)"
    return socket.utf8.count <= 107 && !folder.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
  }

  var socket: String { "\(path)/.s.PGSQL.\(Self.port)" }

  /// Whether the folder is there, and nobody but this user, or the account that root gave it to, may enter it.
  var isPrivate: Bool {
    guard let facts = FileStatus(path), facts.isFolder, facts.permissions & 0o077 == 0 else { return false }
    // Only root can put anything into root's home and /run, whoever owns it then.
    return facts.owner == geteuid() || geteuid() == 0
  }

  /// Makes the folder, or checks that the one there is private: in `/tmp` somebody else could have put one.
  ///
  /// Removes a socket left over by a server that was killed; its number may by now be another process's.
  func prepare(_ account: ServerAccount) throws(ServerError) {
    if unsafe mkdir(path, 0o700) != 0 {
      let reason = systemReason()
      guard FileStatus(path) != nil else { throw .homeNotWritable(folder: path, reason: reason) }
      guard isPrivate else { throw .socketFolderUnsafe(folder: path) }
    }
    try account.own(path)
    _ = unsafe unlink(socket)
    _ = unsafe unlink(socket + ".lock")
  }

  /// 16 hexadecimal digits that stand for the text (FNV-1a).
  static func digest(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
