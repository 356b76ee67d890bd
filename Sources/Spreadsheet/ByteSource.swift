import Files

#if canImport(Glibc)
  import Glibc  // ELOOP
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
  private let path: String
  private let file: OpenFile

  /// Never waits: a pipe is refused, not opened until somebody writes to it. A link is not followed.
  /// - Throws: `SpreadsheetError.file` when it can't be opened for reading, `notAFile`.
  public init(path: String) throws(SpreadsheetError) {
    self.path = path
    do throws(SystemError) {
      file = try OpenFile(path, for: .reading)
      guard try file.status().isFile else { throw SystemError(code: ELOOP) }
    } catch {
      // Of a link the system says so much when it is not to be followed.
      throw error.code == ELOOP ? .notAFile(path: path) : .file(path: path, reason: error)
    }
  }

  /// How long the file is now.
  /// - Throws: `SpreadsheetError.file`.
  public func byteSize() throws(SpreadsheetError) -> Int {
    do { return try file.status().size } catch { throw .file(path: path, reason: error) }
  }

  public mutating func read(into buffer: inout [UInt8], from offset: Int) throws(SpreadsheetError) -> Int {
    do { return try file.read(into: &buffer, from: offset) } catch { throw .file(path: path, reason: error) }
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
