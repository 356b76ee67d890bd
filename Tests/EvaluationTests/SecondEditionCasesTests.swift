import CadreTesting
import DataContract
import Evaluation
import Foundation
import PolicyKit
import PolicyTesting
import Testing

/// Deliveries of the contract's second edition, and what an independent implementation of the catalogue makes of them.
enum SecondEdition {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases/second-edition").path()

  /// The indicators that are not judged by the catalogue's second edition yet: a line each.
  static let pending: Set<String> = {
    let text = (try? String(contentsOfFile: folder + "/pending.txt", encoding: .utf8)) ?? ""
    return Set(text.split(whereSeparator: \.isNewline).map(String.init))
  }()

  /// The lines of an expected file, without the policy, by indicator.
  static func expected(_ name: String) throws -> [String: Set<String>] {
    let lines = try String(contentsOfFile: "\(folder)/expected/\(name).csv", encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map { line in
        String(line[line.index(after: line.firstIndex(of: ",") ?? line.startIndex)...])
      }
    return byIndicator(lines)
  }

  static func byIndicator(_ lines: [String]) -> [String: Set<String>] {
    Dictionary(grouping: lines) { String($0.prefix { $0 != "," }) }.mapValues { Set($0) }
  }
}

@Suite(.cadre) struct SecondEditionCasesTests {
  static let dates = ["2024-12-31", "2025-02-28", "2025-08-15"]

  /// With `CADRE_COMPARE` in the environment, indicators that begin with it are compared, pending or not.
  private static let asked = ProcessInfo.processInfo.environment["CADRE_COMPARE"]

  private func compare(_ city: TestCity, _ date: String, under policy: String, with file: String) async throws {
    let run = try #require(try await city.evaluate(date, under: policy))
    let found = SecondEdition.byIndicator(try await city.results(of: run))
    let expected = try SecondEdition.expected(file)
    for indicator in Set(found.keys).union(expected.keys).sorted() {
      if let asked = Self.asked {
        guard indicator.hasPrefix(asked) else { continue }
      } else if SecondEdition.pending.contains(indicator) {
        continue
      }
      let (ours, theirs) = (found[indicator] ?? [], expected[indicator] ?? [])
      let extra = ours.subtracting(theirs).sorted()
      let missing = theirs.subtracting(ours).sorted()
      #expect(
        extra.isEmpty && missing.isEmpty,
        "\(file) \(indicator): \(extra.count) lines of ours too many, \(missing.count) missing\n  ours: \(extra.prefix(3))\n  theirs: \(missing.prefix(3))")
    }
    #expect(try await city.duplicates(in: run) == [])
  }

  @Test(arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func resultsAreAsAnIndependentImplementationHasThem(code: String) async throws {
    let city = try await SharedCases.city(code, delivery: code, in: SecondEdition.folder)
    for date in Self.dates { try await compare(city, date, under: code, with: "\(code)-\(date)") }
  }

  /// What is pending is an indicator of one edition or the other.
  @Test func pendingIndicatorsAreNamedOnce() throws {
    let text = try String(contentsOfFile: SecondEdition.folder + "/pending.txt", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines == Set(lines).sorted())
    let files = try FileManager.default.contentsOfDirectory(atPath: SecondEdition.folder + "/expected")
    let expected = try files.reduce(into: Set<String>()) { names, file in
      names.formUnion(try SecondEdition.expected(String(file.dropLast(".csv".count))).keys)
    }
    #expect(Set(lines).subtracting(expected).subtracting(try PolicyLibrary.shipped().indicatorIDs).isEmpty)
  }

  @Test func anotherCitysPolicyOverTheSameData() async throws {
    let city = try await SharedCases.city("quzhou", delivery: "quzhou", in: SecondEdition.folder)
    try await compare(city, "2025-08-15", under: "kunming", with: "quzhou-under-kunming-2025-08-15")
  }
}
