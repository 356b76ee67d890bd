/// Why migrations can't be read or applied.
public enum MigrationError: Error, Sendable, Hashable {
  /// A file's name is not `NNNN_name.sql`.
  case fileName(String)
  /// The numbers do not run 1, 2, 3, ...
  case numbering(expected: Int, found: Int)
  /// A file changed after it was applied.
  case changed(version: Int, Comparison)
  /// The database has migrations that this program does not know.
  case newerDatabase(Comparison)
  /// The database lacks migrations of this program.
  case outdated(pending: Int)

  /// What the database has beside what the program has.
  public struct Comparison: Sendable, Hashable {
    public let applied: [AppliedMigration]
    public let shipped: [Migration]
  }
}

extension MigrationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .fileName(let path):
      "migration file \(path): its name should be NNNN_name.sql, for example 0010_rollups.sql"
    case .numbering(let expected, let found):
      "migrations are numbered without gaps: after \(expected - 1) comes \(expected), found \(found)"
    case .changed(let version, let comparison):
      "migration \(version) is not the one that was applied to this database: restore the file as it was, and put the "
        + "change into a new migration\n\(comparison)"
    case .newerDatabase(let comparison):
      "this database was migrated by a newer program: use that one, or another database\n\(comparison)"
    case .outdated(let pending):
      "the schema is not up to date, \(pending) migrations are missing: run cadre migrate first"
    }
  }
}

extension MigrationError.Comparison: CustomStringConvertible {
  /// Both lists side by side, a line each.
  public var description: String {
    let rows = max(applied.count, shipped.count)
    return (0..<rows).map { index in
      let left = index < applied.count ? applied[index] : nil
      let right = index < shipped.count ? shipped[index] : nil
      let mark = left?.digest == right?.digest || left == nil ? " " : "!"
      return "\(mark) database: \(left.map { Self.line($0.version, $0.name, $0.digest) } ?? "-")"
        + "   program: \(right.map { Self.line($0.version, $0.name, $0.digest) } ?? "-")"
    }.joined(separator: "\n")
  }

  private static func line(_ version: Int, _ name: String, _ digest: String) -> String {
    "\(version) \(name) \(digest.prefix(12))"
  }
}
