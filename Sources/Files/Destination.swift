#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A place that a user named for what the program is to write.
///
/// It is looked at before anything is done: what is there and is not what it should be is refused, and never replaced.
public enum Destination {
  /// A folder to write into, whether it is there already or is still to be made.
  public static func checkFolder(_ path: String) throws(DestinationError) {
    let plain = try trimmed(path)
    switch kind(of: plain) {
    case .folder: try checkWritable(plain, for: path)
    case .nothing: try checkWritable(nearestFolder(above: plain, for: path), for: path)
    case .file: throw DestinationError(path: path, problem: .isFile)
    case .other(let problem): throw DestinationError(path: path, problem: problem)
    case .unknown(let error): throw DestinationError(path: path, problem: .system(error))
    }
  }

  /// A file to write, new or in place of an old one. Its folder has to be there.
  public static func checkFile(_ path: String) throws(DestinationError) {
    let plain = try trimmed(path)
    guard plain == path else { throw DestinationError(path: path, problem: .isFolder) }
    switch kind(of: plain) {
    case .folder: throw DestinationError(path: path, problem: .isFolder)
    case .nothing, .file: try checkWritable(folder(of: plain), for: path)
    case .other(let problem): throw DestinationError(path: path, problem: problem)
    case .unknown(let error): throw DestinationError(path: path, problem: .system(error))
    }
  }

  /// What lies at a path; a link is not followed.
  private enum Kind {
    case nothing, folder, file
    case other(DestinationError.Problem)
    case unknown(SystemError)
  }

  private static func kind(of path: String) -> Kind {
    guard let status = FileStatus(path) else {
      let error = SystemError.last
      return error.code == ENOENT ? .nothing : .unknown(error)
    }
    return switch status.kind {
    case .folder: .folder
    case .file: .file
    case .link: .other(.isLink)
    case .pipe: .other(.isPipe)
    case .socket: .other(.isSocket)
    case .device: .other(.isDevice)
    }
  }

  /// Whether two paths lead to one file that is there.
  public static func areSame(_ first: String, _ second: String) -> Bool {
    guard let first = Folder.realPath(first).flatMap({ FileStatus($0) }),
      let second = Folder.realPath(second).flatMap({ FileStatus($0) })
    else { return false }
    return first.isSame(as: second)
  }

  /// Whether what two paths name lies, or would lie, in one folder.
  public static func areInSameFolder(_ first: String, _ second: String) -> Bool {
    areSame(folder(of: first), folder(of: second))
  }

  /// The path without slashes at its end.
  private static func trimmed(_ path: String) throws(DestinationError) -> String {
    guard path.contains(where: { !$0.isWhitespace }) else { throw DestinationError(path: path, problem: .isEmpty) }
    var plain = path[...]
    while plain.utf8.count > 1, plain.hasSuffix("/") { plain = plain.dropLast() }
    return String(plain)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The folder, somewhere above, in which the missing ones would be made.
  private static func nearestFolder(above path: String, for named: String) throws(DestinationError) -> String {
    var candidate = folder(of: path)
    var status = stat()
    while unsafe stat(candidate, &status) != 0 {
      guard errno == ENOENT, candidate != "/", candidate != "." else {
        throw DestinationError(path: named, problem: .system(.last))
      }
      candidate = folder(of: candidate)
    }
    return candidate
  }

  private static func checkWritable(_ folder: String, for path: String) throws(DestinationError) {
    var status = stat()
    guard unsafe stat(folder, &status) == 0 else { throw DestinationError(path: path, problem: .system(.last)) }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw DestinationError(path: path, problem: .system(SystemError(code: ENOTDIR)))
    }
    guard unsafe access(folder, W_OK | X_OK) == 0 else {
      throw DestinationError(path: path, problem: .system(.last))
    }
  }
}

/// A place that nothing can be written to, or that holds what must not be replaced.
public struct DestinationError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    case isEmpty, isFile, isFolder, isLink, isPipe, isSocket, isDevice
    case system(SystemError)
  }

  /// As the user named it.
  public let path: String
  public let problem: Problem

  public init(path: String, problem: Problem) {
    self.path = path
    self.problem = problem
  }

  public var chinese: String {
    switch problem {
    case .isEmpty: "没有给出写到哪里：路径是空的"
    case .isFile: "不能写到 \(path)：这里应是文件夹，却是一个文件；请另选文件夹"
    case .isFolder: "不能写到 \(path)：这里应是文件，却是文件夹；请写上文件名"
    case .isLink: "不能写到 \(path)：它是符号链接；请写它所指的真实路径"
    case .isPipe, .isSocket: "不能写到 \(path)：它是管道，不是文件；请另选位置"
    case .isDevice: "不能写到 \(path)：它是设备，不是文件；请另选位置"
    case .system(let error): "不能写到 \(path)：\(error.chinese)；请另选位置"
    }
  }

  public var english: String {
    switch problem {
    case .isEmpty: "the path to write to is empty"
    case .isFile: "cannot write to \(path): a file is there, where a folder should be; choose another folder"
    case .isFolder: "cannot write to \(path): a folder is there, where a file should be; add the file's name"
    case .isLink: "cannot write to \(path): it is a symbolic link; name the place that it leads to"
    case .isPipe, .isSocket: "cannot write to \(path): it is a pipe, not a file; choose another place"
    case .isDevice: "cannot write to \(path): it is a device, not a file; choose another place"
    case .system(let error): "cannot write to \(path): \(error.english); choose another place"
    }
  }
}

extension DestinationError: CustomStringConvertible {
  public var description: String { english }
}
