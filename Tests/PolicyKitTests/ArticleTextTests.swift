import PolicyKit
import Testing

/// Articles found in a text by their numbers.
@Suite struct ArticleTextTests {
  @Test func articlesBeginWithTheirNumbers() {
    let texts = ArticleTexts(
      """
      关于某事的意见
      2019年2月2日
      一、第一部分
      　　1.甲：3．不是条款，
      2. 也不是第三条。
      3、丙。
      二、第二部分
      4．丁
      """, articles: ["x.1", "x.2", "x.3", "x.4", "x.5"])
    #expect(texts["x.1"] == "1.甲：3．不是条款，")
    #expect(texts["x.2"] == "2. 也不是第三条。")
    #expect(texts["x.3"] == "3、丙。")
    #expect(texts["x.4"] == "4．丁")
    #expect(texts["x.5"] == nil)
  }

  @Test func twoSetsOfArticlesStandOneAfterTheOther() {
    let articles = ["a1", "a2", "b1", "b2"].map { "x." + $0 }
    let texts = ArticleTexts("第一条 甲\n1.甲的第一点\n第二条 乙\n第一条 丙\n第2条 丁\n续", articles: articles)
    #expect(articles.map { texts[$0] } == ["第一条 甲\n1.甲的第一点", "第二条 乙", "第一条 丙", "第2条 丁\n续"])
  }

  @Test func partsHaveTheirItems() {
    let articles = ["1.1", "1.2", "2.1", "2.2", "3.1"].map { "x." + $0 }
    let texts = ArticleTexts("前言。\n加强甲。一是子。二是丑。\n加强乙。一是寅。二是卯。三是辰。", articles: articles)
    #expect(articles.map { texts[$0] } == ["一是子。", "二是丑。", "一是寅。", "二是卯。", nil])
    let numbered = ArticleTexts("1.1 子\n1.2 丑\n1.20 别的", articles: articles)
    #expect(numbered["x.1.2"] == "1.2 丑" && numbered["x.2.1"] == nil)
  }

  @Test func numbersAboveTenAreRead() {
    let articles = (1...21).map { "x.\($0)" }
    let numerals = ["十", "十一", "二十", "二十一"]
    let lines = (1...9).map { "\($0).…" } + ["第十条 一", "第十一条 二"] + (12...19).map { "\($0).…" } + ["第二十条 三", "第二十一条 四"]
    let texts = ArticleTexts(lines.joined(separator: "\n"), articles: articles)
    #expect([10, 11, 20, 21].map { texts["x.\($0)"] } == zip(numerals, ["一", "二", "三", "四"]).map { "第\($0)条 \($1)" })
  }
}
