#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Turns GB18030 (and GBK) into UTF-8, or UTF-8 into GB18030, by the system's converter.
///
/// The converter's handle never leaves this object, which closes it.
@safe
public final class GB18030Converter {
  public enum Direction: Sendable {
    case toUTF8
    case fromUTF8
  }

  private let handle: iconv_t

  /// - Throws: `SpreadsheetError.converterMissing` when the system has no converter for GB18030.
  public init(_ direction: Direction) throws(SpreadsheetError) {
    switch direction {
    case .toUTF8: unsafe handle = iconv_open("UTF-8", "GB18030")
    case .fromUTF8: unsafe handle = iconv_open("GB18030", "UTF-8")
    }
    // iconv_open answers (iconv_t)-1 for a pair that it doesn't know.
    if unsafe Int(bitPattern: handle) == -1 { throw .converterMissing(encoding: "GB18030") }
  }

  deinit {
    if unsafe Int(bitPattern: handle) != -1 { unsafe iconv_close(handle) }
  }

  /// Appends the converted text; false, with `output` as it was, when the bytes are not in the encoding they should
  /// be in.
  public func convert(_ bytes: Span<UInt8>, appendingTo output: inout [UInt8]) -> Bool {
    let before = output.count
    // In neither direction does a character take more than twice its bytes.
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
        // iconv answers (size_t)-1 for bytes that it can't read.
        if result == Int(bitPattern: UInt.max) || inputLeft > 0 {
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
