/// How a cell looks. Equal styles are one format in the file.
public struct CellStyle: Hashable, Sendable {
  public var numberFormat: NumberFormat
  public var isBold: Bool
  public var isUnderlined: Bool
  public var fontColour: Colour?
  public var fill: Colour?
  /// A thin line on all four sides.
  public var hasBorder: Bool
  /// Long text goes on in a next line of the cell.
  public var wraps: Bool
  public var alignment: Alignment
  public var verticalAlignment: VerticalAlignment

  public init(
    _ numberFormat: NumberFormat = .general, isBold: Bool = false, isUnderlined: Bool = false, fontColour: Colour? = nil,
    fill: Colour? = nil, hasBorder: Bool = false, wraps: Bool = false, alignment: Alignment = .byContent,
    verticalAlignment: VerticalAlignment = .bottom
  ) {
    self.numberFormat = numberFormat
    self.isBold = isBold
    self.isUnderlined = isUnderlined
    self.fontColour = fontColour
    self.fill = fill
    self.hasBorder = hasBorder
    self.wraps = wraps
    self.alignment = alignment
    self.verticalAlignment = verticalAlignment
  }

  /// Nothing set.
  public static let plain = CellStyle()
  /// What is typed or edited stays text: `0012` keeps its zeros.
  public static let text = CellStyle(.text)
  /// Blue and underlined, as links are.
  public static let link = CellStyle(isUnderlined: true, fontColour: Colour(red: 0x05, green: 0x63, blue: 0xC1))

  /// The same with another number format.
  public func with(_ numberFormat: NumberFormat) -> CellStyle {
    var style = self
    style.numberFormat = numberFormat
    return style
  }

  public enum Alignment: Hashable, Sendable {
    /// Numbers right, text left.
    case byContent
    case left, centre, right
  }

  public enum VerticalAlignment: Hashable, Sendable {
    case top, centre, bottom
  }
}

/// How a cell's number is shown.
public enum NumberFormat: Hashable, Sendable {
  /// As Excel sees fit.
  case general
  /// Text, also what is typed later.
  case text
  /// So many decimal places, thousands set apart.
  case number(places: Int)
  /// Hundredths: 0.5 is 50%.
  case percent(places: Int)
  /// `yyyy-mm-dd`.
  case date
  /// In Excel's language; at most 127 bytes.
  case custom(String)

  /// In Excel's language; nil for `general`.
  var code: String? {
    switch self {
    case .general: nil
    case .text: "@"
    case .number(let places): "#,##0" + decimals(places)
    case .percent(let places): "0" + decimals(places) + "%"
    case .date: "yyyy-mm-dd"
    case .custom(let code): code
    }
  }

  private func decimals(_ places: Int) -> String {
    places > 0 ? "." + String(repeating: "0", count: min(places, 15)) : ""
  }
}

/// A colour by its three parts.
public struct Colour: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The library's number: it takes 0 as "none" and wants black with a bit of its own.
  var libraryValue: UInt32 {
    let value = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    return value == 0 ? 0x100_0000 : value
  }
}
