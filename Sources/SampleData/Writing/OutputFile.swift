import Files
import Glibc

/// A file being written, closed when it goes out of scope.
struct OutputFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// What the system said where the file could not be opened.
  let failure: SystemError?

  /// Creates the file, or empties it.
  init(path: String) {
    self.path = path
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    failure = descriptor < 0 ? .last : nil
  }

  /// Writes all bytes; returns what the system said where that failed.
  func write(_ bytes: ArraySlice<UInt8>) -> SystemError? {
    unsafe bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) -> SystemError? in
      var rest = unsafe buffer
      while unsafe !rest.isEmpty {
        let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return .last
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

/// Removes a file, if it is there.
func removeFile(_ path: String) {
  _ = unsafe unlink(path)
}
