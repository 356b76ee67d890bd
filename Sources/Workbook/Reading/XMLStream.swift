import CExpat

/// What is done with the elements of one part. Subclasses say what they want of it.
///
/// A class, because expat hands back one pointer and C functions cannot be generic. Its variables are not watched for overlapping
/// uses, which took a tenth of the time: one parser calls one function after the other, and none of them calls the parser.
@safe
class XMLHandler {
  /// Set, it ends the reading.
  final private(set) var failure: WorkbookReadingError?
  final fileprivate var parser: XML_Parser?
  /// Once true, nothing more is told.
  @safe @exclusivity(unchecked) final private(set) var hasFailed = false
  @safe @exclusivity(unchecked) final fileprivate var depth = 0
  @safe @exclusivity(unchecked) final fileprivate var depthLimit = 0

  init() {}

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Where the handler is, for messages.
  var place: WorkbookPlace { WorkbookPlace() }

  final func fail(_ error: WorkbookReadingError) {
    guard !hasFailed else { return }
    hasFailed = true
    failure = error
    _ = unsafe XML_StopParser(parser, 0)
  }

  /// Lets `advance` return; the next one goes on from here. Only from `end`.
  final func pause() {
    _ = unsafe XML_StopParser(parser, 1)
  }
}

/// The name of an element or attribute, without its prefix. Valid within the call that got it.
@safe
struct XMLName {
  private let bytes: UnsafePointer<CChar>

  @inline(__always)
  fileprivate init(_ name: UnsafePointer<CChar>) {
    var local = unsafe name
    var position = unsafe name
    while unsafe position.pointee != 0 {
      if unsafe position.pointee == 0x3A { unsafe local = position + 1 }
      unsafe position += 1
    }
    unsafe bytes = local
  }

  /// The first letter.
  @inline(__always) var first: UInt8 { unsafe UInt8(bitPattern: bytes[0]) }

  /// The name is this one letter.
  @inline(__always)
  func isLetter(_ letter: UInt8) -> Bool {
    unsafe UInt8(bitPattern: bytes[0]) == letter && bytes[1] == 0
  }

  @inline(__always)
  func `is`(_ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    var index = 0
    while index < count {
      // A shorter name ends in 0, which differs.
      if unsafe UInt8(bitPattern: bytes[index]) != name.utf8Start[index] { return false }
      index += 1
    }
    return unsafe bytes[count] == 0
  }

  var text: String { unsafe String(cString: bytes) }
}

/// The attributes of an element. Valid within the call that got them.
@safe
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  @inline(__always)
  fileprivate init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    unsafe self.list = list
  }

  /// Each attribute by its name without prefix.
  @inline(__always)
  func visit(_ body: (XMLName, UnsafePointer<UInt8>) -> Void) {
    var index = 0
    while let name = unsafe list[index], let value = unsafe list[index + 1] {
      unsafe value.withMemoryRebound(to: UInt8.self, capacity: 1) { value in
        unsafe body(XMLName(name), value)
      }
      index += 2
    }
  }

  /// The value of the attribute of that name, whatever its prefix.
  subscript(_ name: StaticString) -> String? {
    var found: String?
    unsafe visit { attribute, value in
      if found == nil, attribute.is(name) { found = unsafe String(cString: value) }
    }
    return found
  }

  /// True as XML writes it.
  func isTrue(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    return value == "1" || value == "true"
  }
}

/// Reads one part piece by piece and tells a handler of it. No document type, no entity beyond the five of XML itself.
///
/// The C handle never leaves the stream, which frees it.
@safe
final class XMLStream<Handler: XMLHandler> {
  private let parser: XML_Parser
  private let entry: EntryStream
  let handler: Handler
  private let limits: ReadingLimits
  private(set) var fed = 0
  private var isPaused = false
  private var isFinished = false

  init(_ entry: EntryStream, handler: Handler, limits: ReadingLimits) throws(WorkbookReadingError) {
    guard let parser = unsafe XML_ParserCreate(nil) else {
      throw .damagedPart(part: entry.name, at: WorkbookPlace(), detail: "out of memory")
    }
    unsafe self.parser = parser
    self.entry = entry
    self.handler = handler
    self.limits = limits
    unsafe handler.parser = parser
    handler.depthLimit = limits.depth
    unsafe XML_SetUserData(parser, Unmanaged<XMLHandler>.passUnretained(handler).toOpaque())
    unsafe XML_SetElementHandler(parser, startElement, endElement)
    unsafe XML_SetCharacterDataHandler(parser, characters)
    unsafe XML_SetStartDoctypeDeclHandler(parser, startDocumentType)
  }

  deinit {
    unsafe handler.parser = nil
    unsafe XML_ParserFree(parser)
  }

  /// To the end of the part.
  func finish() throws(WorkbookReadingError) {
    while try advance() {}
  }

  /// Reads on until the handler pauses; false at the end of the part.
  func advance() throws(WorkbookReadingError) -> Bool {
    guard !isFinished else { return false }
    if isPaused {
      isPaused = false
      if try judge(unsafe XML_ResumeParser(parser)) { return true }
      if wasFinal { return end() }
    }
    while true {
      let size = 64 * 1024
      guard let buffer = unsafe XML_GetBuffer(parser, Int32(size)) else { throw fault() }
      let count: Int
      do throws(WorkbookReadingError) {
        count = try unsafe entry.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
      } catch {
        guard case .damagedPart(let part, _, let detail) = error else { throw error }
        throw .damagedPart(part: part, at: handler.place, detail: detail)
      }
      fed += count
      wasFinal = count == 0
      if try judge(unsafe XML_ParseBuffer(parser, Int32(count), wasFinal ? 1 : 0)) { return true }
      if wasFinal { return end() }
      guard unsafe fed - Int(XML_GetCurrentByteIndex(parser)) <= limits.tag else {
        throw .overLimit(.tag, part: entry.name, allowed: limits.tag)
      }
    }
  }

  private var wasFinal = false

  private func end() -> Bool {
    isFinished = true
    return false
  }

  /// True when the handler has paused.
  private func judge(_ status: XML_Status) throws(WorkbookReadingError) -> Bool {
    if let failure = handler.failure {
      isFinished = true
      throw Self.named(failure, part: entry.name)
    }
    switch status {
    case XML_STATUS_OK: return false
    case XML_STATUS_SUSPENDED:
      isPaused = true
      return true
    default: throw fault()
    }
  }

  private func fault() -> WorkbookReadingError {
    isFinished = true
    let code = unsafe XML_GetErrorCode(parser)
    if code == XML_ERROR_UNKNOWN_ENCODING { return .unknownEncoding(part: entry.name) }
    let detail = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? ""
    return unsafe .malformedXML(
      part: entry.name, at: handler.place, line: Int(XML_GetCurrentLineNumber(parser)), detail: detail)
  }

  /// The functions below know no part's name.
  private static func named(_ error: WorkbookReadingError, part: String) -> WorkbookReadingError {
    switch error {
    case .documentType: .documentType(part: part)
    case .overLimit(let limit, nil, let allowed): .overLimit(limit, part: part, allowed: allowed)
    case .unexpectedPart("", let root): .unexpectedPart(part: part, root: root)
    case .badCell(let fault, "", let place): .badCell(fault, part: part, at: place)
    default: error
    }
  }
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let data = unsafe data, let name = unsafe name, let attributes = unsafe attributes else { return }
  unsafe Unmanaged<XMLHandler>.fromOpaque(data)._withUnsafeGuaranteedRef { handler in
    // Between a failure and the parser's stop a few calls may still come.
    guard !handler.hasFailed else { return }
    handler.depth += 1
    guard handler.depth <= handler.depthLimit else {
      return handler.fail(.overLimit(.depth, part: nil, allowed: handler.depthLimit))
    }
    unsafe handler.start(XMLName(name), XMLAttributes(attributes))
  }
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let data = unsafe data, let name = unsafe name else { return }
  unsafe Unmanaged<XMLHandler>.fromOpaque(data)._withUnsafeGuaranteedRef { handler in
    guard !handler.hasFailed else { return }
    handler.depth -= 1
    unsafe handler.end(XMLName(name))
  }
}

private func characters(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  guard let data = unsafe data, let text = unsafe text else { return }
  unsafe Unmanaged<XMLHandler>.fromOpaque(data)._withUnsafeGuaranteedRef { handler in
    unsafe text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
      unsafe handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
  }
}

private func startDocumentType(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
  _ publicID: UnsafePointer<CChar>?, _ hasInternalSubset: Int32
) {
  guard let data = unsafe data else { return }
  unsafe Unmanaged<XMLHandler>.fromOpaque(data)._withUnsafeGuaranteedRef { handler in
    handler.fail(.documentType(part: ""))
  }
}
