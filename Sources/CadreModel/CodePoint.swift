extension Unicode.Scalar {
  /// The character by its number, as it is named where it cannot be shown itself: `U+200B`.
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
