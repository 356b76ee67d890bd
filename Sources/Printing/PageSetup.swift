/// What a printed page has besides its content: A4, texts in the upper corners, page numbers below.
public struct PageSetup: Hashable, Sendable {
  /// In the upper left corner of each page.
  public var leftHeader: String
  /// In the upper right corner of each page.
  public var rightHeader: String
  /// In the lower left corner of each page.
  public var leftFooter: String
  /// In the lower right corner of each page.
  public var rightFooter: String
  public var isLandscape: Bool

  public init(
    leftHeader: String = "", rightHeader: String = "", leftFooter: String = "", rightFooter: String = "",
    isLandscape: Bool = false
  ) {
    self.leftHeader = leftHeader
    self.rightHeader = rightHeader
    self.leftFooter = leftFooter
    self.rightFooter = rightFooter
    self.isLandscape = isLandscape
  }

  /// What goes into the page's head. Boxes in the margins are printed by Chromium from version 131 on; older ones print
  /// the same pages without them.
  var head: String {
    """
    <meta http-equiv="Content-Security-Policy" content="\(Self.contentPolicy)">
    <style>
    @page {
      size: A4\(isLandscape ? " landscape" : "");
      margin: 20mm 15mm 18mm;
      @top-left { content: \(Self.cssString(leftHeader)); font-size: 9pt; }
      @top-right { content: \(Self.cssString(rightHeader)); font-size: 9pt; }
      @bottom-left { content: \(Self.cssString(leftFooter)); font-size: 8pt; }
      @bottom-right { content: \(Self.cssString(rightFooter)); font-size: 8pt; }
      @bottom-center { content: counter(page) " / " counter(pages); font-size: 9pt; }
    }
    @media print {
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
    }
    </style>

    """
  }

  /// A page brings what it shows: nothing is fetched from a network or read from other files, and no script runs.
  private static let contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

  /// A text as CSS has it within a `style` element. Everything but letters and digits of ASCII is written as a number:
  /// neither the string nor the element can be ended by it.
  static func cssString(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic && scalar.isASCII || ("0"..."9").contains(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += "\\\(String(scalar.value == 0 ? 0xFFFD : scalar.value, radix: 16)) "
      }
    }
    return result + "\""
  }

  /// The page with the setup in its head; in front of it where it has no head.
  func applied(to page: [UInt8]) -> [UInt8] {
    let tag = Array("<head>".utf8)
    var index = 0
    while index + tag.count <= page.count {
      if page[index] == tag[0], page[index..<(index + tag.count)].elementsEqual(tag, by: { Self.lowercase($0) == $1 }) {
        let end = index + tag.count
        return Array(page[..<end]) + Array("\n".utf8) + Array(head.utf8) + Array(page[end...])
      }
      index += 1
    }
    return Array(head.utf8) + page
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
