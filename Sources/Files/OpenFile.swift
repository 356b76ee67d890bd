#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A file that is open. Closes itself.
public final class OpenFile: Sendable {
  /// What a file is opened for. None is handed on to programs that are started.
  public enum Purpose: Sendable {
    /// To be read. Nothing is waited for, as one would for who writes to a pipe; a link is not followed.
    case reading
    /// To be written, and nothing is there yet; what is there, even a link to nowhere, is left alone.
    case making(permissions: UInt32)
    /// To be written anew, whatever it held; a link is not followed.
    case rewriting(permissions: UInt32)
    /// To be written anew, and where a link is, what it leads to.
    case rewritingWhereLinksLead(permissions: UInt32)
    /// To be locked; made where it is missing.
    case locking(permissions: UInt32)
    /// A folder, to be locked or put on the disk.
    case lookingInto
  }

  private let descriptor: Int32
  private let closesItself: Bool

  public init(_ path: String, for purpose: Purpose) throws(SystemError) {
    descriptor =
      switch purpose {
      case .reading: unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW)
      case .making(let permissions):
        unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions)
      case .rewriting(let permissions):
        unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, permissions)
      case .rewritingWhereLinksLead(let permissions):
        unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, permissions)
      case .locking(let permissions): unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, permissions)
      case .lookingInto: unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      }
    closesItself = true
    guard descriptor >= 0 else { throw .last }
  }

  /// What is open already, such as standard output, and stays so.
  public init(borrowing descriptor: Int32) {
    self.descriptor = descriptor
    closesItself = false
  }

  /// A file without a name, to be written and read: it is gone with the process.
  public init(unnamedIn folder: String) throws(SystemError) {
    var template = Array("\(folder)/cadre-spill-XXXXXX".utf8CString)
    descriptor = unsafe template.withUnsafeMutableBufferPointer { name in
      guard let start = name.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(start)
      if descriptor >= 0 { unsafe unlink(start) }
      return descriptor
    }
    closesItself = true
    guard descriptor >= 0 else { throw .last }
  }

  /// The folder for temporary files, `TMPDIR`.
  public static var temporaryFolder: String {
    unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
  }

  deinit {
    if closesItself, descriptor >= 0 { close(descriptor) }
  }

  /// Writes all bytes.
  public func write(_ bytes: Span<UInt8>) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let rest = bytes.extracting(done...)
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .last }
      done += count
    }
  }

  public func write(_ bytes: [UInt8]) throws(SystemError) {
    try write(bytes.span)
  }

  /// Overwrites `buffer` from `offset` on with the next bytes and returns how many there were; 0 at the end.
  public func read(into buffer: inout [UInt8], from offset: Int = 0) throws(SystemError) -> Int {
    let room = buffer.count - offset
    guard room > 0 else { return 0 }
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, unsafe bytes.baseAddress?.advanced(by: offset), room)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw .last }
    }
  }

  /// Takes back what lies beyond so many bytes; what is written next follows them.
  public func truncate(to size: Int) throws(SystemError) {
    guard ftruncate(descriptor, off_t(size)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else { throw .last }
  }

  /// Goes back to the first byte.
  public func rewind() throws(SystemError) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .last }
  }

  /// Gives the file these permissions, whatever the umask says.
  public func setPermissions(_ permissions: UInt32) throws(SystemError) {
    guard fchmod(descriptor, permissions) == 0 else { throw .last }
  }

  /// Returns when the bytes are on the disk.
  public func synchronize() throws(SystemError) {
    guard fsync(descriptor) == 0 else { throw .last }
  }

  public func status() throws(SystemError) -> FileStatus {
    guard let status = FileStatus(descriptor: descriptor) else { throw .last }
    return status
  }

  /// Takes the file's lock, which it holds until it is closed: the kernel lets go for a process that is killed.
  ///
  /// - Parameter waits: whether to wait for who holds it.
  public func lock(waits: Bool) throws(SystemError) {
    while flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else { throw .last }
    }
  }

  public func unlock() {
    _ = flock(descriptor, LOCK_UN)
  }
}
