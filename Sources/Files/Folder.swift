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

  /// The names in a folder but its own and that of the one above, in the order of their bytes: often, not always, UTF-8.
  /// - Returns: nil where the folder cannot be read; `SystemError.last` says why.
  public static func entries(in path: String) -> [[UInt8]]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(folder) {
      var name: [UInt8] = []
      unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe name.append(contentsOf: bytes.prefix { $0 != 0 })
      }
      if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The names in a folder, sorted; nil where it cannot be read.
  public static func names(in path: String) -> [String]? {
    entries(in: path)?.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The path without links, `.` and `..`; nil where nothing is there.
  public static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Returns when the names in a folder are on the disk, as far as that can be had.
  public static func synchronize(_ path: String) {
    guard let folder = try? OpenFile(path, for: .lookingInto) else { return }
    try? folder.synchronize()
  }
}
