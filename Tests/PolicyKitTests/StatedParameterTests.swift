import CadreModel
import Foundation
import PolicyKit
import PolicyTesting
import Testing

/// Every parameter marked stated is printed in the article that it cites.
@Suite(.enabled(if: SharedTexts.areHere, "the policies' texts of ../shared are not here (CADRE_SHARED names it)"))
struct StatedParameterTests {
  /// What the text says in words: the phrase that stands for the number or the list.
  private static let words: [String: [String]] = [
    "quzhou a6.quarterly-report.offices": ["组织部门、纪检监察机关报告"],
    "quzhou a6.ledgers.count": ["由相关业务主管部门建立专门台账"],
    "quzhou a7.self-check.count": ["年度民主生活会、组织生活会上对照检查个人“两圈”情况"],
    "quzhou b1.monthly.count": ["月度主题研判"],
    "quzhou b1.statement.count": ["年度述职评议"],
    "quzhou b2.grid.share": ["网格支部全覆盖"],
    "quzhou b2.household.share": ["党员联户全覆盖"],
    "quzhou b2.grid-leaders.share": ["坚持由村“两委”干部担任网格长"],
    "quzhou b3.training.levels": ["县级以上集中轮训"],
    "quzhou b4.one-shoulder.roles": ["书记", "村委会主任", "村经济合作组织负责人", "一肩挑"],
    "quzhou b5.vetting.departments": [
      "纪检监察、政法、信访、法院、检察院、公安、民政、司法、自然资源、生态环境、农业农村、审计等部门"
    ],
    "quzhou b6.midterm.departments": ["民政部门会同纪检监察、公安、检察院、法院、司法等部门", "届中对所有村“两委”成员进行资格联审"],
    "quzhou b6.yellow.retraining_days": ["1周以上"],
    "quzhou b7.four-ones.kinds": ["1名县级领导", "1名乡镇领导", "1个部门", "1名第一书记", "四个一"],
    "quzhou b7.critical.kinds": ["县级党政主要领导直接包干", "专门工作组"],
    "quzhou b7.listing.kinds": ["省市两级挂牌督办"],
    // The copy lost "年，": it prints 20221000.
    "quzhou b8.graduates.population": ["20221000人以上"],
    "quzhou b10.members.share": ["要求党员和村干部签订拒赌承诺书"],
    "shaoxing 7.visit-city.share": ["走遍所有乡镇（街道）"],
    "shaoxing 7.visit-county.share": ["走遍所有村"],
    "shaoxing 7.visit-township.share": ["走遍所有自然村（社区）"],
    "shaoxing 10.quarterly-review.count": ["每季度"],
    "shaoxing 11.rotation-training.one_in": ["1/3市管领导干部"],
    "shaoxing 12.mobility-review.count": ["每半年"],
    "shaoxing 13.checkup.count": ["年度体检"],
    "shaoxing 13.township-pay.ratio": ["高于县级机关同职级干部20%以上"],
    "jingxian 5.1.self-check.count": ["年度自查"],
    "jingxian 5.2.bulletin.count": ["每月"],
    "kunming 17.no-direct-charge.areas": [
      "人事", "财务", "工程项目建设", "物资", "审批", "执法", "六个不直接分管",
    ],
  ]

  @Test(arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func everyStatedParameterIsPrintedInItsArticle(code: String) throws {
    let policy = try #require(try PolicyLibrary.shipped().policy(code))
    let articles = try ArticleTexts.read(code)
    #expect(articles.count == policy.articles.count)
    for parameter in policy.configuration.parameters where parameter.basis == .stated {
      guard let text = articles[parameter.clause] else {
        Issue.record("\(code) \(parameter.name) cites '\(parameter.clause)', which is no article")
        continue
      }
      if let phrases = Self.words["\(code) \(parameter.name)"] {
        for phrase in phrases {
          #expect(text.contains(phrase), "\(code) \(parameter.name): '\(phrase)' is not in \(parameter.clause)")
        }
      } else {
        let value = try #require(parameter.values.first?.value)
        #expect(
          Printed.isPrinted(value, unit: parameter.unit, in: text),
          "\(code) \(parameter.name) = \(value) \(parameter.unit) is not printed in \(parameter.clause)")
      }
    }
  }

  @Test func thePhrasesAreOfStatedParameters() throws {
    let stated = try PolicyLibrary.shipped().policies.flatMap { policy in
      policy.configuration.parameters.filter { $0.basis == .stated }.map { "\(policy.code) \($0.name)" }
    }
    #expect(Set(Self.words.keys).subtracting(stated).sorted() == [])
  }

  @Test func aListHasAsManyCodesAsTheTextHasNames() throws {
    let library = try PolicyLibrary.shipped()
    func count(_ policy: String, _ name: String) -> Int? {
      guard case .codes(let codes)? = library.policy(policy)?.configuration[parameter: name]?.values.first?.value
      else { return nil }
      return Set(codes).count
    }
    #expect(count("quzhou", "b5.vetting.departments") == 12)
    #expect(count("quzhou", "b7.four-ones.kinds") == 4)
    #expect(count("quzhou", "b4.one-shoulder.roles") == 3)
    #expect(count("quzhou", "b7.critical.kinds") == 2)
    #expect(count("quzhou", "b7.listing.kinds") == 2)
    #expect(count("quzhou", "b6.midterm.departments") == 6)
    #expect(count("kunming", "17.no-direct-charge.areas") == 6)
  }

  @Test func datesOfEffectThatAreStatedArePrinted() throws {
    let files = ["shaoxing": "shaoxing-decision-2017.txt", "kunming": "kunming-opinion-2019.txt"]
    for policy in try PolicyLibrary.shipped().policies where policy.configuration.effectiveBasis == .stated {
      guard let file = files[policy.code] else { continue }
      let (year, month, day) = policy.configuration.effectiveOn.civil
      #expect(try SharedTexts.read("policies/" + file).contains("\(year)年\(month)月\(day)日"), "\(policy.code)")
    }
  }

  @Test func theMatcherTellsNumbersApart() {
    #expect(Printed.isPrinted(.amount(Amount(8)), unit: "years", in: "任职满8年或"))
    #expect(!Printed.isPrinted(.amount(Amount(8)), unit: "years", in: "任职满18年或"))
    #expect(!Printed.isPrinted(.amount(Amount(8)), unit: "years", in: "任职满8次或"))
    #expect(Printed.isPrinted(.amount(Amount(2)), unit: "months", in: "“歇职”2-6个月"))
    #expect(Printed.isPrinted(.amount(Amount(scaled: 7_000)), unit: "share", in: "不低于总课时的70％"))
    #expect(!Printed.isPrinted(.amount(Amount(scaled: 2_000)), unit: "share", in: "不低于120%"))
    #expect(Printed.isPrinted(.amount(Amount(1)), unit: "years", in: "提任后一年内"))
    #expect(!Printed.isPrinted(.amount(Amount(1)), unit: "years", in: "提任后十一年内"))
  }
}

/// Whether a number is printed with what it counts.
enum Printed {
  private static let counters: [String: [String]] = [
    "times": ["次"], "days": ["天", "日"], "years": ["年", "周岁", "岁"], "months": ["个月"], "hours": ["学时"],
    "points": ["分"], "ranks": ["位", "名"], "persons": ["名", "人"], "working_days": ["个工作日"],
  ]
  private static let chinese = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]

  static func isPrinted(_ value: ParameterValue, unit: String, in text: String) -> Bool {
    guard case .amount(let amount) = value else { return false }
    let text = text.replacing("％", with: "%").replacing("—", with: "-")
    if unit == "share" {
      guard let percent = Amount(scaled: amount.scaled * 100).whole else { return false }
      return matches("(?<![0-9.])\(percent)%", text)
    }
    guard let whole = amount.whole, let words = counters[unit] else { return false }
    let counter = "(\(words.joined(separator: "|")))"
    // Either end of a range may carry the counter: 10-15天.
    if matches("(?<![0-9.])\(whole)(-+[0-9]+)?\(counter)", text) { return true }
    return chinese.indices.contains(whole)
      && matches("(?<![一二三四五六七八九十])\(chinese[whole])\(counter)", text)
  }

  private static func matches(_ pattern: String, _ text: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }
}

/// The texts cut into articles, by clause id.
enum ArticleTexts {
  static func read(_ policy: String) throws -> [String: String] {
    switch policy {
    case "quzhou":
      let first = numbered(try SharedTexts.read("policies/quzhou-cadre-supervision.txt"), "quzhou.a", upTo: 10)
      let both = try SharedTexts.read("policies/quzhou-double-ten.txt")
      return first.merging(numbered(both, "quzhou.b", upTo: 10)) { one, _ in one }
    case "shaoxing": return numbered(try SharedTexts.read("policies/shaoxing-decision-2017.txt"), "shaoxing.", upTo: 18)
    case "kunming": return numbered(try SharedTexts.read("policies/kunming-opinion-2019.txt"), "kunming.", upTo: 24)
    default: return parts(try SharedTexts.read("policies/jingxian-supervision-system.txt"), "jingxian.")
    }
  }

  /// Articles `1.`, `2.` at the beginning of lines, in order.
  private static func numbered(_ text: String, _ prefix: String, upTo last: Int) -> [String: String] {
    var articles: [String: String] = [:]
    var number = 0
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("\(number + 1)."), number < last { number += 1 }
      // The second half of the copy of both opinions is the other one.
      if number == last, line.hasPrefix("《") { break }
      if number > 0 { articles["\(prefix)\(number)", default: ""] += line + "\n" }
    }
    return articles
  }

  /// Five paragraphs after the first, each with items 一是, 二是, 三是.
  private static func parts(_ text: String, _ prefix: String) -> [String: String] {
    var articles: [String: String] = [:]
    for (index, line) in text.split(whereSeparator: \.isNewline).dropFirst().enumerated() {
      var rest = String(line)
      for (item, next) in [(1, "二是"), (2, "三是"), (3, "\u{0}")] {
        let end = rest.range(of: next)?.lowerBound ?? rest.endIndex
        articles["\(prefix)\(index + 1).\(item)"] = String(rest[..<end])
        rest = String(rest[end...])
      }
    }
    return articles
  }
}
