/// Why an archive, or an entry of it, cannot be read. `detail` is what libzip says.
public enum ZipError: Error, Hashable, Sendable {
  case damagedArchive(detail: String)
  case damagedEntry(name: String, detail: String)
  /// More than is read from one archive; without an entry where it is the whole that is too much.
  case overLimit(ZipLimit, entry: String?, allowed: Int)
}

/// A bound that an archive has gone over.
public enum ZipLimit: Hashable, Sendable {
  /// Entries of the archive.
  case entries
  /// Bytes of one entry, unpacked.
  case entrySize
  /// Bytes of all entries, unpacked.
  case totalSize
  /// How many bytes one packed byte becomes.
  case ratio
}

/// How much an archive may be, before anything of it is unpacked.
public struct ZipLimits: Hashable, Sendable {
  public let entries: Int
  public let entrySize: Int
  public let totalSize: Int
  public let ratio: Int
  /// The ratio is asked of entries from this size on: small ones do no harm.
  public let ratioFrom: Int

  public init(entries: Int, entrySize: Int, totalSize: Int, ratio: Int, ratioFrom: Int) {
    self.entries = entries
    self.entrySize = entrySize
    self.totalSize = totalSize
    self.ratio = ratio
    self.ratioFrom = ratioFrom
  }
}
