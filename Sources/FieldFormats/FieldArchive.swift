import Spreadsheet
import ZippedXML

/// A packed delivery: names and sizes first, bytes as they are asked for. Limits are kept before anything is unpacked, and again
/// against what really comes.
struct FieldArchive {
  private let archive: ZipArchive
  private let path: String
  private let entries: [(name: String, entry: ZipArchive.Entry)]

  init(path: String, limits: FieldLimits) throws(FieldFormatError) {
    self.path = path
    do {
      archive = try ZipArchive(path: path, limits: limits.ofArchive)
    } catch {
      throw FieldFormatError(error, path: path)
    }
    guard !archive.entries.contains(where: \.isEncrypted) else { throw .encryptedArchive(path: path) }
    entries = archive.entries.map { (Self.name(of: $0), $0) }.filter { !$0.name.hasSuffix("\\") }
  }

  var names: [String] { entries.map(\.name) }

  /// The bytes of the entry at that place among the names.
  func bytes(at place: Int) throws(FieldFormatError) -> [UInt8] {
    let (name, entry) = entries[place]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.size)
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    do {
      let stream = try archive.open(entry, limit: entry.size)
      while true {
        let count = try stream.read(into: &buffer)
        if count == 0 { return bytes }
        bytes += buffer[..<count]
      }
    } catch ZipError.overLimit(.entrySize, _, let allowed) {
      throw .overLimit(.fileSize, file: name, allowed: allowed)
    } catch {
      throw FieldFormatError(error, path: path)
    }
  }

  /// Archives that were packed under a Chinese Windows have names in GB18030.
  private static func name(of entry: ZipArchive.Entry) -> String {
    if let name = String(validating: entry.rawName, as: UTF8.self) { return name }
    var text: [UInt8] = []
    guard let converter = try? GB18030Converter(.toUTF8), converter.convert(entry.rawName.span, appendingTo: &text) else {
      return String(decoding: entry.rawName, as: UTF8.self)
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension FieldLimits {
  fileprivate var ofArchive: ZipLimits {
    ZipLimits(entries: entries, entrySize: fileSize, totalSize: totalSize, ratio: ratio, ratioFrom: ratioFrom)
  }
}

extension FieldFormatError {
  fileprivate init(_ error: ZipError, path: String) {
    self =
      switch error {
      case .damagedArchive(let detail), .damagedEntry(_, let detail): .damagedArchive(path: path, detail: detail)
      case .overLimit(.entries, _, let allowed): .overLimit(.entries, file: path, allowed: allowed)
      case .overLimit(.entrySize, let entry, let allowed): .overLimit(.fileSize, file: entry ?? path, allowed: allowed)
      case .overLimit(.totalSize, _, let allowed): .overLimit(.totalSize, file: path, allowed: allowed)
      case .overLimit(.ratio, let entry, let allowed): .overLimit(.ratio, file: entry ?? path, allowed: allowed)
      }
  }
}
