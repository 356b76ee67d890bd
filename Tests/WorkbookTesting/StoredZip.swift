import ZippedXML

/// Archives whose entries are stored as they are, for tests that change what is in them.
public enum StoredZip {
  /// All entries of an archive, unpacked, in the order of their names.
  public static func parts(of bytes: [UInt8]) throws -> [(name: String, data: [UInt8])] {
    let limits = ZipLimits(entries: 10_000, entrySize: 4 << 30, totalSize: 8 << 30, ratio: 600, ratioFrom: 32 << 20)
    let archive = try ZipArchive(bytes: bytes, limits: limits)
    return try archive.entries.sorted { $0.name < $1.name }.map { entry in
      let stream = try archive.open(entry, limit: limits.entrySize)
      var data: [UInt8] = []
      var room = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = try stream.read(into: &room)
        if count == 0 { break }
        data += room.prefix(count)
      }
      return (entry.name, data)
    }
  }

  /// The archive of such entries.
  public static func archive(_ parts: [(name: String, data: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for (name, data) in parts {
      let common = words([20, 0, 0, 0, 0x5821]) + long(checksum(data)) + long(data.count) + long(data.count)
      let tail = words([name.utf8.count, 0])
      directory +=
        long(0x0201_4B50) + words([20]) + common + tail + words([0, 0, 0]) + long(0) + long(out.count) + Array(name.utf8)
      out += long(0x0403_4B50) + common + tail + Array(name.utf8) + data
    }
    let start = out.count
    return out + directory + long(0x0605_4B50) + words([0, 0, parts.count, parts.count]) + long(directory.count) + long(start)
      + words([0])
  }

  private static func words(_ values: [Int]) -> [UInt8] { values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] } }

  private static func long(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }

  private static let table: [UInt32] = (0..<256).map { start in
    (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  private static func checksum(_ data: [UInt8]) -> Int {
    Int(~data.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) })
  }
}
