/// The name of an element or attribute. Valid within the call that got it.
@safe
public struct XMLName {
  @usableFromInline let whole: UnsafePointer<CChar>
  /// Behind the prefix, if there is one.
  @usableFromInline let bytes: UnsafePointer<CChar>

  @inlinable @inline(__always)
  init(_ name: UnsafePointer<CChar>) {
    var local = unsafe name
    var position = unsafe name
    while unsafe position.pointee != 0 {
      if unsafe position.pointee == 0x3A { unsafe local = position + 1 }
      unsafe position += 1
    }
    unsafe whole = name
    unsafe bytes = local
  }

  /// The first letter behind the prefix.
  @inlinable @inline(__always) public var first: UInt8 { unsafe UInt8(bitPattern: bytes[0]) }

  /// The name without its prefix is this one letter.
  @inlinable @inline(__always)
  public func isLetter(_ letter: UInt8) -> Bool {
    unsafe UInt8(bitPattern: bytes[0]) == letter && bytes[1] == 0
  }

  /// The name without its prefix is this one.
  @inlinable @inline(__always)
  public func `is`(_ name: StaticString) -> Bool {
    let count = name.utf8CodeUnitCount
    var index = 0
    while index < count {
      // A shorter name ends in 0, which differs.
      if unsafe UInt8(bitPattern: bytes[index]) != name.utf8Start[index] { return false }
      index += 1
    }
    return unsafe bytes[count] == 0
  }

  /// Without its prefix.
  public var text: String { unsafe String(cString: bytes) }

  /// With its prefix.
  public var wholeText: String { unsafe String(cString: whole) }
}

/// The attributes of an element. Valid within the call that got them.
@safe
public struct XMLAttributes {
  @usableFromInline let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  @inlinable @inline(__always)
  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    unsafe self.list = list
  }

  /// Each attribute with its value, which ends in 0.
  @inlinable @inline(__always)
  public func visit(_ body: (XMLName, UnsafePointer<UInt8>) -> Void) {
    var index = 0
    while let name = unsafe list[index], let value = unsafe list[index + 1] {
      unsafe value.withMemoryRebound(to: UInt8.self, capacity: 1) { value in
        unsafe body(XMLName(name), value)
      }
      index += 2
    }
  }

  /// The value of the attribute of that name, whatever its prefix.
  public subscript(_ name: StaticString) -> String? {
    var found: String?
    unsafe visit { attribute, value in
      if found == nil, attribute.is(name) { found = unsafe String(cString: value) }
    }
    return found
  }

  /// True as XML writes it.
  public func isTrue(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    return value == "1" || value == "true"
  }
}
