#if canImport(Glibc)
  public import Glibc
#elseif canImport(Musl)
  public import Musl
#endif

/// What the system knows of what lies at a path.
public struct FileStatus: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case file, folder, link, pipe, socket, device
  }

  public let kind: Kind
  public let permissions: mode_t
  public let owner: uid_t
  public let group: gid_t
  /// In bytes.
  public let size: Int
  /// Two paths that have both in common are one file or folder.
  public let device: dev_t
  public let number: ino_t

  /// Nil where there is nothing, or nothing to be known of it: `SystemError.last` says why.
  ///
  /// - Parameter followingLinks: whether a link counts as what it leads to.
  public init?(_ path: String, followingLinks: Bool = false) {
    var status = stat()
    guard unsafe (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
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
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    size = Int(status.st_size)
    device = status.st_dev
    number = status.st_ino
  }

  public var isFile: Bool { kind == .file }
  public var isFolder: Bool { kind == .folder }

  public func isSame(as other: FileStatus) -> Bool {
    device == other.device && number == other.number
  }
}
