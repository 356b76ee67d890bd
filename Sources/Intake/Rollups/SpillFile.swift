import Files

/// Bytes that wait on the disk until they are wanted, in a file without a name: it is gone with the process.
final class SpillFile {
  private let file: OpenFile
  private let folder: String

  /// In the folder for temporary files.
  init() throws(ImportError) {
    folder = OpenFile.temporaryFolder
    do { file = try OpenFile(unnamedIn: folder) } catch { throw .spillFile(folder: folder, reason: error) }
  }

  func write(_ bytes: [UInt8]) throws(ImportError) {
    do { try file.write(bytes) } catch { throw failure(error) }
  }

  /// Takes back what lies beyond that many bytes; what is written next follows them.
  func truncate(to size: Int) throws(ImportError) {
    do { try file.truncate(to: size) } catch { throw failure(error) }
  }

  /// Goes back to the first byte.
  func rewind() throws(ImportError) {
    do { try file.rewind() } catch { throw failure(error) }
  }

  /// The next bytes; nil at the end.
  func read() throws(ImportError) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    let count: Int
    do { count = try file.read(into: &buffer) } catch { throw failure(error) }
    if count == 0 { return nil }
    buffer.removeLast(buffer.count - count)
    return buffer
  }

  private func failure(_ error: SystemError) -> ImportError {
    .spillFile(folder: folder, reason: error)
  }
}
