import ZippedXML

/// Reads `sharedStrings.xml`. How many strings it says it has decides nothing.
final class SharedStringsHandler: PartHandler {
  let strings: PackedStrings
  private let textLimit: Int
  @safe @exclusivity(unchecked) private var hasRoot = false
  @safe @exclusivity(unchecked) private var bytes: [UInt8] = []
  @safe @exclusivity(unchecked) private var textStart = 0
  @safe @exclusivity(unchecked) private var isInText = false
  /// Within how the characters are read aloud, which is no part of the text.
  @safe @exclusivity(unchecked) private var isInPhonetic = false

  init(limits: ReadingLimits) {
    strings = PackedStrings(memoryLimit: limits.stringsInMemory)
    textLimit = limits.cellText
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
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
    if name.isLetter(UInt8(ascii: "t")) {
      if isInText { EscapedText.decode(&bytes, from: textStart) }
      isInText = false
    } else if name.is("si") {
      do throws(WorkbookReadingError) { try strings.append(bytes[...]) } catch { fail(error) }
    } else if name.is("rPh") {
      isInPhonetic = false
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard isInText else { return }
    unsafe bytes.append(contentsOf: text)
    if bytes.count > textLimit { fail(.overLimit(.cellText, part: nil, allowed: textLimit)) }
  }
}
