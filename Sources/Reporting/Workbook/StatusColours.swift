package import CadreModel
import Workbook

/// The colours of statuses in workbooks: those of the pages, paler behind text.
package enum StatusColours {
  /// Colours a column of statuses, also after somebody has changed a cell.
  static func rules(_ language: Language) -> [ColourRule] {
    Status.allCases.compactMap { status in
      colours(of: status).map { ColourRule(text: name(of: status, in: language), fill: $0.fill, fontColour: $0.font) }
    }
  }

  /// How a count of a status that is not zero looks: only what needs attention stands out.
  static func counted(_ status: Status, _ style: CellStyle) -> CellStyle {
    guard [.unmet, .atRisk].contains(status), let colours = colours(of: status) else { return style }
    var style = style
    style.fill = colours.fill
    style.fontColour = colours.font
    return style
  }

  /// A status as tables have it: the label in Chinese, the code in English.
  package static func name(of status: Status, in language: Language) -> String {
    language == .chinese ? status.label : status.rawValue
  }

  private static func colours(of status: Status) -> (fill: Colour, font: Colour)? {
    switch status {
    case .met: (Colour(red: 0xD9, green: 0xEE, blue: 0xE0), Colour(red: 0x1E, green: 0x5B, blue: 0x37))
    case .unmet: (Colour(red: 0xF8, green: 0xD7, blue: 0xD4), Colour(red: 0x8F, green: 0x1D, blue: 0x17))
    case .pending: (Colour(red: 0xDF, green: 0xE8, blue: 0xF2), Colour(red: 0x2F, green: 0x4D, blue: 0x72))
    case .atRisk: (Colour(red: 0xFB, green: 0xE7, blue: 0xC3), Colour(red: 0x85, green: 0x54, blue: 0x00))
    case .exempt: (Colour(red: 0xF0, green: 0xEC, blue: 0xE4), Colour(red: 0x5C, green: 0x55, blue: 0x47))
    case .noData: (Colour(red: 0xE6, green: 0xE6, blue: 0xE6), Colour(red: 0x55, green: 0x55, blue: 0x55))
    case .info: nil
    }
  }
}
