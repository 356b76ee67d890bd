import Spreadsheet
import ZippedXML

/// What is done with the elements of one document. Subclasses say what they want of it.
class FieldHandler: XMLHandler {
  let file: String
  /// Why the reading ended before the end of the document.
  final private(set) var failure: FieldFormatError?

  init(file: String) {
    self.file = file
  }

  final func fail(_ error: FieldFormatError) {
    guard !isStopped else { return }
    failure = error
    stop()
  }
}

/// One document of the field's formats, in memory.
enum FieldDocument {
  /// Tells a handler of the whole document.
  /// - Parameter bytes: in UTF-8 or UTF-16, or in GB18030 where the document says so.
  static func read(_ bytes: [UInt8], telling handler: FieldHandler, limits: FieldLimits) throws(FieldFormatError) {
    let file = handler.file
    var text = bytes
    var isUTF8 = false
    if case .gb18030 = DeclaredEncoding(bytes) {
      text = try GB18030Text.decode(bytes, file: file)
      isUTF8 = true
    }
    do {
      // The document is in memory already: no tag of it is too long.
      let reader = try XMLReader(
        telling: handler, limits: XMLLimits(depth: limits.depth, tag: .max), isUTF8: isUTF8)
      var position = 0
      repeat {
        let end = min(position + (1 << 20), text.count)
        _ = try reader.read(text.span.extracting(position..<end), isLast: end == text.count)
        position = end
      } while position < text.count && handler.failure == nil
    } catch {
      throw FieldFormatError(error, file: file)
    }
    if let failure = handler.failure { throw failure }
  }
}

extension FieldFormatError {
  fileprivate init(_ error: XMLError, file: String) {
    self =
      switch error {
      case .outOfMemory: .malformedXML(file: file, line: 0, detail: "out of memory")
      case .malformed(let line, let detail): .malformedXML(file: file, line: line, detail: detail)
      case .documentType: .documentType(file: file)
      case .unknownEncoding: .unknownEncoding(file: file)
      case .tooDeep(let allowed): .overLimit(.depth, file: file, allowed: allowed)
      case .tagTooLong(let allowed): .overLimit(.fileSize, file: file, allowed: allowed)
      }
  }
}

extension XMLAttributes {
  /// Those that are not empty, by their names: an empty one says nothing, and most of a row's are.
  var given: [String: String] {
    var given: [String: String] = [:]
    unsafe visit { name, value in
      if unsafe value.pointee != 0 { given[name.wholeText] = unsafe String(cString: value) }
    }
    return given
  }
}
