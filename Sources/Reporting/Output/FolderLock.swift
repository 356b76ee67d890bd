import Files
import Glibc

/// Held while a report's files are put in place: the overview's folder holds those of the cities, and no two may be moved
/// at the same time.
struct FolderLock {
  private let descriptor: Int32

  /// Waits for the folder. Where the file system has no locks, nothing is waited for.
  init(_ path: String) {
    var descriptor = Self.lock(path)
    // Who had it before may have put another folder in its place.
    while let held = FileStatus(descriptor: descriptor), let there = FileStatus(path), there.kind == .folder,
      !held.isSame(as: there)
    {
      close(descriptor)
      descriptor = Self.lock(path)
    }
    self.descriptor = descriptor
  }

  private static func lock(_ path: String) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return descriptor
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}
