/// Writes rows in the format of `copy ... with (format binary)`.
///
///     var encoder = BinaryCopyEncoder()
///     encoder.beginRow(fields: 2)
///     encoder.int32(7)
///     encoder.text("七")
///     if encoder.isFull { try await writer.write(encoder.take()) }
///     ...
///     encoder.finish()
///     try await writer.write(encoder.take())
///
/// The method must match the column's type on the server: the format converts nothing. Rows are not checked
/// for the number of their fields here; the server does.
public struct BinaryCopyEncoder: Sendable {
  /// `count` of these bytes are written; the rest is room.
  @usableFromInline var storage: [UInt8]
  /// Bytes that wait to be taken.
  @inlinable public var count: Int { used }
  @usableFromInline var used = 0
  @usableFromInline let chunkSize: Int

  /// - Parameter chunkSize: from how many bytes on `isFull` says so.
  public init(chunkSize: Int = 256 * 1024) {
    self.chunkSize = chunkSize
    storage = [UInt8](repeating: 0, count: chunkSize + chunkSize / 8 + 1024)
    append(Self.signature)
    // No flags, no header extension.
    put(Int32(0))
    put(Int32(0))
  }

  private static let signature = Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0x00]

  /// Whether enough has been written to be worth sending.
  @inlinable public var isFull: Bool { used >= chunkSize }

  /// What was written since the last time.
  public mutating func take() -> [UInt8] {
    defer { used = 0 }
    return Array(storage[..<used])
  }

  /// Ends the data.
  public mutating func finish() {
    put(Int16(-1))
  }

  /// Throws away what was written after `mark`, such as a row whose last cell turned out wrong. The mark is a value of
  /// `count`, taken since the last `take`.
  @inlinable public mutating func rewind(to mark: Int) {
    precondition(mark >= 0 && mark <= used, "a mark lies before the end")
    used = mark
  }

  // MARK: Fields

  /// Begins a row of that many fields.
  @inlinable public mutating func beginRow(fields: Int) {
    put(Int16(truncatingIfNeeded: fields))
  }

  @inlinable public mutating func null() {
    put(Int32(-1))
  }

  /// An `int2`.
  @inlinable public mutating func int16(_ value: Int16) {
    put(Int32(2))
    put(value)
  }

  /// An `int4`.
  @inlinable public mutating func int32(_ value: Int32) {
    // Length and value at once.
    put(4 << 32 | UInt64(UInt32(bitPattern: value)))
  }

  /// An `int8`.
  @inlinable public mutating func int64(_ value: Int64) {
    put(Int32(8))
    put(value)
  }

  @inlinable public mutating func bool(_ value: Bool) {
    put(Int32(1))
    put(UInt8(value ? 1 : 0))
  }

  /// A `float8`.
  @inlinable public mutating func double(_ value: Double) {
    put(Int32(8))
    put(Int64(bitPattern: value.bitPattern))
  }

  /// A `date`, as days since 1 January 2000.
  @inlinable public mutating func date(daysSince2000 days: Int32) {
    int32(days)
  }

  public mutating func date(_ date: PostgresDate) {
    int32(Int32(clamping: date.daysSince2000))
  }

  /// A `timestamptz`, as microseconds since 1 January 2000, 00:00 UTC.
  @inlinable public mutating func timestamp(microsecondsSince2000 microseconds: Int64) {
    int64(microseconds)
  }

  public mutating func timestamp(_ timestamp: PostgresTimestamp) {
    int64(timestamp.microsecondsSince2000)
  }

  /// A `text`, `varchar`, an enum's label or `bytea`: the bytes as they are. Text must be UTF-8 without NUL.
  @inlinable public mutating func bytes(_ bytes: UnsafeRawBufferPointer) {
    put(Int32(truncatingIfNeeded: bytes.count))
    append(bytes)
  }

  @inlinable public mutating func text(_ utf8: UnsafeRawBufferPointer) {
    bytes(utf8)
  }

  @inlinable public mutating func text(_ utf8: Span<UInt8>) {
    utf8.withUnsafeBytes { bytes($0) }
  }

  @inlinable public mutating func text(_ utf8: ArraySlice<UInt8>) {
    utf8.withUnsafeBytes { bytes($0) }
  }

  @inlinable public mutating func text(_ utf8: [UInt8]) {
    utf8.withUnsafeBytes { bytes($0) }
  }

  @inlinable public mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { bytes(UnsafeRawBufferPointer($0)) }
  }

  // MARK: Bytes

  @inlinable mutating func put<T: FixedWidthInteger>(_ value: T) {
    let end = used + MemoryLayout<T>.size
    if end > storage.count { grow(to: end) }
    let start = used
    storage.withUnsafeMutableBytes { $0.storeBytes(of: value.bigEndian, toByteOffset: start, as: T.self) }
    used = end
  }

  /// Writes over four bytes that were put before.
  @usableFromInline mutating func overwrite(_ value: Int32, at start: Int) {
    storage.withUnsafeMutableBytes { $0.storeBytes(of: value.bigEndian, toByteOffset: start, as: Int32.self) }
  }

  @inlinable mutating func append(_ bytes: UnsafeRawBufferPointer) {
    let end = used + bytes.count
    if end > storage.count { grow(to: end) }
    let start = used
    storage.withUnsafeMutableBytes { target in
      let target = UnsafeMutableRawBufferPointer(rebasing: target[start..<end])
      if (8...16).contains(bytes.count) {
        // Most ids: two words that may overlap cost less than a call.
        let last = bytes.count - 8
        target.storeBytes(of: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self), as: UInt64.self)
        target.storeBytes(
          of: bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self), toByteOffset: last, as: UInt64.self)
      } else {
        target.copyMemory(from: bytes)
      }
    }
    used = end
  }

  private mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append($0) }
  }

  @usableFromInline @inline(never) mutating func grow(to size: Int) {
    storage.append(contentsOf: repeatElement(0, count: max(size, storage.count * 2) - storage.count))
  }
}
