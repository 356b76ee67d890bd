import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Many strings, each after its length, in blocks of some ten kilobytes; from a bound on the blocks go to disk.
///
/// Strings stand in groups of sixteen, and only groups are remembered by their places: half a byte a string. Once all are appended, several
/// threads may look them up.
final class PackedStrings {
  private static let groupSize = 16
  private static let blockSize = 64 * 1024
  private static let cachedBlocks = 64

  private struct Group {
    let block: UInt32
    let offset: UInt32
  }

  @safe @exclusivity(unchecked) private var groups: [Group] = []
  @safe @exclusivity(unchecked) private(set) var count = 0
  /// The first blocks; those after them are in the scratch file.
  @safe @exclusivity(unchecked) private var blocks: [[UInt8]] = []
  @safe @exclusivity(unchecked) private var scratch: ScratchFile?
  @safe @exclusivity(unchecked) private var scratchEnds: [Int] = [0]
  /// The block that is being filled.
  @safe @exclusivity(unchecked) private var open: [UInt8] = []
  @safe @exclusivity(unchecked) private var bytesInMemory = 0
  private let memoryLimit: Int
  /// Blocks read from the scratch file.
  private let cache = Mutex<[(block: Int, bytes: [UInt8])]>([])

  init(memoryLimit: Int) {
    self.memoryLimit = memoryLimit
  }

  func append(_ string: ArraySlice<UInt8>) throws(WorkbookReadingError) {
    if count % Self.groupSize == 0 {
      if open.count >= Self.blockSize { try seal() }
      groups.append(Group(block: UInt32(blocks.count + scratchEnds.count - 1), offset: UInt32(open.count)))
    }
    var length = string.count
    while length >= 0x80 {
      open.append(UInt8(length & 0x7F) | 0x80)
      length >>= 7
    }
    open.append(UInt8(length))
    open.append(contentsOf: string)
    count += 1
  }

  private func seal() throws(WorkbookReadingError) {
    if bytesInMemory + open.count <= memoryLimit {
      bytesInMemory += open.count
      blocks.append(open)
    } else {
      let file: ScratchFile
      if let scratch { file = scratch } else { file = try ScratchFile() }
      scratch = file
      let end = scratchEnds[scratchEnds.count - 1]
      try file.write(open, at: end)
      scratchEnds.append(end + open.count)
    }
    open.removeAll(keepingCapacity: true)
  }

  /// Appends the string of that index; false when there is none.
  func append(_ index: Int, to bytes: inout [UInt8]) throws(WorkbookReadingError) -> Bool {
    guard index >= 0, index < count else { return false }
    let group = groups[index / Self.groupSize]
    let block = Int(group.block)
    if block < blocks.count {
      Self.copy(index % Self.groupSize, from: blocks[block], at: Int(group.offset), to: &bytes)
    } else if block - blocks.count == scratchEnds.count - 1 {
      Self.copy(index % Self.groupSize, from: open, at: Int(group.offset), to: &bytes)
    } else {
      Self.copy(index % Self.groupSize, from: try cached(block - blocks.count), at: Int(group.offset), to: &bytes)
    }
    return true
  }

  @inline(__always)
  private static func copy(_ place: Int, from block: [UInt8], at offset: Int, to bytes: inout [UInt8]) {
    var position = offset
    var left = place
    while true {
      var length = 0
      var shift = 0
      while block[position] >= 0x80 {
        length |= Int(block[position] & 0x7F) << shift
        shift += 7
        position += 1
      }
      length |= Int(block[position]) << shift
      position += 1
      if left == 0 {
        bytes.append(contentsOf: block[position..<position + length])
        return
      }
      position += length
      left -= 1
    }
  }

  /// A block of the scratch file. Writers number strings in the order of the cells: few blocks suffice.
  private func cached(_ block: Int) throws(WorkbookReadingError) -> [UInt8] {
    try cache.withLock { cache throws(WorkbookReadingError) in
      if cache.isEmpty { cache = Array(repeating: (-1, []), count: Self.cachedBlocks) }
      let slot = block % Self.cachedBlocks
      if cache[slot].block != block, let scratch {
        cache[slot] = (block, try scratch.read(scratchEnds[block]..<scratchEnds[block + 1]))
      }
      return cache[slot].bytes
    }
  }
}

/// A file without a name, gone when it is closed.
private final class ScratchFile {
  private let descriptor: Int32

  init() throws(WorkbookReadingError) {
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var path = Array((folder + "/workbook-XXXXXX").utf8CString)
    descriptor = unsafe path.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return -1 }
      let descriptor = unsafe mkstemp(start)
      if descriptor >= 0 { unsafe unlink(start) }
      return descriptor
    }
    guard descriptor >= 0 else { throw .noScratchFile(code: errno) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  func write(_ bytes: [UInt8], at offset: Int) throws(WorkbookReadingError) {
    var done = 0
    while done < bytes.count {
      let written = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, offset + done)
      }
      guard written > 0 || errno == EINTR else { throw .noScratchFile(code: errno) }
      done += max(written, 0)
    }
  }

  func read(_ range: Range<Int>) throws(WorkbookReadingError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: range.count)
    var done = 0
    while done < bytes.count {
      let read = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done, range.lowerBound + done)
      }
      guard read > 0 || read < 0 && errno == EINTR else { throw .noScratchFile(code: errno) }
      done += max(read, 0)
    }
    return bytes
  }
}
