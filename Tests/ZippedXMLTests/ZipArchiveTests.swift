import Testing
import WorkbookTesting
import ZippedXML

/// Archives say what is in them, and are refused before anything of them is unpacked.
@Suite struct ZipArchiveTests {
  private let bytes = StoredZip.archive([("b/", []), ("b/c.xml", Array("hello".utf8)), ("a.xml", Array("good day".utf8))])

  private func open(
    _ bytes: [UInt8], entries: Int = 10, entrySize: Int = 100, totalSize: Int = 100, ratio: Int = 10
  ) throws -> ZipArchive {
    try ZipArchive(
      bytes: bytes,
      limits: ZipLimits(entries: entries, entrySize: entrySize, totalSize: totalSize, ratio: ratio, ratioFrom: 6))
  }

  @Test func entriesAreListedAndRead() throws {
    let archive = try open(bytes)
    #expect(archive.entries.map(\.name) == ["b/c.xml", "a.xml"])
    #expect(archive.entries.map(\.size) == [5, 8])
    #expect(archive.entries.allSatisfy { !$0.isEncrypted })
    let stream = try archive.open(archive.entries[1], limit: 100)
    var room = [UInt8](repeating: 0x2E, count: 8)
    #expect(try stream.read(into: &room, from: 2, most: 4) == 4)
    #expect(String(decoding: room, as: UTF8.self) == "..good..")
    #expect(try stream.read(into: &room) == 4)
    #expect(try stream.read(into: &room) == 0)
  }

  @Test func namesAreKeptAsTheyStand() throws {
    let named = StoredZip.archive([("档案.xml", [1])])
    #expect(try open(named).entries[0].rawName == Array("档案.xml".utf8))
  }

  @Test func limitsHold() throws {
    #expect(throws: ZipError.overLimit(.entries, entry: nil, allowed: 2)) { try open(bytes, entries: 2) }
    #expect(throws: ZipError.overLimit(.entrySize, entry: "a.xml", allowed: 7)) { try open(bytes, entrySize: 7) }
    #expect(throws: ZipError.overLimit(.totalSize, entry: nil, allowed: 12)) { try open(bytes, totalSize: 12) }
    #expect(try open(bytes, entries: 3, entrySize: 8, totalSize: 13).entries.count == 2)
    // Stored as it is, a byte becomes one; asked of the longer entry alone.
    #expect(throws: ZipError.overLimit(.ratio, entry: "a.xml", allowed: 0)) { try open(bytes, ratio: 0) }
    let archive = try open(bytes)
    let stream = try archive.open(archive.entries[1], limit: 7)
    var room = [UInt8](repeating: 0, count: 8)
    #expect(throws: ZipError.overLimit(.entrySize, entry: "a.xml", allowed: 7)) { try stream.read(into: &room) }
  }

  @Test func damageIsNamed() throws {
    #expect(throws: ZipError.self) { try open(Array("PK no archive".utf8)) }
    var spoilt = bytes
    let place = try #require(spoilt.indices.first { spoilt[$0...].starts(with: "good".utf8) })
    spoilt[place] = 0x47
    let archive = try open(spoilt)
    let stream = try archive.open(archive.entries[1], limit: 100)
    var room = [UInt8](repeating: 0, count: 100)
    #expect(throws: ZipError.damagedEntry(name: "a.xml", detail: "CRC error")) {
      while try stream.read(into: &room) > 0 {}
    }
  }
}
