import CadreModel

/// Text from a delivery as it may be shown: characters that nobody sees, or that mean something to a terminal, stand
/// there by their numbers, `‹U+200B›`.
func shown(_ text: String, limit: Int = 200) -> String {
  var shown = ""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == limit { return shown + "…" }
    shown += isVisible(scalar) ? String(scalar) : "‹\(scalar.codePoint)›"
  }
  return shown
}

/// Whether a reader of a page sees the character, or its blank.
func isVisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
  default: scalar.value != 0xFFFD
  }
}

/// Bytes that are no text: `E4 B8`.
func hexadecimal(_ bytes: some Sequence<UInt8>, limit: Int = 32) -> String {
  var parts: [String] = []
  for byte in bytes {
    if parts.count == limit { return parts.joined(separator: " ") + " …" }
    let digits = String(byte, radix: 16, uppercase: true)
    parts.append(digits.count == 1 ? "0" + digits : digits)
  }
  return parts.joined(separator: " ")
}
