import ZippedXML

/// What is done with the elements of one part. Subclasses say what they want of it.
class PartHandler: XMLHandler {
  /// Why the reading ended before the end of the part.
  final private(set) var failure: WorkbookReadingError?

  /// Where the handler is, for messages.
  var place: WorkbookPlace { WorkbookPlace() }

  final func fail(_ error: WorkbookReadingError) {
    guard !isStopped else { return }
    failure = error
    stop()
  }
}

/// Tells a handler of one part of a workbook, and says of what is wrong in which part and where in it.
struct PartReader {
  private let part: String
  private let handler: PartHandler
  private let reader: XMLReader

  init(_ part: String, telling handler: PartHandler, limits: ReadingLimits) throws(WorkbookReadingError) {
    self.part = part
    self.handler = handler
    do {
      reader = try XMLReader(telling: handler, limits: limits.ofXML)
    } catch {
      throw WorkbookReadingError(error, part: part, at: WorkbookPlace())
    }
  }

  /// Goes on with the next piece; true when the handler has paused.
  func read(_ bytes: Span<UInt8>, isLast: Bool) throws(WorkbookReadingError) -> Bool {
    do {
      return try hasPaused(reader.read(bytes, isLast: isLast))
    } catch {
      throw named(error)
    }
  }

  /// Goes on after a pause; true when the handler has paused anew.
  func resume() throws(WorkbookReadingError) -> Bool {
    do {
      return try hasPaused(reader.resume())
    } catch {
      throw named(error)
    }
  }

  /// Whether what comes next may be read by someone else: nothing is begun, and bytes mean what they mean in UTF-8.
  var isBetweenTags: Bool { reader.hasToldAll && reader.declaresUTF8 }

  private func hasPaused(_ outcome: XMLReader.Outcome) throws -> Bool {
    if let failure = handler.failure { throw failure.ofPart(part) }
    return outcome == .paused
  }

  private func named(_ error: any Error) -> WorkbookReadingError {
    switch error {
    case let error as XMLError: WorkbookReadingError(error, part: part, at: handler.place)
    case let error as WorkbookReadingError: error
    default: .damagedPart(part: part, at: handler.place, detail: "\(error)")
    }
  }
}

extension WorkbookReadingError {
  init(_ error: ZipError, at place: WorkbookPlace = WorkbookPlace()) {
    self =
      switch error {
      case .damagedArchive(let detail): .damagedArchive(detail: detail)
      case .damagedEntry(let part, let detail): .damagedPart(part: part, at: place, detail: detail)
      case .overLimit(.entries, let part, let allowed): .overLimit(.entries, part: part, allowed: allowed)
      case .overLimit(.entrySize, let part, let allowed): .overLimit(.entrySize, part: part, allowed: allowed)
      case .overLimit(.totalSize, let part, let allowed): .overLimit(.totalSize, part: part, allowed: allowed)
      case .overLimit(.ratio, let part, let allowed): .overLimit(.ratio, part: part, allowed: allowed)
      }
  }

  fileprivate init(_ error: XMLError, part: String, at place: WorkbookPlace) {
    self =
      switch error {
      case .outOfMemory: .damagedPart(part: part, at: place, detail: "out of memory")
      case .malformed(let line, let detail): .malformedXML(part: part, at: place, line: line, detail: detail)
      case .documentType: .documentType(part: part)
      case .unknownEncoding: .unknownEncoding(part: part)
      case .tooDeep(let allowed): .overLimit(.depth, part: part, allowed: allowed)
      case .tagTooLong(let allowed): .overLimit(.tag, part: part, allowed: allowed)
      }
  }

  /// The same of a part that whoever found it did not know.
  func ofPart(_ part: String) -> WorkbookReadingError {
    switch self {
    case .overLimit(let limit, nil, let allowed): .overLimit(limit, part: part, allowed: allowed)
    case .unexpectedPart("", let root): .unexpectedPart(part: part, root: root)
    case .badCell(let fault, "", let place): .badCell(fault, part: part, at: place)
    default: self
    }
  }
}
