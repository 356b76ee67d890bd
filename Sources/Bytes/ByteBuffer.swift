/// Bytes that are written one piece after another, to be taken away when they are many.
///
/// Room is made for a whole piece, which is then written through one span: the checks of arrays cost once a piece, not once
/// a byte. What was taken leaves its room behind.
public struct ByteBuffer: Sendable {
  @usableFromInline var room: [UInt8]
  @usableFromInline var used = 0

  /// - Parameter room: how much to hold ready; more is made as it is wanted.
  public init(room: Int = 0) {
    self.room = [UInt8](repeating: 0, count: room)
  }

  /// How many bytes are written.
  @inlinable public var count: Int { used }

  /// What is written.
  public var bytes: ArraySlice<UInt8> { room[..<used] }

  @inlinable public subscript(index: Int) -> UInt8 {
    precondition(index < used)
    return room[index]
  }

  /// Works on what was written since `start`.
  @inlinable public func withBytes<T>(from start: Int, _ body: (Span<UInt8>) -> T) -> T {
    body(room.span.extracting(start..<used))
  }

  /// Hands over what is written, and goes on with nothing.
  public mutating func take() -> [UInt8] {
    defer { used = 0 }
    return Array(room[..<used])
  }

  /// Takes back all that was written since `start`.
  @inlinable public mutating func takeBack(to start: Int) {
    precondition(start <= used)
    used = start
  }

  @usableFromInline mutating func makeRoom(for added: Int) {
    guard used + added > room.count else { return }
    room.append(contentsOf: repeatElement(0, count: max(added, room.count, 64)))
  }

  // MARK: Pieces

  @inlinable public mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    room[used] = byte
    used += 1
  }

  /// Bytes as they are.
  @inlinable public mutating func append(_ text: Span<UInt8>) {
    makeRoom(for: text.count)
    let start = used
    var target = room.mutableSpan
    var index = 0
    while index < text.count {
      target[start + index] = text[index]
      index += 1
    }
    used = start + text.count
  }

  @inlinable public mutating func append(_ text: [UInt8]) {
    append(text.span)
  }

  /// A text in UTF-8.
  @inlinable public mutating func append(_ text: String) {
    makeRoom(for: text.utf8.count)
    var at = used
    var target = room.mutableSpan
    for byte in text.utf8 {
      target[at] = byte
      at += 1
    }
    used = at
  }

  /// The last digits of a number: as many as `width` says, zeros before it.
  @inlinable public mutating func append(digits number: Int, width: Int) {
    makeRoom(for: width)
    let start = used
    var target = room.mutableSpan
    target.write(digits: number.magnitude, width: width, at: start)
    used = start + width
  }

  /// A number without leading zeros.
  @inlinable public mutating func append(number: Int) {
    if number < 0 { append(.hyphen) }
    append(digits: Int(bitPattern: number.magnitude), width: digitCount(number.magnitude))
  }

  /// A number given in hundredths, no longer than it must be: 2525 is `25.25`, 300 is `3`.
  public mutating func append(hundredths value: Int) {
    if value < 0 { append(.hyphen) }
    let magnitude = abs(value)
    append(number: magnitude / 100)
    let fraction = magnitude % 100
    if fraction == 0 { return }
    append(.point)
    if fraction % 10 == 0 { append(digits: fraction / 10, width: 1) } else { append(digits: fraction, width: 2) }
  }

  /// A date in ISO 8601: `2025-03-01`.
  public mutating func append(year: Int, month: Int, day: Int) {
    append(digits: year, width: 4)
    append(.hyphen)
    append(digits: month, width: 2)
    append(.hyphen)
    append(digits: day, width: 2)
  }
}
