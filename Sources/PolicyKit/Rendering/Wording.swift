/// Compares texts by what they say, not by how they are written: `日本（东京）`, `日本(东京)` and `日本 东京` are equal.
/// Texts are normalised (NFKC) and stripped of case, blanks, punctuation, symbols and invisible characters.
///
/// The characters are listed here, and letters are lowered one by one, so that the result does not depend on the server's
/// locale: under the locale C the server's own character classes know ASCII only.
enum Wording {
  /// SQL for what some texts say, as an array in their order: null for a text that says nothing.
  static func sql(_ texts: String...) -> String {
    """
    (
      select array_agg(
        nullif(
          regexp_replace(
            translate(
              normalize(text.written, nfkc),
              \(hanging: SQL.text(upper, perLine: 60)),
              \(hanging: SQL.text(lower, perLine: 60))
            ),
            \(hanging: SQL.text(["["] + left + ["]"], perLine: 4)),
            '',
            'g'
          ),
          ''
        )
        order by text.position
      )
      from unnest(array[\(texts.joined(separator: ", "))]) with ordinality as text (written, position)
    )
    """
  }

  /// Capital letters of the Latin, Greek and Cyrillic scripts that have one small letter each.
  private static let capitals = [0x41...0x5A as ClosedRange<UInt32>, 0xC0...0x17F, 0x391...0x3AB, 0x400...0x42F]
    .joined().compactMap { Unicode.Scalar($0) }
    .filter { $0.properties.isUppercase && $0.properties.lowercaseMapping.unicodeScalars.count == 1 }

  private static let upper = capitals.map { String($0) }
  private static let lower = capitals.map(\.properties.lowercaseMapping)

  /// The characters left out, as the ranges of a regular expression's class.
  private static let left = unsaid.split(whereSeparator: \.isWhitespace).map { range in
    range.split(separator: "-").map { code in
      code.count > 4
        ? "\\U" + String(repeating: "0", count: 8 - code.count) + code
        : "\\u" + String(repeating: "0", count: 4 - code.count) + code
    }.joined(separator: "-")
  }

  /// Ranges of code points of Unicode 14 that say nothing: the categories P, S, Z, Cc and Cf, invisible characters, and
  /// unassigned code points between them. Characters that NFKC replaces by others never get this far, listed or not.
  static let unsaid = """
    1-2F 3A-40 5B-60 7B-BF D7 F7 2C2-2C5 2D2-2EB 2ED 2EF-2FF 34F 375 3F6 482 55A-55F 589-58F 5BE 5C0 5C3 5C6
    5F3-60F 61B-61F 66A-66D 6D4 6DD-6DE 6E9 6FD-6FE 700-70F 7F6-7F9 7FE-7FF 830-83E 85E 888 890-891 8E2
    964-965 970 9F2-9F3 9FA-9FB 9FD A76 AF0-AF1 B70 BF3-BFA C77 C7F C84 D4F D79 DF4 E3F E4F E5A-E5B F01-F17
    F1A-F1F F34 F36 F38 F3A-F3D F85 FBE-FC5 FC7-FDA 104A-104F 109E-109F 10FB 115F-1160 1360-1368 1390-1399
    1400 166D-166E 1680 169B-169C 16EB-16ED 1735-1736 17B4-17B5 17D4-17D6 17D8-17DB 1800-180F 1940-1945
    19DE-19FF 1A1E-1A1F 1AA0-1AA6 1AA8-1AAD 1B5A-1B6A 1B74-1B7E 1BFC-1BFF 1C3B-1C3F 1C7E-1C7F 1CC0-1CC7 1CD3
    200B-20C0 2104-212E 213A-214D 214F 218A-244A 2500-2775 2794-2BFF 2CE5-2CEA 2CF9-2CFC 2CFE-2CFF 2D70
    2E00-2E2E 2E30-3004 3008-3020 3030 3037 303D-303F 30A0 30FB 3190-3191 31C0-31E3 327F 4DC0-4DFF A490-A4C6
    A4FE-A4FF A60D-A60F A673 A67E A6F2-A716 A720-A721 A789-A78A A828-A82B A836-A839 A874-A877 A8CE-A8CF
    A8F8-A8FA A8FC A92E-A92F A95F A9C1-A9CD A9DE-A9DF AA5C-AA5F AA77-AA79 AADE-AADF AAF0-AAF1 AB5B AB6A-AB6B
    ABEB FBB2-FE0F FE45-FE46 FEFF-FFFD 10100-10102 10137-1013F 10179-10189 1018C-101FC 1039F 103D0 1056F 10857
    10877-10878 1091F 1093F 10A50-10A58 10A7F 10AC8 10AF0-10AF6 10B39-10B3F 10B99-10B9C 10EAD 10F55-10F59
    10F86-10F89 11047-1104D 110BB-110C1 110CD 11140-11143 11174-11175 111C5-111C8 111CD 111DB 111DD-111DF
    11238-1123D 112A9 1144B-1144F 1145A-1145D 114C6 115C1-115D7 11641-11643 11660-1166C 116B9 1173C-1173F
    1183B 11944-11946 119E2 11A3F-11A46 11A9A-11A9C 11A9E-11AA2 11C41-11C45 11C70-11C71 11EF7-11EF8
    11FD5-11FFF 12470-12474 12FF1-12FF2 13430-13438 16A6E-16A6F 16AF5 16B37-16B3F 16B44-16B45 16E97-16E9A
    16FE2 1BC9C 1BC9F-1BCA3 1CF50-1D15D 1D16A-1D16C 1D173-1D17A 1D183-1D184 1D18C-1D1A9 1D1AE-1D241 1D245
    1D300-1D356 1D800-1D9FF 1DA37-1DA3A 1DA6D-1DA74 1DA76-1DA83 1DA85-1DA8B 1E14F 1E2FF 1E95E-1E95F 1ECAC
    1ECB0 1ED2E 1EEF0-1F0F5 1F10D-1FBCA E0000-E0FFF
    """
}
