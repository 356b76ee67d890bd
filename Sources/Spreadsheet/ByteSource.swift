import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Bytes from somewhere, in order, once.
public protocol ByteSource: Sendable {
  /// Overwrites `buffer` from `offset` on with the next bytes and returns how many there were; 0 at the end.
  mutating func read(into buffer: inout [UInt8], from offset: Int) throws(SpreadsheetError) -> Int
}

/// The bytes of a file.
public struct FileSource: ByteSource {
  private let file: InputFile

  /// Never waits: a pipe is refused, not opened until somebody writes to it. A link is not followed.
  /// - Throws: `SpreadsheetError.file` when it can't be opened for reading, `notAFile`.
  public init(path: String) throws(SpreadsheetError) {
    file = try InputFile(path: path)
  }

  /// How long the file is now.
  /// - Throws: `SpreadsheetError.file`.
  public func byteSize() throws(SpreadsheetError) -> Int {
    try file.byteSize()
  }

  public mutating func read(into buffer: inout [UInt8], from offset: Int) throws(SpreadsheetError) -> Int {
    try file.read(into: &buffer, from: offset)
  }
}

/// Bytes that are in memory already.
public struct MemorySource: ByteSource {
  private var rest: ArraySlice<UInt8>

  public init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  public mutating func read(into buffer: inout [UInt8], from offset: Int) -> Int {
    let count = min(rest.count, buffer.count - offset)
    buffer.replaceSubrange(offset..<offset + count, with: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
}

/// An open file that closes itself.
private final class InputFile: Sendable {
  private let path: String
  private let descriptor: Int32

  init(path: String) throws(SpreadsheetError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW)
    guard descriptor >= 0 else {
      throw errno == ELOOP ? SpreadsheetError.notAFile(path: path) : .file(path: path, reason: .last)
    }
    guard try status().st_mode & S_IFMT == S_IFREG else { throw SpreadsheetError.notAFile(path: path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func byteSize() throws(SpreadsheetError) -> Int {
    Int(try status().st_size)
  }

  private func status() throws(SpreadsheetError) -> stat {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .file(path: path, reason: .last) }
    return status
  }

  func read(into buffer: inout [UInt8], from offset: Int) throws(SpreadsheetError) -> Int {
    let room = buffer.count - offset
    guard room > 0 else { return 0 }
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, unsafe bytes.baseAddress?.advanced(by: offset), room)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw .file(path: path, reason: .last) }
    }
  }
}
