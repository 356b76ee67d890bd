/// The right to a file or folder, among all processes of the machine: held until it is let go, which the kernel does for a
/// process that is killed.
public struct FileLock: Sendable {
  private let file: OpenFile?

  /// Waits for a folder. Where the folder cannot be opened or the file system has no locks, nothing is waited for.
  public init(waitingFor folder: String) {
    var file = Self.locked(folder)
    // Who had it before may have put another folder in its place.
    while let held = try? file?.status(), let there = FileStatus(folder), there.isFolder, !held.isSame(as: there) {
      file = Self.locked(folder)
    }
    self.file = file
  }

  private static func locked(_ folder: String) -> OpenFile? {
    let file = try? OpenFile(folder, for: .lookingInto)
    try? file?.lock(waits: true)
    return file
  }

  /// The lock of a file of that name, which is made where it is missing; nil while another holds it.
  public init?(ifFree path: String, permissions: UInt32 = 0o600) throws(SystemError) {
    let file = try OpenFile(path, for: .locking(permissions: permissions))
    // Who holds the lock may remove the file: what was opened before is then no longer the one of that name.
    guard (try? file.lock(waits: false)) != nil, let held = try? file.status(), let there = FileStatus(path),
      held.isSame(as: there)
    else { return nil }
    self.file = file
  }

  /// Whether somebody, in this process or another, has a file open and locked.
  public static func isHeld(_ path: String) -> Bool {
    guard let file = try? OpenFile(path, for: .reading) else { return false }
    return (try? file.lock(waits: false)) == nil
  }

  public func release() {
    file?.unlock()
  }
}
