import Digest

/// One numbered file of `sql/migrations`.
public struct Migration: Sendable, Hashable {
  /// Its number, from 1.
  public let version: Int
  /// Its file name without number and ending (`organisation`).
  public let name: String
  public let text: String
  /// SHA-256 of the text, in hexadecimal.
  public let digest: String

  /// - Parameter path: ends in `NNNN_name.sql`.
  /// - Throws: `MigrationError.fileName` for any other.
  public init(path: String, text: String) throws(MigrationError) {
    let file = path.split(separator: "/").last ?? ""
    let parts = file.split(separator: "_", maxSplits: 1)
    guard file.hasSuffix(".sql"), parts.count == 2, parts[0].count == 4,
      parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let version = Int(parts[0]), parts[1].count > 4
    else { throw .fileName(path) }
    self.version = version
    name = String(parts[1].dropLast(4))
    self.text = text
    digest = SHA256.hex(of: text)
  }
}

/// A migration as a database remembers it.
public struct AppliedMigration: Sendable, Hashable {
  public let version: Int
  public let name: String
  public let digest: String
}

/// What a database has of the migrations and what it lacks.
public struct MigrationStatus: Sendable, Hashable {
  public let applied: [AppliedMigration]
  public let pending: [Migration]

  /// The number of the last applied migration; 0 for an empty database.
  public var version: Int { applied.last?.version ?? 0 }
  public var isUpToDate: Bool { pending.isEmpty }
}
