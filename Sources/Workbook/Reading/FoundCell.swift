/// What a cell holds.
public enum FoundContent: Sendable, Hashable {
  /// Nothing: only for a formula whose value was not stored. Cells that hold nothing are left out.
  case blank
  case text
  case number(Double, Precision)
  /// 0.95 for 95%.
  case percent(Double, Precision)
  case date(CivilMoment, DateShape)
  /// Milliseconds of a day.
  case time(Int)
  /// Milliseconds, which may be more than a day's.
  case duration(Int)
  /// Formatted as a day, but before the first or after the last that there is: spreadsheets show `####`.
  case dateOutOfRange(Double)
  case boolean(Bool)
  case error(CellError)
}

/// The errors that a calculation ends in.
public enum CellError: UInt8, Sendable, Hashable, CaseIterable {
  case null, divisionByZero, value, reference, name, number, notAvailable
  /// One of the newer ones, `#SPILL!` and the like; the cell's text has it.
  case other

  init(_ text: ArraySlice<UInt8>) {
    self =
      switch String(decoding: text, as: UTF8.self) {
      case "#NULL!": .null
      case "#DIV/0!": .divisionByZero
      case "#VALUE!": .value
      case "#REF!": .reference
      case "#NAME?": .name
      case "#NUM!": .number
      case "#N/A": .notAvailable
      default: .other
      }
  }
}

/// Whether a cell is calculated.
public enum Formula: UInt8, Sendable, Hashable {
  case none
  /// Calculated; the content is the value that was stored with it.
  case stored
  /// Calculated, but no value was stored: the program that wrote the file cannot calculate. Opened and saved once in a
  /// spreadsheet program it has one.
  case withoutValue
}

/// Whether a cell's text is what a person wrote.
public enum CellTrust: UInt8, Sendable, Hashable {
  case asWritten
  /// A number of more digits than a spreadsheet keeps: the last ones are lost.
  case digitsLost
  /// A share, whose text is that of the number: `0.95` where people see `95%`.
  case percent
  /// A calculation that ended in an error.
  case failed
  /// A calculation whose value was not stored.
  case notCalculated
}

/// One cell of a row.
public struct FoundCell: Sendable {
  enum Tag: UInt8 { case blank, text, number, percent, date, isoDate, time, duration, outOfRange, boolean, error }

  /// What `value` means.
  let tag: Tag
  /// The raw value of a shape, precision or error.
  let detail: UInt8
  public let formula: Formula
  /// The cell's format is text: what is in it was not meant to be calculated with, be it text or number.
  public let isTextFormatted: Bool
  let systemIs1904: Bool
  private let storedColumn: UInt16
  let start: UInt32
  let length: UInt32
  let value: Double

  init(
    _ tag: Tag, detail: UInt8 = 0, value: Double = 0, formula: Formula, isTextFormatted: Bool, system: DateSystem, column: Int,
    text: Range<Int>
  ) {
    self.tag = tag
    self.detail = detail
    self.value = value
    self.formula = formula
    self.isTextFormatted = isTextFormatted
    systemIs1904 = system == .from1904
    storedColumn = UInt16(truncatingIfNeeded: column)
    start = UInt32(truncatingIfNeeded: text.lowerBound)
    length = UInt32(truncatingIfNeeded: text.count)
  }

  /// From 1, which is A.
  public var column: Int { Int(storedColumn) }

  public var content: FoundContent {
    switch tag {
    case .blank: .blank
    case .text: .text
    case .number: .number(value, Precision(rawValue: detail) ?? .exact)
    case .percent: .percent(value, Precision(rawValue: detail) ?? .exact)
    case .date: moment.map { .date($0, DateShape(rawValue: detail) ?? .day) } ?? .dateOutOfRange(value)
    // Days and milliseconds packed into one exact whole number.
    case .isoDate: .date(Self.unpacked(value), .day)
    case .time: .time(Int(value))
    case .duration: .duration(Int(value))
    case .outOfRange: .dateOutOfRange(value)
    case .boolean: .boolean(value != 0)
    case .error: .error(CellError(rawValue: detail) ?? .other)
    }
  }

  /// How a cell says what it says, for those who read its text alone; costs less than its content.
  public var trust: CellTrust {
    switch tag {
    case .blank: formula == .withoutValue ? .notCalculated : .asWritten
    case .error: .failed
    case .percent: .percent
    case .number where detail == Precision.digitsLost.rawValue: .digitsLost
    default: .asWritten
    }
  }

  private var moment: CivilMoment? { CivilMoment(serial: value, system: systemIs1904 ? .from1904 : .from1900) }

  static func packed(_ moment: CivilMoment) -> Double {
    Double(((moment.year * 100 + moment.month) * 100 + moment.day) * 100_000_000 + moment.milliseconds)
  }

  private static func unpacked(_ value: Double) -> CivilMoment {
    let (days, milliseconds) = Int(value).quotientAndRemainder(dividingBy: 100_000_000)
    return CivilMoment(year: days / 10_000, month: days / 100 % 100, day: days % 100, milliseconds: milliseconds)
  }
}
