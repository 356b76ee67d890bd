import Testing
import ZippedXML

/// Documents are told piece by piece, within limits.
@Suite struct XMLReaderTests {
  /// Writes down what it is told.
  private final class Recorder: XMLHandler {
    var told: [String] = []
    var pausesAt: String?
    var stopsAt: String?

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
      told.append("<\(name.wholeText) \(name.text) \(attributes["a"] ?? "-") \(depth) \(line)")
      if name.text == stopsAt { stop() }
    }

    override func end(_ name: XMLName) {
      told.append(">\(name.text)")
      if name.text == pausesAt { pause() }
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
      told.append(String(decoding: bytes, as: UTF8.self))
    }
  }

  private let limits = XMLLimits(depth: 3, tag: 100)

  private func tell(_ text: String, _ recorder: Recorder = Recorder(), isUTF8: Bool = false) throws -> Recorder {
    let reader = try XMLReader(telling: recorder, limits: limits, isUTF8: isUTF8)
    let bytes = Array(text.utf8)
    for index in bytes.indices { _ = try reader.read(bytes.span.extracting(index..<index + 1), isLast: false) }
    _ = try reader.read([UInt8]().span, isLast: true)
    return recorder
  }

  @Test func elementsAreTold() throws {
    let told = try tell("<r>\n<x:e b:a=\"1&amp;2\">t</x:e><e/></r>").told
    #expect(told == ["<r r - 1 1", "\n", "<x:e e 1&2 2 2", "t", ">e", "<e e - 2 2", ">e", ">r"])
  }

  @Test func aPauseReturnsAndGoesOn() throws {
    let recorder = Recorder()
    recorder.pausesAt = "e"
    let reader = try XMLReader(telling: recorder, limits: limits)
    let bytes = Array("<r><e/><f/></r>".utf8)
    #expect(try reader.read(bytes.span, isLast: true) == .paused)
    #expect(recorder.told.last == ">e")
    #expect(try reader.resume() == .read)
    #expect(recorder.told.last == ">r")
  }

  @Test func aHandlerThatStopsIsToldNoMore() throws {
    let recorder = Recorder()
    recorder.stopsAt = "e"
    let reader = try XMLReader(telling: recorder, limits: limits)
    #expect(try reader.read(Array("<r><e><f/></e></r>".utf8).span, isLast: true) == .stopped)
    #expect(recorder.told.count == 2)
  }

  @Test func whatIsToldIsKnownToBeAll() throws {
    let reader = try XMLReader(telling: Recorder(), limits: limits)
    _ = try reader.read(Array("<r><e/>".utf8).span, isLast: false)
    #expect(reader.hasToldAll)
    _ = try reader.read(Array("<!-- <e/>".utf8).span, isLast: false)
    #expect(!reader.hasToldAll)
    #expect(reader.bytesRead == 16)
  }

  @Test func encodingsAreKnown() throws {
    for (declaration, isUTF8) in [
      ("", true), ("<?xml version=\"1.0\"?>", true), ("<?xml version=\"1.0\" encoding=\"utf-8\"?>", true),
      ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", false),
    ] {
      let reader = try XMLReader(telling: Recorder(), limits: limits)
      _ = try reader.read(Array("\(declaration)<r>".utf8).span, isLast: false)
      #expect(reader.declaresUTF8 == isUTF8)
    }
    let chinese = "<?xml version=\"1.0\" encoding=\"GB2312\"?><r>汉</r>"
    #expect(throws: XMLError.unknownEncoding) { try tell(chinese) }
    #expect(try tell(chinese, isUTF8: true).told.dropFirst().dropLast().joined() == "汉")
  }

  @Test func faultsAreNamed() {
    #expect(throws: XMLError.malformed(line: 2, detail: "mismatched tag")) { try tell("<r>\n</s>") }
    #expect(throws: XMLError.malformed(line: 1, detail: "undefined entity")) { try tell("<r>&a;</r>") }
    #expect(throws: XMLError.documentType) { try tell("<!DOCTYPE r [<!ENTITY a SYSTEM \"/etc/passwd\">]><r>&a;</r>") }
    #expect(throws: XMLError.tooDeep(allowed: 3)) { try tell("<a><a><a><a/></a></a></a>") }
    #expect(throws: XMLError.tagTooLong(allowed: 100)) { try tell("<r a=\"\(String(repeating: "x", count: 100))\"/>") }
    #expect(throws: Never.self) { try tell("<r a=\"\(String(repeating: "x", count: 80))\"/>") }
  }
}
