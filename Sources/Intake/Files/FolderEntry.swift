import Spreadsheet

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What stands under a name, looked at without opening it or following a link.
enum EntryKind: Sendable, Hashable {
  case file
  case folder
  case link
  case pipe
  case device
  case socket
  case missing

  /// - Parameter followingLinks: whether a link counts as what it leads to.
  init(_ path: String, followingLinks: Bool = false) {
    var status = stat()
    let result = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else {
      self = .missing
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .pipe
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }
}

/// One name in a folder.
struct FolderEntry: Sendable, Hashable {
  /// As the system has it: often, not always, UTF-8.
  let bytes: [UInt8]

  /// The name, where it is UTF-8.
  var name: String? { UTF8Validator.accepts(bytes.span) ? String(decoding: bytes, as: UTF8.self) : nil }

  /// All names in a folder but those of itself and the one above, in the order of their bytes.
  /// - Returns: nil when the folder can't be read.
  static func all(in folder: String) -> [FolderEntry]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = unsafe readdir(stream) {
      var bytes: [UInt8] = []
      unsafe withUnsafeBytes(of: entry.pointee.d_name) { name in
        unsafe bytes.append(contentsOf: name.prefix { $0 != 0 })
      }
      if bytes != Array(".".utf8) && bytes != Array("..".utf8) { entries.append(FolderEntry(bytes: bytes)) }
    }
    return entries.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}

/// The path of what a link leads to; the path itself where that can't be told.
func followed(_ path: String) -> String {
  guard let real = unsafe realpath(path, nil) else { return path }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}
