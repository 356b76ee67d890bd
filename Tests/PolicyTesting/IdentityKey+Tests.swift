public import IdentityNumbers

extension IdentityKey {
  /// For tests that import persons with numbers.
  public static let forTests = IdentityKey(text: String(repeating: "0123456789abcdef", count: 4))
}
