#if canImport(Glibc)
  public import Glibc
#elseif canImport(Musl)
  public import Musl
#endif

/// What the system knows of a file, folder or link; a link is not followed.
public struct FileStatus: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case file, folder, link, other
  }

  public let kind: Kind
  public let permissions: mode_t
  public let owner: uid_t
  public let group: gid_t
  /// Two paths that have both in common are one file or folder.
  public let device: dev_t
  public let number: ino_t

  /// Nil where there is nothing, or nothing to be known of it.
  public init?(_ path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  /// Of what is open.
  public init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    device = status.st_dev
    number = status.st_ino
  }

  public func isSame(as other: FileStatus) -> Bool {
    device == other.device && number == other.number
  }
}

extension Folder {
  /// The names in a folder, sorted; nil where it cannot be read.
  public static func names(in path: String) -> [String]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The folder's path without links, `.` and `..`; nil where it does not exist.
  public static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
