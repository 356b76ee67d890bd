public import CadreModel

/// Why a text is no day.
public enum WrittenDayError: Error, Hashable, Sendable {
  case malformed
  /// No such day in the calendar.
  case impossible
  /// A year before 1900 or after 2100.
  case outOfRange
}

extension Day {
  /// The day that a person wrote, in any form in which deliveries give dates.
  public init(written text: String) throws(WrittenDayError) {
    // Full-width digits and marks are those of a Chinese keyboard.
    let plain = text.unicodeScalars.map { scalar in
      (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    }
    var characters = String.UnicodeScalarView()
    characters.append(contentsOf: plain)
    let bytes = Array(String(characters).split(whereSeparator: \.isWhitespace).joined(separator: " ").utf8)
    switch DateCell.parse(bytes.span) {
    case .day(let number): self.init(number: Int(number) + Self.firstOf2000)
    case .malformed: throw .malformed
    case .impossible: throw .impossible
    case .outOfRange: throw .outOfRange
    }
  }

  /// Cells count days from 1 January 2000.
  private static let firstOf2000 = Day.firstDay(ofYear: 2000).number
}
