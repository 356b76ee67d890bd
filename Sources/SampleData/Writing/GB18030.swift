import Glibc

/// A converter from UTF-8 to GB18030, the system's own.
///
/// Safe: the handle is opened and closed here, and never leaves.
@safe
struct GB18030Converter: ~Copyable {
  /// Nil where the system knows no such encoding.
  private let handle: iconv_t?

  init() {
    let opened = unsafe iconv_open("GB18030", "UTF-8")
    // iconv_open says (iconv_t)-1 when it fails.
    unsafe handle = Int(bitPattern: opened) == -1 ? nil : opened
  }

  /// The same text in GB18030, nil where it cannot be converted. The bytes must end with a character.
  func convert(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard let handle = unsafe handle else { return nil }
    // A character of UTF-8 takes at most twice its bytes in GB18030 (two become four).
    var target = [CChar](repeating: 0, count: bytes.count * 2 + 16)
    var source = bytes.map { CChar(bitPattern: $0) }
    var left = source.count
    var free = target.count
    let result = unsafe source.withUnsafeMutableBufferPointer { input in
      unsafe target.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        return unsafe iconv(handle, &from, &left, &to, &free)
      }
    }
    guard result != -1, left == 0 else { return nil }
    return target[..<(target.count - free)].map { UInt8(bitPattern: $0) }
  }

  deinit {
    if let handle = unsafe handle { _ = unsafe iconv_close(handle) }
  }
}
