import Files
import FoundationEssentials
import Glibc

/// What `errno` says, in words.
func systemReason(_ code: Int32 = errno) -> ServerReason {
  ServerReason(SystemError(code: code))
}

/// Where a file is written before it is moved to its place in one step.
func draft(of path: String) -> String { path + ".new" }

/// Writes the file whole or not at all: a reader, or a crash, sees the old text or the new one.
func writeFile(_ text: String, to path: String, permissions: mode_t) throws(ServerError) {
  let draftPath = draft(of: path)
  do throws(SystemError) {
    let file = try OpenFile(draftPath, for: .rewriting(permissions: permissions))
    try file.setPermissions(permissions)
    try file.write(Array(text.utf8))
    try file.synchronize()
  } catch {
    throw .homeNotWritable(folder: draftPath, reason: ServerReason(error))
  }
  guard unsafe rename(draftPath, path) == 0 else { throw .homeNotWritable(folder: path, reason: systemReason()) }
}

/// The text of a small file; nil if it cannot be read.
func readFile(_ path: String) -> String? {
  try? String(contentsOfFile: path, encoding: .utf8)
}

/// Whether the file can be run.
func isExecutable(_ path: String) -> Bool {
  guard let resolved = Folder.realPath(path), let status = FileStatus(resolved), status.isFile else { return false }
  return unsafe access(path, X_OK) == 0
}
