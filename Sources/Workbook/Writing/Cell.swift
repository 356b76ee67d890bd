/// What stands in a cell and how it looks.
public struct Cell: Hashable, Sendable {
  public var content: CellContent
  public var style: CellStyle
  /// A note that shows when the pointer is over the cell.
  public var comment: CellComment?

  public init(_ content: CellContent, style: CellStyle = .plain, comment: CellComment? = nil) {
    self.content = content
    self.style = style
    self.comment = comment
  }

  public static let blank = Cell(.blank)

  public static func text(_ text: String, style: CellStyle = .plain) -> Cell { Cell(.text(text), style: style) }

  /// Text that stays text when the cell is edited: numbers of identity, codes, keys.
  public static func identifier(_ text: String, style: CellStyle = .plain) -> Cell {
    Cell(.text(text), style: style.with(.text))
  }

  public static func number(_ value: Double, places: Int = 0, style: CellStyle = .plain) -> Cell {
    Cell(.number(value), style: style.with(.number(places: places)))
  }

  /// A whole number. A sheet's numbers have 15 digits: one that has more is written as text, none of them lost.
  public static func integer(_ value: Int, style: CellStyle = .plain) -> Cell {
    guard value.magnitude < 1_000_000_000_000_000 else { return identifier(String(value), style: style) }
    return number(Double(value), style: style)
  }

  /// A share of one: 0.5 is shown as 50%.
  public static func percent(_ share: Double, places: Int = 1, style: CellStyle = .plain) -> Cell {
    Cell(.number(share), style: style.with(.percent(places: places)))
  }

  public static func date(_ date: CellDate, style: CellStyle = .plain) -> Cell {
    Cell(.date(date), style: style.with(.date))
  }

  public static func boolean(_ value: Bool, style: CellStyle = .plain) -> Cell { Cell(.boolean(value), style: style) }

  /// Text that leads to a cell of a sheet of this workbook.
  public static func link(_ text: String, to target: CellTarget, style: CellStyle = .link) -> Cell {
    Cell(.link(text: text, target: target), style: style)
  }
}

/// What a cell holds.
public enum CellContent: Hashable, Sendable {
  case blank
  /// Always text, whatever it looks like: never a number, a formula or a link.
  case text(String)
  case number(Double)
  case boolean(Bool)
  case date(CellDate)
  case link(text: String, target: CellTarget)
  /// A number that can be reckoned with, and that leads somewhere.
  case linkedNumber(Double, target: CellTarget)
}

/// Where a link leads.
public struct CellTarget: Hashable, Sendable {
  public var sheet: SheetName
  public var position: CellPosition

  public init(sheet: SheetName, position: CellPosition) {
    self.sheet = sheet
    self.position = position
  }
}

/// A note on a cell.
public struct CellComment: Hashable, Sendable {
  public var text: String
  public var author: String

  public init(_ text: String, author: String) {
    self.text = text
    self.author = author
  }
}

/// A day of the calendar.
public struct CellDate: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// - Returns: nil if the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= lengths[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The number of the day as a sheet counts them; nil before March 1900, where programs disagree about the numbers:
  /// Excel knows a 29 February 1900 that never was.
  var serial: Double? {
    guard (year, month) >= (1900, 3) else { return nil }
    // Days since 0000-03-01: years that begin in March have their leap day at the end.
    let marchYear = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let days = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + (153 * monthFromMarch + 2) / 5 + day - 1
    // 1899-12-30, the day 0.
    return Double(days - 693_899)
  }

  /// `yyyy-mm-dd`.
  var text: String { padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2) }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
