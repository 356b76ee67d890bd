#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A folder that nobody else may look into. It is gone, with the files in it, when nobody holds it any more.
public final class TemporaryFolder: Sendable {
  public let path: String

  /// Makes the folder where temporary files are kept, `TMPDIR`.
  ///
  /// - Parameter name: what its name begins with.
  public init(named name: String) throws(SystemError) {
    var template = Array("\(OpenFile.temporaryFolder)/\(name)-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { template -> String? in
      guard let start = template.baseAddress, unsafe mkdtemp(start) != nil else { return nil }
      return unsafe String(cString: start)
    }
    guard let made else { throw .last }
    path = made
  }

  deinit {
    for name in Folder.names(in: path) ?? [] { _ = unsafe unlink(path + "/" + name) }
    _ = unsafe rmdir(path)
  }
}
