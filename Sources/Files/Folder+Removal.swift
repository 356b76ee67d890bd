import CFileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Folder {
  /// Removes a folder with all that is in it; what a link leads to stays.
  public static func remove(_ path: String) throws(SystemError) {
    guard let names = names(in: path) else { throw .last }
    for name in names {
      let entry = "\(path)/\(name)"
      if FileStatus(entry)?.kind == .folder {
        try remove(entry)
      } else {
        guard unsafe unlink(entry) == 0 || errno == ENOENT else { throw .last }
      }
    }
    guard unsafe rmdir(path) == 0 else { throw .last }
  }

  /// Gives a folder or file another name at once; fails where that name is taken.
  public static func move(_ path: String, to free: String) throws(SystemError) {
    guard unsafe move_to_free_path(path, free) == 0 else { throw .last }
  }
}
