/// What is done that the log has an entry of.
public enum AuditKind: String, Sendable, Hashable, CaseIterable {
  case report
  case export
  case explanation
  case publication
  case doctor
  case `import`
  /// An import was undone.
  case undoing
  /// The log itself was read.
  case log
  /// Rights were granted or revoked.
  case access
  /// Personal data were shown that are hidden otherwise.
  case unmasking
  /// The whole database was written as a folder.
  case backup
  /// A backup took the database's place.
  case restoration
  /// The key of identity numbers came into use, or took another's place.
  case keys
  /// Somebody signed in to the pages, or tried to; changed the own password; signed out.
  case signIn = "sign_in"
}
