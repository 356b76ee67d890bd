import Files
import FoundationEssentials
import Glibc

/// What `errno` says, in words.
func systemReason(_ code: Int32 = errno) -> ServerReason {
  ServerReason(SystemError(code: code))
}

/// What the file system says of a path, symbolic links not followed.
struct FileFacts {
  let owner: uid_t
  let permissions: mode_t
  let isFolder: Bool
  let isFile: Bool
  let size: Int
  let inode: ino_t

  init?(_ path: String) {
    var info = stat()
    guard unsafe lstat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  init?(descriptor: Int32) {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { return nil }
    self.init(info)
  }

  private init(_ info: stat) {
    owner = info.st_uid
    permissions = info.st_mode & 0o7777
    isFolder = info.st_mode & S_IFMT == S_IFDIR
    isFile = info.st_mode & S_IFMT == S_IFREG
    size = Int(info.st_size)
    inode = info.st_ino
  }
}

/// The path with every symbolic link and `..` resolved; nil if it does not exist.
func resolvedPath(_ path: String) -> String? {
  guard let resolved = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(resolved) }
  return unsafe String(cString: resolved)
}

/// Where a file is written before it is moved to its place in one step.
func draft(of path: String) -> String { path + ".new" }

/// Writes the file whole or not at all: a reader, or a crash, sees the old text or the new one.
func writeFile(_ text: String, to path: String, permissions: mode_t) throws(ServerError) {
  let draftPath = draft(of: path)
  let descriptor = unsafe open(draftPath, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, permissions)
  guard descriptor >= 0 else { throw .homeNotWritable(folder: draftPath, reason: systemReason()) }
  var rest = Array(text.utf8)[...]
  var complete = fchmod(descriptor, permissions) == 0
  while complete, !rest.isEmpty {
    let written = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if written < 0, errno == EINTR { continue }
    complete = written > 0
    rest = rest.dropFirst(max(written, 0))
  }
  complete = complete && fsync(descriptor) == 0
  let reason = systemReason()
  close(descriptor)
  guard complete else { throw .homeNotWritable(folder: draftPath, reason: reason) }
  guard unsafe rename(draftPath, path) == 0 else { throw .homeNotWritable(folder: path, reason: systemReason()) }
}

/// The text of a small file; nil if it cannot be read.
func readFile(_ path: String) -> String? {
  try? String(contentsOfFile: path, encoding: .utf8)
}

/// The names in a folder; nil if it cannot be read.
func folderEntries(_ path: String) -> [String]? {
  try? FileManager.default.contentsOfDirectory(atPath: path)
}

/// Whether the file can be run.
func isExecutable(_ path: String) -> Bool {
  guard let resolved = resolvedPath(path), let facts = FileFacts(resolved), facts.isFile else { return false }
  return unsafe access(path, X_OK) == 0
}
