#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Folders on the disk.
public enum Folder {
  /// Makes the folder, and those above it that are missing; a folder that is there already stays as it is.
  ///
  /// - Parameter permissions: of each folder that is made, less what the umask takes away.
  public static func make(_ path: String, permissions: UInt32 = 0o700) throws(SystemError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      guard unsafe mkdir(made, permissions) != 0 else { continue }
      // Who may not write above may still use what is there: so look before taking the error for one.
      let error = SystemError.last
      var status = stat()
      guard unsafe stat(made, &status) == 0 else { throw error }
      guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(code: ENOTDIR) }
    }
  }
}
