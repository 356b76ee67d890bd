/// Why a document cannot be read. Carries nothing of its contents.
public enum XMLError: Error, Hashable, Sendable {
  case outOfMemory
  /// No well-formed XML; `detail` is what expat says.
  case malformed(line: Int, detail: String)
  /// It declares a document type, which may draw in other files.
  case documentType
  /// In an encoding other than UTF-8, UTF-16, ISO-8859-1 and ASCII.
  case unknownEncoding
  /// Elements within each other.
  case tooDeep(allowed: Int)
  /// Bytes of one tag.
  case tagTooLong(allowed: Int)
}

/// How much of a document is read at a time, and how deep.
public struct XMLLimits: Hashable, Sendable {
  /// Elements within each other.
  public let depth: Int
  /// Bytes of one tag.
  public let tag: Int

  public init(depth: Int, tag: Int) {
    self.depth = depth
    self.tag = tag
  }
}
