import CadreTesting
import PolicyTesting
import PostgresClient
import Testing

@testable import PolicyKit

@Suite(.cadre) struct WordingTests {
  /// Of the letters and digits of all scripts none is left out, and of all else everything: as this machine's Unicode
  /// has it, whatever the database's locale.
  @Test func punctuationSymbolsAndInvisibleCharactersAreLeftOut() async throws {
    let connection = try await TestDatabase.current.connect()
    var wrong: [String] = []
    let scalars = (1...0x2FFFF).compactMap { Unicode.Scalar(UInt32($0)) }.filter { scalar in
      // Noncharacters stand in no text.
      !(0xFDD0...0xFDEF).contains(scalar.value) && scalar.properties.age.map { $0.major <= 14 } ?? false
    }
    for start in stride(from: 0, to: scalars.count, by: 4096) {
      let part = scalars[start..<min(start + 4096, scalars.count)].map(String.init)
      let rows = try await connection.query(
        Statement(
          nil,
          """
          select
            text.written,
            (\(Wording.sql("text.written")))[1] as said,
            normalize(text.written, nfkc) = text.written as is_plain
          from unnest($1::text[]) as text (written)
          """, [.textArray(part)]))
      for row in rows {
        guard try row.decode("is_plain", as: Bool.self) else { continue }
        let written: String = try row.decode("written")
        let said: String? = try row.decode("said")
        guard let scalar = written.unicodeScalars.first else { continue }
        if Self.isSilent(scalar) != (said == nil) { wrong.append(String(scalar.value, radix: 16)) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(30))")
  }

  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    return switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
      .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format:
      true
    default: false
    }
  }
}
