import Digest

/// The ids of rows that come without one of ours.
enum FieldIDs {
  /// An id of the system that wrote the delivery: as it is, without braces; a digest of it where an id of ours cannot be so.
  static func taken(over id: String, prefix: String) -> String {
    let plain = id.filter { $0 != "{" && $0 != "}" }
    return isID(Array(plain.utf8).span) ? plain : derived(prefix, id)
  }

  /// A unit's B0111 (`001.001.003`): points become dashes.
  static func unit(_ code: String) -> String {
    taken(over: code.replacing(".", with: "-"), prefix: "u-")
  }

  /// The same parts, the same id. The parts are ids, titles and days: never anything by which a person could be found elsewhere.
  static func derived(_ prefix: String, _ parts: String...) -> String {
    prefix + SHA256.hex(of: parts.joined(separator: "\u{1F}")).prefix(20)
  }

  /// The ids of new persons whom no system named: `f1`, `f2` and so on. Their identity number finds them from then on, and so no id
  /// has to be made of it.
  static func person(_ number: Int) -> String { "f\(number)" }
}
