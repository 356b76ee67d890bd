import Bytes
import Testing

struct ByteBufferTests {
  private func text(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    write(&buffer)
    return String(decoding: buffer.take(), as: UTF8.self)
  }

  @Test(arguments: [0, 7, 10, 99, 100, -1, -120, Int.max, Int.min]) func numbers(number: Int) {
    #expect(text { $0.append(number: number) } == String(number))
    var bytes: [UInt8] = []
    bytes.append(number: number)
    #expect(String(decoding: bytes, as: UTF8.self) == String(number))
  }

  @Test(arguments: [(2525, "25.25"), (2520, "25.2"), (300, "3"), (5, "0.05"), (0, "0"), (-150, "-1.5")])
  func hundredths(value: Int, written: String) {
    #expect(text { $0.append(hundredths: value) } == written)
  }

  @Test func decimalsAreAllWritten() {
    var bytes: [UInt8] = []
    bytes.append(number: 12_005, decimals: 3)
    bytes.append(.comma)
    bytes.append(number: -5, decimals: 2)
    #expect(String(decoding: bytes, as: UTF8.self) == "12.005,-0.05")
  }

  @Test func piecesFollowEachOther() {
    let written = text { buffer in
      buffer.append("P")
      buffer.append(digits: 12, width: 7)
      buffer.append(.comma)
      buffer.append(year: 2025, month: 3, day: 1)
      buffer.append("，达标")
      let start = buffer.count
      buffer.append("not this")
      buffer.takeBack(to: start)
      buffer.append([.quote])
    }
    #expect(written == "P0000012,2025-03-01，达标\"")
  }

  @Test func whatWasTakenIsGone() {
    var buffer = ByteBuffer(room: 2)
    buffer.append("first")
    #expect(buffer.take() == Array("first".utf8))
    #expect(buffer.count == 0)
    buffer.append("2")
    #expect(Array(buffer.bytes) == Array("2".utf8))
  }
}
