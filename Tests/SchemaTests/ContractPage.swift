import Foundation
import Testing

/// A page that tells the contract: the repository's own, which is made from the code and kept, or the one that cities are
/// given, which lies beside the repository, where it does.
enum ContractPage: String, CaseIterable, CustomTestStringConvertible {
  case kept, given

  /// Those that are here.
  static var here: [ContractPage] { isGiven ? allCases : [.kept] }

  var testDescription: String { rawValue }

  static let path: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["CADRE_SHARED"] ?? root.deletingLastPathComponent().appending(path: "shared").path
    return shared + "/data-contract.md"
  }()

  static var isGiven: Bool { FileManager.default.fileExists(atPath: path) }

  struct TableText {
    let label: String
    let columns: [ColumnText]
    /// `person, half`; nil where the first column alone makes the key.
    let key: [Substring]?
  }

  struct ColumnText {
    let name: String
    let label: String
    /// What stands between it and the next column: type, codes, notes. Of the kept page in the form of the given one.
    let rest: String

    /// Before its codes and notes: `→units?`.
    var type: Substring { rest.prefix { $0 != ":" && $0 != "(" } }
    var isOptional: Bool { type.contains("?") }

    /// `code label` pairs; the label is empty where the page names the codes alone. What follows a semicolon is not held.
    var codes: [[Substring]] {
      guard let colon = rest.firstIndex(of: ":") else { return [] }
      let list = rest[rest.index(after: colon)...].prefix { !"(.·;".contains($0) }
      return list.split(separator: ",").map { item in
        item.split(separator: " ", maxSplits: 1).map { $0.drop { $0 == " " } }.map { $0.prefix { $0 != " " } }
      }
    }
  }

  func tables() throws -> [String: TableText] {
    switch self {
    case .kept: try Self.keptTables()
    case .given: try Self.givenTables()
    }
  }

  /// `## units 单位`, its key, and a line a column.
  private static func keptTables() throws -> [String: TableText] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/cadre/Documentation.docc/DataContract.md")
    let page = try String(contentsOf: file, encoding: .utf8)
    var tables: [String: TableText] = [:]
    for section in page.components(separatedBy: "\n## ").dropFirst() where !section.hasPrefix("withdrawals ") {
      let lines = section.split(separator: "\n")
      let heading = lines[0].split(separator: " ")
      let key = try #require(lines.first { $0.hasPrefix("Key: ") }).dropFirst(5).dropLast()
      let rows = lines.filter { $0.hasPrefix("| ") }.dropFirst(2)
        .map { $0.split(separator: "|", omittingEmptySubsequences: true).map { $0.trimmingCharacters(in: .whitespaces) } }
      tables[String(heading[0])] = TableText(
        label: String(heading[1]),
        columns: rows.map { cells in
          let codes = cells[4].isEmpty ? "" : ":" + cells[4].replacing(#/ \(also [^)]*\)/#, with: "")
          return ColumnText(name: cells[0], label: cells[1], rest: (cells[3] == "optional" ? "?" : "") + codes)
        },
        key: key.split(separator: ", "))
    }
    return tables
  }

  private static func givenTables() throws -> [String: TableText] {
    let page = try String(contentsOfFile: path, encoding: .utf8)
    var tables: [String: TableText] = [:]
    let starts = page.matches(of: #/\*\*([a-z_]+)\*\* (\S+): /#)
    for (index, start) in starts.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1].range.lowerBound : page.endIndex
      var text = page[start.range.upperBound..<next]
      if let stop = text.firstMatch(of: /\n## |\nkinds: |\nConvention/) { text = text[..<stop.range.lowerBound] }
      let columns = text.matches(of: /`([a-z0-9_]+)[ \n]([^`]*\p{Han}[^`]*)`/)
      tables[String(start.1)] = TableText(
        label: String(start.2),
        columns: columns.enumerated().map { place, column in
          let end = place + 1 < columns.count ? columns[place + 1].range.lowerBound : text.endIndex
          let rest = text[column.range.upperBound..<end].split { $0 == "\n" || $0 == " " }.joined(separator: " ")
          return ColumnText(name: String(column.1), label: String(column.2), rest: rest)
        },
        key: text.firstMatch(of: /\(key: ([a-z_, ]+)\)/)?.1.split(separator: ", "))
    }
    return tables
  }

  /// The kinds of activities stand below their table.
  static func activityKinds() throws -> [[Substring]] {
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let list = try #require(page.firstMatch(of: /\nkinds: ([^#]*?)\n\n/)).1
    return list.split(separator: "·").map { item in
      item.split { $0 == " " || $0 == "\n" }
    }
  }
}
