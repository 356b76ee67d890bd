/// What is asked of a password: length, and that nobody tries it first. No kinds of characters, and no end: both make people choose
/// what is easily guessed.
public enum PasswordRules {
  /// Characters.
  public static let minimum = 10
  /// Characters.
  public static let maximum = 256

  /// What is wrong with a password for this account; nil where nothing is.
  public static func fault(in password: String, of account: String) -> PasswordFault? {
    if password.count < minimum { return .short(minimum: minimum) }
    if password.count > maximum || password.utf8.count > 4 * maximum { return .long(maximum: maximum) }
    let letters = password.lowercased()
    if letters.contains(account) || Set(letters).count < 4 || BreachedPasswords.words.holds(letters) { return .easy }
    if BreachedPasswords.shipped.holds(letters) { return .breached }
    return nil
  }

  /// What a key is made of: what was typed, to the letter. What is longer than any password is none, and takes as long.
  static func asTyped(_ password: String) -> String { password.utf8.count > 4 * maximum ? "" : password }
}

/// Why a password is not taken.
public enum PasswordFault: Sendable, Hashable {
  case short(minimum: Int)
  case long(maximum: Int)
  /// It holds the account's name, is made of three characters at most, or is a word of the work itself.
  case easy
  /// It is among those that are tried first, or one of them with digits or signs before or after.
  case breached
}
