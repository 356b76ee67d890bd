import ZippedXML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What is done with a part that is a long list of elements most of which are in a plain form: rows, shared strings.
class ListHandler: PartHandler {
  /// The tag that ends an element of the list.
  let elementEnd: [UInt8]

  init(elementEnd: StaticString) {
    self.elementEnd = unsafe Array(UnsafeBufferPointer(start: elementEnd.utf8Start, count: elementEnd.utf8CodeUnitCount))
  }

  /// Whether expat has just told of a whole element, so that the next one may be taken without it: as deep as that one, and nothing is
  /// open that would change what it means.
  var mayTakePlain: Bool { false }

  /// Takes the element that begins at `start` and goes on behind it; nil where it is not plain, and nothing was taken.
  func takePlain(_ bytes: Span<UInt8>, from start: Int) -> Int? { nil }

  /// Whether enough was taken for one reading.
  var isFull: Bool { false }
}

/// Unpacks such a part and tells its handler of it: of elements in their plain form at once, of all else by way of expat.
///
/// Most of a sheet is rows as every program writes them, and most of the time went into expat's taking them for any XML. So expat reads
/// to the end of a first row; from there on rows are taken as they are as long as they are plain (`PlainRow`), without expat's
/// knowledge. Any other row, and whatever follows the rows, expat reads, as if it followed the row that expat read last. Shared strings
/// are read in the same way.
final class ListStream<Handler: ListHandler> {
  let handler: Handler
  private let entry: ZipEntryStream
  private let reader: PartReader
  /// Bytes of the part; those within `left` are not read yet. Room for a few pieces: an element that is too long for it, expat reads.
  private var window = [UInt8](repeating: 0, count: 3 * pieceSize)
  private var left = 0..<0
  /// Bytes unpacked so far.
  private(set) var bytesRead = 0
  private let takesPlain: Bool
  private var isUnpacked = false
  private var isPaused = false
  /// All of it was handed over.
  private var isFinished = false

  init(_ entry: ZipEntryStream, handler: Handler, limits: ReadingLimits, takesPlain: Bool)
    throws(WorkbookReadingError)
  {
    self.entry = entry
    self.handler = handler
    self.takesPlain = takesPlain
    reader = try PartReader(entry.name, telling: handler, limits: limits)
  }

  /// Reads on until the handler is full; false at the end of the part.
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
      if takesPlain, handler.mayTakePlain, reader.isBetweenTags {
        try takePlainElements()
        if handler.isFull { return true }
      }
      if let end = endOfNextElement() {
        isPaused = try hand(over: end - left.lowerBound, isLast: false)
      } else if isUnpacked {
        isPaused = try hand(over: left.count, isLast: true)
        isFinished = true
      } else if left.count <= window.count - pieceSize {
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

  private func takePlainElements() throws(WorkbookReadingError) {
    guard let end = endOfLastElement() else { return }
    let window = window
    let bytes = window.span.extracting(left.lowerBound..<end)
    var position = 0
    while position < bytes.count, !handler.isFull, let next = handler.takePlain(bytes, from: position) {
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
      count = try entry.read(into: &window, from: left.upperBound, most: pieceSize)
    } catch {
      // What came before is read first, so that it is known how far it came.
      _ = try hand(over: left.count, isLast: false)
      throw WorkbookReadingError(error, at: handler.place)
    }
    bytesRead += count
    isUnpacked = count == 0
    left = 0..<left.upperBound + count
  }

  private func endOfNextElement() -> Int? {
    var start = left.lowerBound
    while let sign = nextSign(from: start) {
      if isElementEnd(sign) { return sign + handler.elementEnd.count }
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

  private func endOfLastElement() -> Int? {
    var end = left.upperBound
    while end - handler.elementEnd.count >= left.lowerBound {
      if isElementEnd(end - handler.elementEnd.count) { return end }
      end -= 1
    }
    return nil
  }

  private func isElementEnd(_ position: Int) -> Bool {
    window[position] == handler.elementEnd[0] && position + handler.elementEnd.count <= left.upperBound
      && window[position..<position + handler.elementEnd.count].elementsEqual(handler.elementEnd)
  }
}

/// Bytes unpacked at a time.
private let pieceSize = 64 * 1024
