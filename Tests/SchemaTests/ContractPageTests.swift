import DataContract
import Foundation
import Testing

/// The contract in code is what its pages tell.
@Suite struct ContractPageTests {
  @Test(arguments: ContractPage.here) func tablesAndColumnsAreThoseOfThePage(place: ContractPage) throws {
    let page = try place.tables()
    #expect(Set(page.keys) == Set(Table.all.map(\.name.rawValue)))
    for table in Table.all {
      let text = try #require(page[table.name.rawValue])
      #expect(table.label == text.label)
      #expect(table.columns.map { "\($0.name) \($0.label)" } == text.columns.map { "\($0.name) \($0.label)" })
      for (column, told) in zip(table.columns, text.columns) {
        #expect((column.presence == .optional) == told.isOptional, "\(table.name).\(column.name)")
        if place == .given { #expect(isOf(column, told), "\(table.name).\(column.name): \(told.rest)") }
      }
      if let key = text.key {
        #expect(
          key.count == table.key.count && zip(key, table.key).allSatisfy { $1 == $0 || $1.hasPrefix($0 + "_") }, "\(table.name)")
      } else {
        #expect(table.key == [table.columns[0].name])
      }
    }
  }

  @Test(arguments: ContractPage.here) func codesAndLabelsAreThoseOfThePage(place: ContractPage) throws {
    let page = try place.tables()
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

  @Test(.enabled(if: ContractPage.isGiven, "../shared is not here (CADRE_SHARED names it)"))
  func earlierLabelsAreThoseThatThePageStillReads() throws {
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
