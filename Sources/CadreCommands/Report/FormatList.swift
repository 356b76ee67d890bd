import ArgumentParser

/// `--format csv,xlsx`: several formats at once.
struct FormatList<Format>: ExpressibleByArgument
where Format: RawRepresentable & CaseIterable & Hashable & Sendable, Format.RawValue == String {
  let formats: [Format]

  init?(argument: String) {
    let names = argument.lowercased().split(omittingEmptySubsequences: false) {
      $0 == "," || $0 == "\u{FF0C}" || $0 == "\u{3001}"
    }
    let formats = names.map { name in Format(rawValue: name.filter { !$0.isWhitespace }) }
    guard formats.allSatisfy({ $0 != nil }) else { return nil }
    self.formats = formats.compactMap(\.self)
  }

  static var allValueStrings: [String] { Format.allCases.map(\.rawValue) }
}
