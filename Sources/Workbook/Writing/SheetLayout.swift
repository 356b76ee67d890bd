/// How a sheet is laid out on the screen and on paper.
public struct SheetLayout: Hashable, Sendable {
  public var columns: [SheetColumn]
  /// The row of the headings, counted from 0: what is above and it stay on the screen, and on paper it is repeated.
  public var headingRow: Int?
  /// Columns that stay on the screen.
  public var frozenColumns: Int
  /// Arrows at the headings that filter rows.
  public var hasFilter: Bool
  public var isLandscape: Bool
  public var header: PageMargin
  public var footer: PageMargin
  public var tabColour: Colour?
  public var isHidden: Bool

  public init(
    columns: [SheetColumn] = [], headingRow: Int? = nil, frozenColumns: Int = 0, hasFilter: Bool = false,
    isLandscape: Bool = false, header: PageMargin = PageMargin(), footer: PageMargin = .pageNumbers,
    tabColour: Colour? = nil, isHidden: Bool = false
  ) {
    self.columns = columns
    self.headingRow = headingRow
    self.frozenColumns = frozenColumns
    self.hasFilter = hasFilter
    self.isLandscape = isLandscape
    self.header = header
    self.footer = footer
    self.tabColour = tabColour
    self.isHidden = isHidden
  }
}

/// A column of a sheet.
public struct SheetColumn: Hashable, Sendable {
  public var width: Width
  /// How cells look that are still empty: with `.text`, what somebody types there stays text.
  public var style: CellStyle?
  public var isHidden: Bool

  public init(width: Width = .fitted(), style: CellStyle? = nil, isHidden: Bool = false) {
    self.width = width
    self.style = style
    self.isHidden = isHidden
  }

  /// In characters of Latin text; a Chinese one takes two.
  public enum Width: Hashable, Sendable {
    /// As wide as what was written from the headings on, within bounds.
    case fitted(atLeast: Int = 8, atMost: Int = 50)
    case fixed(Double)
  }
}

/// The three texts in the upper or lower margin of a printed page.
public struct PageMargin: Hashable, Sendable {
  public var left: [Part]
  public var centre: [Part]
  public var right: [Part]

  public init(left: [Part] = [], centre: [Part] = [], right: [Part] = []) {
    self.left = left
    self.centre = centre
    self.right = right
  }

  public enum Part: Hashable, Sendable {
    case text(String)
    case pageNumber
    case pageCount
  }

  /// `3 / 12`, in the middle.
  public static let pageNumbers = PageMargin(centre: [.pageNumber, .text(" / "), .pageCount])

  /// In Excel's language; at most 255 characters: texts that do not fit are cut. Nil if there is nothing to print.
  var code: String? {
    // A third for each, less the sign that begins it.
    let sections = [("&L", left), ("&C", centre), ("&R", right)].filter { !$0.1.isEmpty }
    guard !sections.isEmpty else { return nil }
    let share = 250 / sections.count - 2
    return sections.map { $0.0 + Self.code(of: $0.1, limit: share) }.joined()
  }

  private static func code(of parts: [Part], limit: Int) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .pageNumber: result += "&P"
      case .pageCount: result += "&N"
      case .text(let text):
        // `&P+1` would be a sum, and digits after a sign a size of the font.
        let follows = result.hasSuffix("&P") || result.hasSuffix("&N") || result.isEmpty
        let isAmbiguous = follows && text.first.map { "+-0123456789".contains($0) } == true
        result += isAmbiguous ? " " : ""
        let characters = Array(CellText.plain(text, limit: limit))
        for (index, character) in characters.enumerated() {
          // The library takes `&G` for a picture, also where the sign is doubled: there a full-width sign stands for it.
          let isPicture = index + 1 < characters.count && (characters[index + 1] == "G" || characters[index + 1] == "[")
          let piece = character == "&" ? (isPicture ? "\u{FF06}" : "&&") : String(character)
          guard result.utf16.count + piece.utf16.count <= limit else { return result }
          result += piece
        }
      }
    }
    return result
  }
}
