import CExpat
import Spreadsheet

/// Who is told of a document's elements.
protocol XMLListener: AnyObject {
  func start(_ name: String, attributes: [String: String], line: Int) throws(FieldFormatError)
  func end(_ name: String)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Reads one document from memory. No document type, no entity beyond the five of XML itself.
///
/// The C handle never leaves the reader, which frees it.
@safe
final class XMLReader {
  private let parser: XML_Parser
  private let file: String
  private let limits: FieldLimits
  private unowned let listener: any XMLListener
  private var depth = 0
  private var failure: FieldFormatError?

  /// Tells the listener of the whole document.
  /// - Parameter bytes: in UTF-8 or UTF-16, or in GB18030 where the document says so.
  static func read(
    _ bytes: [UInt8], file: String, limits: FieldLimits, to listener: any XMLListener
  ) throws(FieldFormatError) {
    let declared = DeclaredEncoding(bytes)
    guard case .gb18030 = declared else {
      return try XMLReader(file: file, encoding: nil, limits: limits, listener: listener).read(bytes)
    }
    let reader = try XMLReader(file: file, encoding: "UTF-8", limits: limits, listener: listener)
    try reader.read(GB18030Text.decode(bytes, file: file))
  }

  private init(
    file: String, encoding: String?, limits: FieldLimits, listener: any XMLListener
  ) throws(FieldFormatError) {
    guard let parser = unsafe encoding.map({ unsafe XML_ParserCreate($0) }) ?? XML_ParserCreate(nil) else {
      throw .malformedXML(file: file, line: 0, detail: "out of memory")
    }
    unsafe self.parser = parser
    self.file = file
    self.limits = limits
    self.listener = listener
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(parser, startElement, endElement)
    unsafe XML_SetCharacterDataHandler(parser, characters)
    unsafe XML_SetStartDoctypeDeclHandler(parser, startDocumentType)
  }

  deinit {
    unsafe XML_ParserFree(parser)
  }

  private func read(_ bytes: [UInt8]) throws(FieldFormatError) {
    var rest = bytes[...]
    repeat {
      let piece = rest.prefix(1 << 20)
      rest = rest.dropFirst(piece.count)
      let status = unsafe piece.withUnsafeBytes { piece in
        unsafe XML_Parse(
          parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count), rest.isEmpty ? 1 : 0)
      }
      if let failure { throw failure }
      guard status == XML_STATUS_OK else { throw fault() }
    } while !rest.isEmpty
  }

  private func fault() -> FieldFormatError {
    let code = unsafe XML_GetErrorCode(parser)
    if code == XML_ERROR_UNKNOWN_ENCODING { return .unknownEncoding(file: file) }
    let detail = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? ""
    return unsafe .malformedXML(file: file, line: Int(XML_GetCurrentLineNumber(parser)), detail: detail)
  }

  private func fail(_ error: FieldFormatError) {
    guard failure == nil else { return }
    failure = error
    _ = unsafe XML_StopParser(parser, 0)
  }

  // MARK: What expat tells

  fileprivate func started(_ name: String, _ attributes: [String: String]) {
    // Between a failure and the parser's stop a few calls may still come.
    guard failure == nil else { return }
    depth += 1
    guard depth <= limits.depth else { return fail(.overLimit(.depth, file: file, allowed: limits.depth)) }
    do {
      try listener.start(name, attributes: attributes, line: unsafe Int(XML_GetCurrentLineNumber(parser)))
    } catch {
      fail(error)
    }
  }

  fileprivate func ended(_ name: String) {
    guard failure == nil else { return }
    depth -= 1
    listener.end(name)
  }

  fileprivate func told(_ bytes: UnsafeBufferPointer<UInt8>) {
    if failure == nil { unsafe listener.text(bytes) }
  }

  fileprivate func declaredType() {
    fail(.documentType(file: file))
  }
}

private func startElement(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?,
  _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
) {
  guard let data = unsafe data, let name = unsafe name, let list = unsafe list else { return }
  var attributes: [String: String] = [:]
  var index = 0
  while let key = unsafe list[index], let value = unsafe list[index + 1] {
    // An empty attribute says nothing: most of a row's are.
    if unsafe value.pointee != 0 { unsafe attributes[String(cString: key)] = unsafe String(cString: value) }
    index += 2
  }
  unsafe Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue().started(String(cString: name), attributes)
}

private func endElement(_ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) {
  guard let data = unsafe data, let name = unsafe name else { return }
  unsafe Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue().ended(String(cString: name))
}

private func characters(_ data: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ count: Int32) {
  guard let data = unsafe data, let text = unsafe text else { return }
  unsafe text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
    unsafe Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue()
      .told(UnsafeBufferPointer(start: bytes, count: Int(count)))
  }
}

private func startDocumentType(
  _ data: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ system: UnsafePointer<CChar>?,
  _ publicID: UnsafePointer<CChar>?, _ hasInternalSubset: Int32
) {
  guard let data = unsafe data else { return }
  unsafe Unmanaged<XMLReader>.fromOpaque(data).takeUnretainedValue().declaredType()
}
