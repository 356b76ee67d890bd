import ZippedXML

/// Reads `sharedStrings.xml`. How many strings it says it has decides nothing.
final class SharedStringsHandler: ListHandler {
  let strings: PackedStrings
  private let limits: ReadingLimits
  @safe @exclusivity(unchecked) private var hasRoot = false
  @safe @exclusivity(unchecked) private var bytes: [UInt8] = []
  @safe @exclusivity(unchecked) private var textStart = 0
  @safe @exclusivity(unchecked) private var isInText = false
  /// Within how the characters are read aloud, which is no part of the text.
  @safe @exclusivity(unchecked) private var isInPhonetic = false
  /// What was told last is the end of a string.
  @safe @exclusivity(unchecked) private var isBehindString = false

  init(limits: ReadingLimits) {
    strings = PackedStrings(memoryLimit: limits.stringsInMemory)
    self.limits = limits
    super.init(elementEnd: "</si>")
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    isBehindString = false
    if name.isLetter(UInt8(ascii: "t")) {
      isInText = !isInPhonetic
      textStart = bytes.count
    } else if name.is("si") {
      bytes.removeAll(keepingCapacity: true)
    } else if name.is("rPh") {
      isInPhonetic = true
    } else if !hasRoot {
      guard name.is("sst") else { return fail(.unexpectedPart(part: "", root: name.text)) }
    }
    hasRoot = true
  }

  override func end(_ name: XMLName) {
    isBehindString = false
    if name.isLetter(UInt8(ascii: "t")) {
      if isInText { EscapedText.decode(&bytes, from: textStart) }
      isInText = false
    } else if name.is("si") {
      keep()
      isBehindString = true
    } else if name.is("rPh") {
      isInPhonetic = false
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    isBehindString = false
    guard isInText else { return }
    unsafe append(text)
  }

  @inline(__always)
  private func append(_ text: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: text)
    if bytes.count > limits.cellText { fail(.overLimit(.cellText, part: nil, allowed: limits.cellText)) }
  }

  private func keep() {
    do throws(WorkbookReadingError) { try strings.append(bytes[...]) } catch { fail(error) }
  }

  // MARK: Strings in their plain form

  override var mayTakePlain: Bool { isBehindString && !isInText && !isInPhonetic && depth + 2 <= limits.depth }

  /// A string in one piece, `<si><t>text</t></si>`.
  override func takePlain(_ plain: Span<UInt8>, from start: Int) -> Int? {
    var scan = PlainScanner(position: start)
    guard scan.take("<si><t", plain) else { return nil }
    _ = scan.take(" xml:space=\"preserve\"", plain)
    guard scan.take(">", plain), let text = scan.text(plain), scan.take("</t></si>", plain) else { return nil }
    bytes.removeAll(keepingCapacity: true)
    unsafe plain.extracting(text).withUnsafeBufferPointer { unsafe append($0) }
    guard !isStopped else { return scan.position }
    EscapedText.decode(&bytes, from: 0)
    keep()
    return scan.position
  }
}
