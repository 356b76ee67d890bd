import CadreModel
import DataContract
import Evaluation
import Foundation
import PolicyKit
import PolicyTesting
import Testing

@testable import CadreCommands

/// A policy's text that an installation lays into its configuration folder.
@Suite(.cadre) struct ArticleInItsOwnWordsTests {
  @Test func standsBesideOurParaphraseInAnExplanation() async throws {
    try await ConfigurationFolder.with { folder in
      try FileManager.default.createDirectory(atPath: folder + "/policies/texts", withIntermediateDirectories: true)
      try Data("虚构的意见\n一、总则\n1.甲。\n2.乙，\n  乙的第二段。\n3.丙。\n".utf8).write(
        to: URL(filePath: folder + "/policies/texts/quzhou.txt"))
      let source = try ConfigurationSource(folder: folder, namedBy: .environment)
      let city = try await TestCity("quzhou")
      try await city.unit("U")
      try await city.cadre("P1", in: "U", post: ["leading": "true"])
      try await city.add(
        .declarations,
        ["declaration_id": "D1", "person_id": "P1", "kind": "marriage", "occurred_on": "2025-03-01", "reported_on": "2025-03-11"])
      let explanation = try await Explainer(library: city.library).explain(
        indicator: "quzhou.a2.matters", subject: "D1", city: "quzhou", asOf: try #require(Day("2025-06-30")),
        on: city.connection)
      let article = try source.articleTexts(of: explanation.policy.text)?[explanation.article.id]
      let told = ExplanationText(explanation: explanation, articleText: article, language: .chinese)
      #expect(told.lines.joined(separator: "\n").contains("\n原文：\n  2.乙，\n  乙的第二段。\n城市："))
      #expect(told.lines.contains { $0 == "要求：" + explanation.article.gist.chinese })
      #expect(told.json.text.contains("2.乙，\\n乙的第二段。"))
      let without = ExplanationText(explanation: explanation, language: .chinese)
      #expect(!without.lines.contains { $0.hasPrefix("原文") })
    }
  }

  @Test func aTextThatCannotBeReadIsNamed() async throws {
    try await ConfigurationFolder.with { folder in
      try FileManager.default.createDirectory(atPath: folder + "/policies/texts", withIntermediateDirectories: true)
      let source = try ConfigurationSource(folder: folder, namedBy: .option)
      let quzhou = try #require(try source.library().policy("quzhou")).text
      #expect(try source.articleTexts(of: quzhou) == nil)
      try Data([0xD6, 0xD0]).write(to: URL(filePath: folder + "/policies/texts/quzhou.txt"))
      let error = try #require(throws: ConfigurationFolderError.self) { _ = try source.articleTexts(of: quzhou) }
      #expect(error.problem == .unreadable("policies/texts/quzhou.txt"))
      #expect(try ConfigurationSource.shipped.articleTexts(of: quzhou) == nil)
    }
  }
}
