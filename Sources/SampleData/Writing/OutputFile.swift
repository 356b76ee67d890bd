import Glibc

/// A file being written, closed when it goes out of scope.
struct OutputFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// The system's error number, where the file could not be opened.
  let failure: Int32?

  /// Creates the file, or empties it.
  init(path: String) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    failure = descriptor < 0 ? errno : nil
  }

  /// Writes all bytes; returns the system's error number where that failed.
  func write(_ bytes: ArraySlice<UInt8>) -> Int32? {
    unsafe bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) -> Int32? in
      var rest = unsafe buffer
      while unsafe !rest.isEmpty {
        let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        unsafe rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
      return nil
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}

/// Makes the folder, and those above it.
func makeFolder(_ path: String) throws(SampleError) {
  var made = path.hasPrefix("/") ? "/" : ""
  for part in path.split(separator: "/") {
    made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
    if unsafe mkdir(made, 0o755) != 0, errno != EEXIST {
      throw .cannotWrite(path: made, reason: systemReason(errno))
    }
  }
}

/// Removes a file, if it is there.
func removeFile(_ path: String) {
  _ = unsafe unlink(path)
}

/// What the system says of an error number.
func systemReason(_ number: Int32) -> String {
  guard let text = unsafe strerror(number) else { return "error \(number)" }
  return unsafe String(cString: text)
}
