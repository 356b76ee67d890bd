#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Turns GB18030 (and GBK) into UTF-8 by the system's converter.
///
/// The converter's handle never leaves the decoder, which closes it.
@safe
public final class GB18030Decoder {
  private let handle: iconv_t

  /// - Throws: `SpreadsheetError.converterMissing` when the system has no converter for GB18030.
  public init() throws(SpreadsheetError) {
    unsafe handle = iconv_open("UTF-8", "GB18030")
    // iconv_open answers (iconv_t)-1 for a pair that it doesn't know.
    if unsafe Int(bitPattern: handle) == -1 { throw .converterMissing(encoding: "GB18030") }
  }

  deinit {
    if unsafe Int(bitPattern: handle) != -1 { unsafe iconv_close(handle) }
  }

  /// Appends the text as UTF-8; false, with `output` as it was, when the bytes are no GB18030.
  public func decode(_ bytes: Span<UInt8>, appendingTo output: inout [UInt8]) -> Bool {
    let before = output.count
    // No character of GB18030 takes more than twice its bytes in UTF-8.
    let room = bytes.count * 2 + 4
    output.append(contentsOf: repeatElement(0, count: room))
    let written = unsafe output.withUnsafeMutableBufferPointer { target -> Int? in
      unsafe bytes.withUnsafeBufferPointer { source -> Int? in
        guard let from = source.baseAddress, let base = target.baseAddress else { return 0 }
        var input: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(mutating: from)
          .assumingMemoryBound(to: CChar.self)
        var inputLeft = source.count
        var destination: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(base + before)
          .assumingMemoryBound(to: CChar.self)
        var outputLeft = room
        let result = unsafe iconv(handle, &input, &inputLeft, &destination, &outputLeft)
        if result == Int.max || inputLeft > 0 {
          _ = unsafe iconv(handle, nil, nil, nil, nil)
          return nil
        }
        return room - outputLeft
      }
    }
    output.removeLast(room - (written ?? 0))
    return written != nil
  }
}
