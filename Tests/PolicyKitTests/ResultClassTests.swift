import CadreModel
import Policies
import PolicyTesting
import Testing

@testable import PolicyKit

/// No code reaches a Chinese reader as a class.
@Suite struct ResultClassTests {
  private func indicator(_ name: String) throws -> Indicator {
    let found = try PolicyLibrary.shipped().policies.lazy.flatMap(\.indicators).first { $0.id == name }
    return try #require(found)
  }

  @Test(arguments: [
    ("quzhou.a4.tools", "accountability", "问责"), ("quzhou.a4.tools", "summon", "约谈"),
    ("quzhou.a9.exchanges", "reverse", "逆向性"), ("quzhou.b6.colours", "yellow", "黄"), ("quzhou.a3.tier", "1", "第一档"),
  ])
  func classesHaveTheContractsLabels(name: String, code: String, label: String) throws {
    #expect(try indicator(name).resultClass(code).label.chinese.hasPrefix(label))
  }

  /// All classes that a statistic lists, told from its SQL.
  @Test func everyListedClassHasALabel() throws {
    var found = 0
    for indicator in try PolicyLibrary.shipped().policies.flatMap(\.indicators) {
      for template in indicator.rule.templates {
        guard let list = template.firstMatch(of: /(?s)unnest\(array\[(.*?)\]\) as listed/)?.1 else { continue }
        for code in list.matches(of: /'([a-z0-9_]+)'/).map({ String($0.1) }) {
          found += 1
          let label = indicator.resultClass(code).label
          #expect(label.chinese.allSatisfy { !$0.isASCII || $0.isNumber }, "\(indicator.id) \(code): \(label.chinese)")
          #expect(!label.english.contains("_"))
        }
      }
    }
    #expect(found >= 15)
  }

  @Test func partsKeepTheOrderOfTheirList() throws {
    let colours = try indicator("quzhou.b6.colours")
    let places = ["red", "yellow", "grey"].map { colours.resultClass($0).position }
    #expect(places == places.sorted() && Set(places).count == 3)
    #expect(colours.resultClass("red").isPart)
    #expect(!colours.resultClass("last_year").isPart)
    #expect(colours.resultClass("unheard_of").label.chinese == "unheard_of")
  }
}
