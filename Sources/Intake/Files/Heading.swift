import CadreModel
import DataContract
import Messages
import Spreadsheet

/// One cell of the row of headings, and what it means.
struct Heading: Sendable, Hashable {
  /// As it may be shown.
  let shown: String
  /// What decides: without blanks, marks and notes beside it, in half-width letters.
  let name: String
  let invisible: [FileNotice.InvisibleCharacter]
  let fault: HeadingFault?

  /// In bytes. A cell that is longer swallowed what stood behind it.
  private static let longest = 2_000

  /// The heading under which `cadre` itself writes why a row was rejected: it may stay where rejects come in again.
  static let reasons = RejectMessages.heading

  /// - Parameter converter: turns the file's encoding into UTF-8, where it is another.
  init(_ bytes: Span<UInt8>, _ converter: GB18030Converter?) {
    guard bytes.count <= Self.longest else {
      let beginning = Self.decode(bytes.extracting(0..<60), converter).map { Intake.shown($0) } ?? ""
      self.init(shown: beginning + "…", name: "", invisible: [], fault: .tooLong(bytes.count))
      return
    }
    guard let text = Self.decode(bytes, converter) else {
      var copy: [UInt8] = []
      for index in bytes.indices { copy.append(bytes[index]) }
      self.init(shown: hexadecimal(copy), name: "", invisible: [], fault: .undecodable)
      return
    }
    self.init(text)
  }

  /// A heading of a sheet. A line end in it makes it fit its column, and is no sign of a quote that was left open.
  init(ofSheet text: String) {
    let lineEnds: Set<Unicode.Scalar> = ["\n", "\r", "\u{B}", "\u{2028}", "\u{2029}"]
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(lineEnds.contains(scalar) ? " " : scalar) }
    self.init(String(scalars))
  }

  init(_ text: String) {
    let whole = Intake.shown(text.trimmingBlanks)
    var visible = String.UnicodeScalarView()
    var invisible: [FileNotice.InvisibleCharacter] = []
    var fault: HeadingFault?
    for scalar in text.trimmingBlanks.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .format:
        let before = String(String(visible).suffix(10))
        invisible.append(FileNotice.InvisibleCharacter(name: scalar.codePoint, after: before, heading: whole))
        continue
      case .lineSeparator, .paragraphSeparator: fault = fault ?? .character(scalar, after: String(visible))
      case .control where scalar != "\t": fault = fault ?? .character(scalar, after: String(visible))
      default: break
      }
      visible.append(scalar)
    }
    self.init(
      shown: Intake.shown(String(visible)), name: Self.essence(String(visible)), invisible: invisible, fault: fault)
  }

  private init(shown: String, name: String, invisible: [FileNotice.InvisibleCharacter], fault: HeadingFault?) {
    self.shown = shown
    self.name = name
    self.invisible = invisible
    self.fault = fault
  }

  var isGiven: Bool { !shown.isEmpty }

  /// The heading of rejects' reasons, which is no column and no mistake.
  var isReasons: Bool { name == Self.reasons.chinese || name == Self.reasons.english }

  func column(of table: Table) -> Int? {
    guard !name.isEmpty else { return nil }
    return table.columns.firstIndex { column in
      column.name == name || Self.essence(column.label) == name || column.nationalNames.contains { $0.lowercased() == name }
    }
  }

  private static func decode(_ bytes: Span<UInt8>, _ converter: GB18030Converter?) -> String? {
    guard let converter else { return UTF8Validator.accepts(bytes) ? string(bytes) : nil }
    var text: [UInt8] = []
    guard converter.convert(bytes, appendingTo: &text) else { return nil }
    return String(decoding: text, as: UTF8.self)
  }

  /// The name without blanks, without `*` and notes in brackets beside it, in half-width lower-case letters.
  private static func essence(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let value = scalar.value
      let half = value >= 0xFF01 && value <= 0xFF5E ? Unicode.Scalar(value - 0xFEE0) ?? scalar : scalar
      scalars.append(half.properties.isUppercase && half.isASCII ? Unicode.Scalar(half.value + 32) ?? half : half)
    }
    var isSettled = false
    while !isSettled {
      let before = scalars.count
      if let last = scalars.last, marks.contains(last) { scalars.removeLast() }
      if let first = scalars.first, marks.contains(first) { scalars.removeFirst() }
      for (opening, closing) in brackets {
        // A heading that is nothing but a note keeps it.
        if scalars.last == closing, let length = noteLength(scalars.reversed(), closing, opening), length < scalars.count {
          scalars.removeLast(length)
        } else if scalars.first == opening, let length = noteLength(scalars, opening, closing), length < scalars.count {
          scalars.removeFirst(length)
        }
      }
      isSettled = scalars.count == before
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// How long the note is that the text begins with, brackets inside it and all.
  private static func noteLength(
    _ scalars: [Unicode.Scalar], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar
  ) -> Int? {
    var depth = 0
    for (index, scalar) in scalars.enumerated() {
      if scalar == opening { depth += 1 }
      if scalar == closing { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return nil
  }

  private static let marks: Set<Unicode.Scalar> = ["*", "\u{2217}", "\u{203B}"]
  private static let brackets: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("(", ")"), ("[", "]"), ("{", "}"), ("【", "】"), ("〔", "〕"), ("〈", "〉"), ("《", "》"), ("<", ">"),
  ]
}

/// Why a heading can't be trusted, whatever column it seems to name.
public enum HeadingFault: Sendable, Hashable {
  case undecodable
  /// So many bytes.
  case tooLong(Int)
  /// A line end or another control character, and what stands before it.
  case character(Unicode.Scalar, after: String?)
}

extension String {
  /// Without leading and trailing blanks of any kind; line ends are none.
  fileprivate var trimmingBlanks: String {
    let blank = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .spaceSeparator || scalar == "\t" }
    var view = Substring(self).unicodeScalars
    while let first = view.first, blank(first) { view.removeFirst() }
    while let last = view.last, blank(last) { view.removeLast() }
    return String(view)
  }
}
