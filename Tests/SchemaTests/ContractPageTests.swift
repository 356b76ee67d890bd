import DataContract
import Foundation
import Testing

/// The contract in code is the page that cities are given, word for word. The page lies beside the repository, where it does.
enum ContractPage {
  static let path: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["CADRE_SHARED"] ?? root.deletingLastPathComponent().appending(path: "shared").path
    return shared + "/data-contract.md"
  }()

  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  struct TableText {
    let label: String
    let columns: [ColumnText]
    /// `person, half`; nil where the first column alone makes the key.
    let key: [Substring]?
  }

  struct ColumnText {
    let name: String
    let label: String
    /// What stands between it and the next column: type, codes, notes.
    let rest: String

    /// Before its codes and notes: `→units?`.
    var type: Substring { rest.prefix { $0 != ":" && $0 != "(" } }
    var isOptional: Bool { type.contains("?") }

    /// `code label` pairs; the label is empty where the page names the codes alone.
    var codes: [[Substring]] {
      guard let colon = rest.firstIndex(of: ":") else { return [] }
      let list = rest[rest.index(after: colon)...].prefix { $0 != "(" && $0 != "." && $0 != "·" }
      return list.split(separator: ",").map { item in
        item.split(separator: " ", maxSplits: 1).map { $0.drop { $0 == " " } }.map { $0.prefix { $0 != " " } }
      }
    }
  }

  static func tables() throws -> [String: TableText] {
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

@Suite(.enabled(if: ContractPage.isThere, "../shared is not here (CADRE_SHARED names it)"))
struct ContractPageTests {
  @Test func tablesAndColumnsAreThoseOfThePage() throws {
    let page = try ContractPage.tables()
    #expect(Set(page.keys) == Set(Table.all.map(\.name.rawValue)))
    for table in Table.all {
      let text = try #require(page[table.name.rawValue])
      #expect(table.label == text.label)
      #expect(table.columns.map { "\($0.name) \($0.label)" } == text.columns.map { "\($0.name) \($0.label)" })
      for (column, told) in zip(table.columns, text.columns) {
        #expect((column.presence == .optional) == told.isOptional, "\(table.name).\(column.name)")
        #expect(isOf(column, told), "\(table.name).\(column.name): \(told.rest)")
      }
      if let key = text.key {
        #expect(key.count == table.key.count && zip(key, table.key).allSatisfy { $1 == $0 || $1.hasPrefix($0 + "_") }, "\(table.name)")
      } else {
        #expect(table.key == [table.columns[0].name])
      }
    }
  }

  @Test func codesAndLabelsAreThoseOfThePage() throws {
    let page = try ContractPage.tables()
    for table in Table.all {
      for (column, told) in zip(table.columns, page[table.name.rawValue]?.columns ?? []) {
        guard let codes = codes(of: column) else { continue }
        let place = "\(table.name).\(column.name)"
        if told.rest.contains("as posts.rank") {
          #expect(codes == .ranks, "\(place)")
        } else {
          let listed = told.rest.contains("list below") ? try ContractPage.activityKinds() : told.codes
          #expect(codes.map(\.code) == listed.map { String($0[0]) }, "\(place)")
          // Where the page names codes alone, their labels stand at another table.
          for (code, item) in zip(codes, listed) where item.count > 1 { #expect(code.label == item[1], "\(place)") }
        }
      }
    }
  }

  @Test func earlierLabelsAreThoseThatThePageStillReads() throws {
    let page = try String(contentsOfFile: ContractPage.path, encoding: .utf8)
    let told = try #require(page.firstMatch(of: /the old labels\s+([^)]*?) are still read/)).1
    let earlier = Table.all.flatMap(\.columns).flatMap { codes(of: $0) ?? [] }.flatMap(\.earlierLabels)
    #expect(Set(earlier) == Set(told.split { ", \n".contains($0) }.map(String.init)))
  }

  private func codes(of column: DataContract.Column) -> [Code]? {
    switch column.type {
    case .code(let codes), .tags(let codes): codes
    default: nil
    }
  }

  private func isOf(_ column: DataContract.Column, _ told: ContractPage.ColumnText) -> Bool {
    let type = told.type.drop { $0 == " " }
    return switch column.type {
    case .id: type.hasPrefix("id")
    case .reference(let tables):
      told.rest.matches(of: /→([a-z_]+)/).map { String($0.1) } == tables.map(\.rawValue)
    case .subject: column.name == "subject_id"
    case .text: type.hasPrefix("text")
    case .half: type.hasPrefix("text") && column.name == "half"
    case .clause: type.contains("clause id")
    case .indicator: type.contains("indicator id")
    case .date: type.hasPrefix("date")
    case .bool: type.hasPrefix("bool")
    case .number(.nonZero): type.contains("signed, not 0")
    case .number(.hundred): type.hasPrefix("number") && type.contains("0-100")
    case .number(.nonNegative): type.hasPrefix("number") && !type.contains("signed") && !type.contains("0-100")
    case .integer(.year): type.hasPrefix("integer") && column.name == "year"
    case .integer(.positive): type.hasPrefix("integer") && type.contains("≥ 1")
    case .integer(.nonNegative): type.hasPrefix("integer") && column.name != "year" && !type.contains("≥ 1")
    case .code: type.hasPrefix("code")
    case .tags: type.hasPrefix("tags")
    case .regionCode: type.hasPrefix("6 digits") || column.name == "region_code"
    case .identityNumber: type.hasPrefix("GB 11643")
    }
  }
}
