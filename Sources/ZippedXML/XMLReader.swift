import CExpat

/// Tells a handler of a document whose bytes come a piece at a time. No document type, no entity beyond the five of XML itself.
///
/// The C handle never leaves the reader, which frees it.
@safe
public final class XMLReader {
  /// What became of a piece.
  public enum Outcome: Sendable {
    case read
    /// The handler has paused: `resume` goes on within the piece.
    case paused
    /// The handler has stopped.
    case stopped
  }

  private let parser: XML_Parser
  private let handler: XMLHandler
  private let limits: XMLLimits
  /// Bytes taken so far.
  public private(set) var bytesRead = 0

  /// - Parameter isUTF8: the document is in UTF-8, whatever it says of itself.
  public init(telling handler: XMLHandler, limits: XMLLimits, isUTF8: Bool = false) throws(XMLError) {
    guard let parser = unsafe isUTF8 ? XML_ParserCreate("UTF-8") : XML_ParserCreate(nil) else { throw .outOfMemory }
    unsafe self.parser = parser
    self.handler = handler
    self.limits = limits
    unsafe handler.parser = parser
    handler.depthLimit = limits.depth
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(handler).toOpaque())
    unsafe XML_SetElementHandler(parser, startElement, endElement)
    unsafe XML_SetCharacterDataHandler(parser, characters)
    unsafe XML_SetStartDoctypeDeclHandler(parser, startDocumentType)
    unsafe XML_SetXmlDeclHandler(parser, declaration)
  }

  deinit {
    unsafe handler.parser = nil
    unsafe XML_ParserFree(parser)
  }

  /// Goes on with the next piece.
  public func read(_ bytes: Span<UInt8>, isLast: Bool) throws(XMLError) -> Outcome {
    bytesRead += bytes.count
    let status = unsafe bytes.withUnsafeBytes { bytes in
      unsafe XML_Parse(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), isLast ? 1 : 0)
    }
    let outcome = try judge(status)
    guard isLast || outcome != .read || bytesRead - position <= limits.tag else { throw .tagTooLong(allowed: limits.tag) }
    return outcome
  }

  /// Goes on after a pause, within the piece that was read last.
  public func resume() throws(XMLError) -> Outcome {
    try judge(unsafe XML_ResumeParser(parser))
  }

  /// Whether all bytes taken so far have been told of: no tag, comment or the like is begun.
  public var hasToldAll: Bool { position == bytesRead }

  /// Whether the document says nothing of its encoding, or that it is UTF-8. (One in UTF-16 need not say so.)
  public var declaresUTF8: Bool { handler.declaresUTF8 }

  private var position: Int { unsafe Int(XML_GetCurrentByteIndex(parser)) }

  private func judge(_ status: XML_Status) throws(XMLError) -> Outcome {
    if let fault = handler.fault { throw fault }
    if handler.isStopped { return .stopped }
    switch status {
    case XML_STATUS_OK: return .read
    case XML_STATUS_SUSPENDED: return .paused
    default: throw fault()
    }
  }

  private func fault() -> XMLError {
    let code = unsafe XML_GetErrorCode(parser)
    if code == XML_ERROR_UNKNOWN_ENCODING { return .unknownEncoding }
    if code == XML_ERROR_NO_MEMORY { return .outOfMemory }
    let detail = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? ""
    return unsafe .malformed(line: Int(XML_GetCurrentLineNumber(parser)), detail: detail)
  }
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let data = unsafe data, let name = unsafe name, let attributes = unsafe attributes else { return }
  unsafe Unmanaged<XMLHandler>.fromOpaque(data)._withUnsafeGuaranteedRef { handler in
    // Between a failure and the parser's stop a few calls may still come.
    guard !handler.isStopped else { return }
    handler.depth += 1
    guard handler.depth <= handler.depthLimit else { return handler.stop(for: .tooDeep(allowed: handler.depthLimit)) }
    unsafe handler.start(XMLName(name), XMLAttributes(attributes))
  }
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let data = unsafe data, let name = unsafe name else { return }
  unsafe Unmanaged<XMLHandler>.fromOpaque(data)._withUnsafeGuaranteedRef { handler in
    guard !handler.isStopped else { return }
    handler.depth -= 1
    unsafe handler.end(XMLName(name))
  }
}

private func characters(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  guard let data = unsafe data, let text = unsafe text else { return }
  unsafe Unmanaged<XMLHandler>.fromOpaque(data)._withUnsafeGuaranteedRef { handler in
    guard !handler.isStopped else { return }
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
    handler.stop(for: .documentType)
  }
}

private func declaration(
  _ data: UnsafeMutableRawPointer?, _ version: UnsafePointer<CChar>?, _ encoding: UnsafePointer<CChar>?, _ standalone: Int32
) {
  guard let data = unsafe data else { return }
  unsafe Unmanaged<XMLHandler>.fromOpaque(data)._withUnsafeGuaranteedRef { handler in
    handler.declaresUTF8 = unsafe encoding.map { unsafe String(cString: $0).lowercased() == "utf-8" } ?? true
  }
}
