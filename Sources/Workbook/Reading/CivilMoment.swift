/// How much of a day a cell shows. What it does not show may be made up: Excel stores a typed `2024年5月` as its first day.
public enum DateShape: UInt8, Sendable, Hashable {
  /// Year, month and day.
  case day
  /// Year and month.
  case month
  /// The year alone.
  case year
  /// Month and day; the year is the one in which it was typed.
  case dayOfYear
  /// A month, a day of the month or of the week alone.
  case piece
}

/// A day of the calendar and a time on it, as a spreadsheet shows a serial.
public struct CivilMoment: Sendable, Hashable {
  public let year: Int
  public let month: Int
  /// 29 February 1900 and 0 January 1900 are shown by spreadsheets, though there were none.
  public let day: Int
  /// Of the day.
  public let milliseconds: Int

  public init(year: Int, month: Int, day: Int, milliseconds: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.milliseconds = milliseconds
  }

  /// nil before the first and after the last day that a spreadsheet has, 31 December 9999.
  public init?(serial: Double, system: DateSystem) {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial)
    // A serial holds a time to a millionth of a second at best.
    var milliseconds = Int(((serial - Double(days)) * 86_400_000).rounded())
    if milliseconds == 86_400_000 {
      days += 1
      milliseconds = 0
    }
    switch system {
    case .from1904:
      days += 1_462
      guard days < 2_958_466 else { return nil }
    case .from1900: break
    }
    guard days < 2_958_466 else { return nil }
    if system == .from1900, days == 60 || days == 0 {
      self.init(year: 1900, month: days == 60 ? 2 : 1, day: days == 60 ? 29 : 0, milliseconds: milliseconds)
      return
    }
    // Days from 1 March of the year 0, in eras of 400 years: 30 December 1899 is the 693,899th day.
    let count = (days < 60 ? days + 1 : days) + 693_899
    let era = count / 146_097
    let ofEra = count - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: ofYear - (153 * shifted + 2) / 5 + 1,
      milliseconds: milliseconds)
  }

  /// `2024-05-06`, `2024-05-06T08:30:00`, with a `Z` or fractions of a second: how strict workbooks write days.
  init?(iso text: [UInt8]) {
    let clock = text.drop { $0 != 0x54 }.dropFirst()
    let days = text.prefix { $0 != 0x54 }.split(separator: 0x2D, omittingEmptySubsequences: false).map(Self.number)
    guard days.count == 3, let year = days[0], let month = days[1], let day = days[2], (1...9999).contains(year),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var milliseconds = 0
    if !clock.isEmpty {
      guard let time = Self.milliseconds(iso: clock) else { return nil }
      milliseconds = time
    }
    self.init(year: year, month: month, day: day, milliseconds: milliseconds)
  }

  private static func milliseconds(iso clock: ArraySlice<UInt8>) -> Int? {
    let plain = clock.last == 0x5A ? clock.dropLast() : clock
    let parts = plain.split(separator: 0x3A, omittingEmptySubsequences: false)
    guard parts.count == 3, let hours = number(parts[0]), let minutes = number(parts[1]), hours < 24, minutes < 60,
      let seconds = Double(String(decoding: parts[2], as: UTF8.self)), (0..<60).contains(seconds)
    else { return nil }
    return min(86_399_999, (hours * 60 + minutes) * 60_000 + Int((seconds * 1_000).rounded()))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Appends `2024-05-06`, and the time where there is one: `2024-05-06 08:30:00`.
  func append(to bytes: inout [UInt8], shape: DateShape = .day) {
    Self.append(year, digits: 4, to: &bytes)
    bytes.append(0x2D)
    Self.append(month, digits: 2, to: &bytes)
    // What was typed as a month is shown as one; a day other than the first was not made up.
    if shape == .month, day == 1, milliseconds == 0 { return }
    bytes.append(0x2D)
    Self.append(day, digits: 2, to: &bytes)
    guard milliseconds > 0 else { return }
    bytes.append(0x20)
    Self.appendTime(milliseconds, to: &bytes)
  }

  /// Appends `08:30:00`, with thousandths where there are any; hours may go beyond a day.
  static func appendTime(_ milliseconds: Int, to bytes: inout [UInt8]) {
    let hours = milliseconds / 3_600_000
    if hours > 99 { bytes.append(contentsOf: String(hours).utf8) } else { append(hours, digits: 2, to: &bytes) }
    bytes.append(0x3A)
    append(milliseconds / 60_000 % 60, digits: 2, to: &bytes)
    bytes.append(0x3A)
    append(milliseconds / 1_000 % 60, digits: 2, to: &bytes)
    guard milliseconds % 1_000 != 0 else { return }
    bytes.append(0x2E)
    append(milliseconds % 1_000, digits: 3, to: &bytes)
  }

  private static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var scale = 1
    for _ in 1..<digits { scale *= 10 }
    var rest = number
    while scale > 0 {
      bytes.append(UInt8(0x30 + rest / scale))
      rest %= scale
      scale /= 10
    }
  }
}
