import CZlib

/// Bytes made smaller as browsers take them (RFC 1952).
public enum Gzip {
  /// Nil where zlib has no room for it.
  public static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = unsafe z_stream()
    // 15 bits of window and 16 for the form of gzip; the seventh of nine steps, beyond which little is won.
    let version = unsafe zlibVersion()
    guard
      unsafe deflateInit2_(&stream, 7, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, version, Int32(MemoryLayout<z_stream>.size))
        == Z_OK
    else { return nil }
    defer { _ = unsafe deflateEnd(&stream) }
    var input = bytes
    let room = Int(unsafe deflateBound(&stream, uLong(bytes.count)))
    var output = [UInt8](repeating: 0, count: room)
    let ending = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = uInt(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = uInt(target.count)
        return unsafe deflate(&stream, Z_FINISH)
      }
    }
    guard ending == Z_STREAM_END else { return nil }
    return unsafe Array(output[..<Int(stream.total_out)])
  }
}
