import ZippedXML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Unpacks the part of a sheet and tells its handler of it: of rows in their plain form at once, of all else by way of expat.
///
/// Most of a sheet is rows as every program writes them, and most of the time went into expat's taking them for any XML. So expat reads
/// to the end of a first row; from there on rows are taken as they are as long as they are plain (`PlainRow`), without expat's
/// knowledge. Any other row, and whatever follows the rows, expat reads, as if it followed the row that expat read last.
final class SheetStream {
  let handler: SheetHandler
  private let entry: ZipEntryStream
  private let reader: PartReader
  /// Bytes of the part; those within `left` are not read yet. Room for a few pieces: what a row is too long for, expat reads.
  private var window = [UInt8](repeating: 0, count: 3 * SheetStream.pieceSize)
  private var left = 0..<0
  /// Bytes unpacked so far.
  private(set) var bytesRead = 0
  private let takesPlainRows: Bool
  private var isUnpacked = false
  private var isPaused = false
  /// All of it was handed over.
  private var isFinished = false

  private static let pieceSize = 64 * 1024

  init(_ entry: ZipEntryStream, handler: SheetHandler, limits: ReadingLimits, takesPlainRows: Bool = true)
    throws(WorkbookReadingError)
  {
    self.entry = entry
    self.handler = handler
    self.takesPlainRows = takesPlainRows
    reader = try PartReader(entry.name, telling: handler, limits: limits)
  }

  /// Reads on until the handler's batch is full; false at the end of the part.
  func advance() throws(WorkbookReadingError) -> Bool {
    guard !isFinished || isPaused else { return false }
    do throws(WorkbookReadingError) {
      return try readOn()
    } catch {
      isFinished = true
      isPaused = false
      throw error
    }
  }

  private func readOn() throws(WorkbookReadingError) -> Bool {
    if isPaused {
      isPaused = try reader.resume()
      if isPaused { return true }
    }
    while !isFinished {
      if takesPlainRows, handler.mayTakePlainRow, reader.isBetweenTags {
        try takePlainRows()
        if handler.isBatchFull { return true }
      }
      if let end = endOfNextRow() {
        isPaused = try hand(over: end - left.lowerBound, isLast: false)
      } else if isUnpacked {
        isPaused = try hand(over: left.count, isLast: true)
        isFinished = true
      } else if left.count <= window.count - Self.pieceSize {
        try unpack()
      } else {
        isPaused = try hand(over: left.count, isLast: false)
      }
      if isPaused { return true }
    }
    return false
  }

  /// Hands so many bytes to expat; true when the handler has paused.
  private func hand(over count: Int, isLast: Bool) throws(WorkbookReadingError) -> Bool {
    let piece = left.lowerBound..<left.lowerBound + count
    left = piece.upperBound..<left.upperBound
    let window = window
    return try reader.read(window.span.extracting(piece), isLast: isLast)
  }

  private func takePlainRows() throws(WorkbookReadingError) {
    guard let end = endOfLastRow() else { return }
    let window = window
    let bytes = window.span.extracting(left.lowerBound..<end)
    var position = 0
    while position < bytes.count, !handler.isBatchFull, let next = handler.takePlainRow(bytes, from: position) {
      position = next
      if let failure = handler.failure { throw failure.ofPart(entry.name) }
    }
    left = left.lowerBound + position..<left.upperBound
  }

  private func unpack() throws(WorkbookReadingError) {
    if left.lowerBound > 0 {
      unsafe window.withUnsafeMutableBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        _ = unsafe memmove(start, start + left.lowerBound, left.count)
      }
      left = 0..<left.count
    }
    let count: Int
    do {
      count = try entry.read(into: &window, from: left.upperBound, most: Self.pieceSize)
    } catch {
      // What came before is read first, so that it is known how far it came.
      _ = try hand(over: left.count, isLast: false)
      throw WorkbookReadingError(error, at: handler.place)
    }
    bytesRead += count
    isUnpacked = count == 0
    left = 0..<left.upperBound + count
  }

  private static let rowEnd: [UInt8] = Array("</row>".utf8)

  private func endOfNextRow() -> Int? {
    var start = left.lowerBound
    while let sign = nextSign(from: start) {
      if isRowEnd(sign) { return sign + Self.rowEnd.count }
      start = sign + 1
    }
    return nil
  }

  /// Where the next `<` stands.
  private func nextSign(from start: Int) -> Int? {
    unsafe window.withUnsafeBytes { bytes in
      guard let first = bytes.baseAddress,
        let found = unsafe memchr(first + start, Int32(UInt8(ascii: "<")), left.upperBound - start)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - first
    }
  }

  private func endOfLastRow() -> Int? {
    var end = left.upperBound
    while end - Self.rowEnd.count >= left.lowerBound {
      if isRowEnd(end - Self.rowEnd.count) { return end }
      end -= 1
    }
    return nil
  }

  private func isRowEnd(_ position: Int) -> Bool {
    window[position] == Self.rowEnd[0] && position + Self.rowEnd.count <= left.upperBound
      && window[position..<position + Self.rowEnd.count].elementsEqual(Self.rowEnd)
  }
}
