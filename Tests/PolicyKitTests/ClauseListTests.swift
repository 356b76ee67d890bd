import Foundation
import PolicyKit
import PolicyTesting
import Testing

@Suite struct ClauseListTests {
  private static func numbered(_ prefix: String, _ numbers: ClosedRange<Int>) -> [String] {
    numbers.map { "\(prefix)\($0)" }
  }

  /// The articles of the four texts, as they are numbered there.
  private static let clauses: [String: [String]] = [
    "quzhou": numbered("quzhou.a", 1...10) + numbered("quzhou.b", 1...10),
    "shaoxing": numbered("shaoxing.", 1...18),
    "jingxian": (1...5).flatMap { numbered("jingxian.\($0).", 1...3) },
    "kunming": numbered("kunming.", 1...24),
  ]

  /// Never judged, of the policies whose second edition is in.
  private static let preambles: Set<String> = ["shaoxing.1", "shaoxing.2", "shaoxing.3", "kunming.2"]

  @Test(arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func everyArticleIsThereInTheOrderOfItsText(policy: String) throws {
    let found = try PolicyLibrary.shipped().policy(policy)
    #expect(found?.articles.map(\.id) == Self.clauses[policy])
  }

  @Test func noClauseIsOfTwoPolicies() throws {
    let library = try PolicyLibrary.shipped()
    #expect(Set(library.clauseIDs).count == library.clauseIDs.count)
  }

  @Test func whoeverMeantAnotherIndicatorIsShownThoseLikeIt() throws {
    let library = try PolicyLibrary.shipped()
    let kunming = try #require(library.policy("kunming"))
    #expect(library.indicators(like: "quzhou.4.leader-training", of: kunming) == ["kunming.4.leader-training"])
    #expect(library.indicators(like: "leader-training").contains("kunming.4.leader-training"))
    #expect(library.indicators(like: "no-such", of: kunming).isEmpty)
  }

  @Test func everyIndicatorIsOneAndBelongsToItsArticle() throws {
    let library = try PolicyLibrary.shipped()
    #expect(Set(library.indicatorIDs).count == library.indicatorIDs.count)
    for policy in library.policies {
      for article in policy.articles {
        #expect(article.isPreamble == Self.preambles.contains(article.id), "\(article.id)")
        for indicator in article.indicators {
          #expect(indicator.id.hasPrefix(article.id + "."), "\(indicator.id) under \(article.id)")
        }
      }
    }
  }

  /// The pages of the repository hold every indicator, under its article.
  @Test(arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func thePageOfThePolicyAndTheLibraryHaveTheSameIndicators(policy: String) throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/cadre/Documentation.docc/Catalogue-\(policy).md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let registered = try #require(try PolicyLibrary.shipped().policy(policy))
    #expect(CatalogueTable.indicators(in: text) == registered.indicators.map(\.id))
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.split(separator: " ")[1] }
    #expect(headings.map(String.init) == Self.clauses[policy])
  }

  @Test(.enabled(if: SharedTexts.areHere, "../shared is not here (CADRE_SHARED names it)"))
  func theCatalogueAndTheLibraryHaveTheSameIndicators() throws {
    let text = try SharedTexts.read("indicators.md")
    var listed = Set(CatalogueTable.indicators(in: text))
    #expect(listed.count == 261)
    // Those of the section on articles that no record decides.
    listed.formUnion([4, 8, 9, 15, 16, 18].map { "shaoxing.\($0).attested" })
    listed.formUnion(["jingxian.2.1.attested"])
    listed.formUnion([1, 7, 8, 9, 12, 13, 18, 19, 21, 24].map { "kunming.\($0).attested" })
    let registered = try PolicyLibrary.shipped().policies.filter { Self.clauses[$0.code] != nil }
      .flatMap(\.indicators).map(\.id)
    #expect(listed.subtracting(registered).sorted() == [])
    #expect(Set(registered).subtracting(listed).sorted() == [])
  }
}

/// The catalogue's tables: `| quzhou.b2.team · .grid | ...`.
enum CatalogueTable {
  static func indicators(in text: String) -> [String] {
    var ids: [String] = []
    for line in text.split(separator: "\n") where line.hasPrefix("| ") {
      guard let cell = line.split(separator: "|").first else { continue }
      for name in cell.split(separator: "·").map({ $0.trimmingCharacters(in: .whitespaces) }) {
        if name.hasPrefix("."), let last = ids.last {
          // A continuation replaces what follows the article.
          ids.append(last.prefix { $0 != "." } + articlePart(of: last) + name)
        } else if name.contains("."), name.first?.isLetter == true {
          ids.append(name)
        }
      }
    }
    return ids
  }

  /// `.1.2` of `jingxian.1.2.democratic-life`.
  private static func articlePart(of id: String) -> String {
    id.split(separator: ".").dropFirst().dropLast().map { "." + $0 }.joined()
  }
}

/// The founder's texts beside the repository, where they are.
enum SharedTexts {
  static let folder: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let beside = root.deletingLastPathComponent().appending(path: "shared").path
    return ProcessInfo.processInfo.environment["CADRE_SHARED"] ?? beside
  }()

  static var areHere: Bool { FileManager.default.fileExists(atPath: folder + "/indicators.md") }

  static func read(_ file: String) throws -> String {
    try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
  }
}
