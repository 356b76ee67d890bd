import ZippedXML

/// The archive around a workbook: its parts by their names.
final class PackageArchive {
  private let archive: ZipArchive
  private let limits: ReadingLimits
  /// By name in small letters with `/`, as the packages' rules compare names.
  private var entries: [String: ZipArchive.Entry] = [:]
  let isEncrypted: Bool

  /// Takes the descriptor over.
  convenience init(descriptor: Int32, limits: ReadingLimits) throws(WorkbookReadingError) {
    let archive: ZipArchive
    do {
      archive = try ZipArchive(descriptor: descriptor, limits: limits.ofArchive)
    } catch {
      throw WorkbookReadingError(error)
    }
    try self.init(archive, limits: limits)
  }

  convenience init(bytes: [UInt8], limits: ReadingLimits) throws(WorkbookReadingError) {
    let archive: ZipArchive
    do {
      archive = try ZipArchive(bytes: bytes, limits: limits.ofArchive)
    } catch {
      throw WorkbookReadingError(error)
    }
    try self.init(archive, limits: limits)
  }

  private init(_ archive: ZipArchive, limits: ReadingLimits) throws(WorkbookReadingError) {
    self.archive = archive
    self.limits = limits
    isEncrypted = archive.entries.contains { $0.isEncrypted }
    for entry in archive.entries {
      guard entries.updateValue(entry, forKey: Self.normalised(entry.name)) == nil else {
        throw .damagedArchive(detail: "two entries of one name: \(entry.name)")
      }
    }
  }

  /// Names of all entries, normalised.
  var names: some Sequence<String> { entries.keys }

  /// The entry of that name; capital letters, `\` and a leading `/` make no difference.
  func entry(named name: String) -> ZipArchive.Entry? {
    entries[Self.normalised(name)]
  }

  /// The bytes of an entry, unpacked.
  func open(_ entry: ZipArchive.Entry) throws(WorkbookReadingError) -> ZipEntryStream {
    do {
      return try archive.open(entry, limit: limits.entrySize)
    } catch {
      throw WorkbookReadingError(error)
    }
  }

  /// Tells a handler of a whole part.
  func read(_ entry: ZipArchive.Entry, telling handler: PartHandler) throws(WorkbookReadingError) {
    let stream = try open(entry)
    let reader = try PartReader(stream.name, telling: handler, limits: limits)
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count: Int
      do {
        count = try stream.read(into: &bytes)
      } catch {
        throw WorkbookReadingError(error, at: handler.place)
      }
      _ = try reader.read(bytes.span.extracting(first: count), isLast: count == 0)
      if count == 0 { return }
    }
  }

  private static func normalised(_ name: String) -> String {
    var parts: [Substring] = []
    for part in name.lowercased().split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

extension ReadingLimits {
  fileprivate var ofArchive: ZipLimits {
    ZipLimits(entries: entries, entrySize: entrySize, totalSize: totalSize, ratio: ratio, ratioFrom: ratioFrom)
  }

  var ofXML: XMLLimits { XMLLimits(depth: depth, tag: tag) }
}
