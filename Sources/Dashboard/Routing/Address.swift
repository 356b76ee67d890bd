/// An address of the dashboard's own: the parts of its path, and what stands behind the question mark. Never text that somebody else
/// has put together.
struct Address: Sendable, Hashable {
  let path: [String]
  let query: [Item]

  struct Item: Sendable, Hashable {
    let name: String
    let value: String
  }

  init(_ path: [String], _ query: [Item] = []) {
    self.path = path
    self.query = query
  }

  /// As it stands in a link.
  var text: String {
    var text = "/" + path.map(Self.encoded).joined(separator: "/")
    if !query.isEmpty {
      text += "?" + query.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&")
    }
    return text
  }

  /// The same with something more behind the question mark.
  func with(_ more: [Item]) -> Address { Address(path, query + more) }

  /// Percent-encoded but for letters, digits and what RFC 3986 leaves free, with the dot only where it is no step upward.
  static func encoded(_ text: String) -> String {
    let isStep = text == "." || text == ".."
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      let isPlain =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
          true
        case UInt8(ascii: "."): !isStep
        default: false
        }
      if isPlain { bytes.append(byte) } else { bytes += [UInt8(ascii: "%"), hex(byte >> 4), hex(byte & 15)] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }

  /// What a percent-encoded text says; nil where it is none, or not UTF-8, or has a control character.
  static func decoded(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(value), let low = rest.popFirst().flatMap(value) else { return nil }
        bytes.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
      default: bytes.append(byte)
      }
    }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// What stands behind the question mark of a request, in order.
struct Query: Sendable, Hashable {
  private let items: [Address.Item]

  /// So many items are read; more have no meaning here.
  private static let most = 64

  /// Nil where it cannot be read.
  init?(_ text: String?) {
    var items: [Address.Item] = []
    for part in (text ?? "").split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard items.count < Self.most, let name = Address.decoded(pair[0], plusIsBlank: true),
        let value = Address.decoded(pair.count > 1 ? pair[1] : "", plusIsBlank: true)
      else { return nil }
      items.append(Address.Item(name: name, value: value))
    }
    self.items = items
  }

  /// The first value of a name; nil for none and for an empty one, which is what a form sends for a field left free.
  func value(_ name: String) -> String? {
    items.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  func values(_ name: String) -> [String] {
    items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
  }
}
