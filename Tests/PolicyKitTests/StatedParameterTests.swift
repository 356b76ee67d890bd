import CadreModel
import Foundation
import PolicyKit
import PolicyTesting
import ShippedFiles
import Testing

/// Every parameter marked stated is one of the numbers that its article prints: by the table that the repository holds,
/// and by the texts themselves where these are at hand.
@Suite struct StatedParameterTests {
  private func numbers() throws -> StatedNumbers {
    try StatedNumbers(file: "articles.yaml", text: #require(ShippedFiles.text("config/articles.yaml")))
  }

  @Test(arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func everyStatedParameterIsANumberOfItsArticle(code: String) throws {
    let policy = try #require(try PolicyLibrary.shipped().policy(code))
    let numbers = try numbers()
    for parameter in policy.configuration.parameters where parameter.basis == .stated {
      // What the text says is what held first: a later value has its own source.
      let value = try #require(parameter.values.first?.value)
      #expect(
        numbers.numbers(of: parameter.clause).contains { $0.isStated(by: value, unit: parameter.unit) },
        "\(code) \(parameter.name) = \(value) \(parameter.unit) is not in config/articles.yaml under \(parameter.clause)")
    }
    if policy.configuration.effectiveBasis == .stated {
      #expect(numbers.numbers(of: code).map(\.value) == [.day(policy.configuration.effectiveOn)])
    }
  }

  @Test func theTableIsOfArticlesThatThereAre() throws {
    let library = try PolicyLibrary.shipped()
    let known = Set(library.clauseIDs + library.policies.map(\.code))
    let numbers = try numbers()
    #expect(Set(numbers.all.map(\.article)).subtracting(known).sorted() == [])
    #expect(Set(numbers.all.map { "\($0.article) \($0.value) \($0.unit)" }).count == numbers.all.count)
  }

  @Test func aWrongEntryOfTheTableIsNamedWithItsLine() {
    let wrong = [
      "x.1:\n  - {number: many, unit: times, zh: 甲, en: a}", "x.1:\n  - {number: 1, zh: 甲, en: a}",
      "x.1:\n  - {number: 1, unit: times, zh: 甲, en: a, page: 3}",
    ]
    for text in wrong {
      let error = #expect(throws: ConfigurationError.self) { try StatedNumbers(file: "articles.yaml", text: text) }
      #expect(error?.line == 2, "\(text)")
    }
  }

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

  @Test(
    .enabled(if: SharedTexts.areHere, "the policies' texts of ../shared are not here (CADRE_SHARED names it)"),
    arguments: ["quzhou", "shaoxing", "jingxian", "kunming"])
  func everyStatedParameterIsPrintedInItsArticle(code: String) throws {
    let policy = try #require(try PolicyLibrary.shipped().policy(code))
    let articles = try SharedTexts.articles(of: policy)
    for article in policy.articles { #expect(articles[article.id] != nil, "\(article.id) is not found in the text") }
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

  /// Numbers of the table that no parameter uses, as the texts print them in words.
  private static let numberWords = ["kunming.17 1 times": "至少进行一次"]

  @Test(.enabled(if: SharedTexts.areHere, "../shared is not here (CADRE_SHARED names it)"))
  func everyOtherNumberOfTheTableIsPrinted() throws {
    let library = try PolicyLibrary.shipped()
    for policy in library.policies {
      let articles = try SharedTexts.articles(of: policy)
      let stated = policy.configuration.parameters.filter { $0.basis == .stated }
      for number in try numbers().all where number.article.hasPrefix(policy.code + ".") {
        let isParameter = stated.contains { parameter in
          parameter.clause == number.article
            && parameter.values.contains { number.isStated(by: $0.value, unit: parameter.unit) }
        }
        if isParameter { continue }
        let name = "\(number.article) \(number.value) \(number.unit)"
        let text = try #require(articles[number.article])
        let isPrinted = Self.numberWords[name].map(text.contains) ?? Printed.isPrinted(number.value, unit: number.unit, in: text)
        #expect(isPrinted, "\(name) is not printed")
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

  @Test(.enabled(if: SharedTexts.areHere, "../shared is not here (CADRE_SHARED names it)"))
  func datesOfEffectThatAreStatedArePrinted() throws {
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
    "codes": ["个"],
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

extension SharedTexts {
  /// A policy's text by its articles, found as an installation's is.
  static func articles(of policy: Policy) throws -> ArticleTexts {
    let text =
      switch policy.code {
      case "quzhou":
        // The second copy of part a, which follows part b, is not read.
        try read("policies/quzhou-cadre-supervision.txt") + "\n"
          + String(try read("policies/quzhou-double-ten.txt").split(separator: "\n《")[1])
      case "shaoxing": try read("policies/shaoxing-decision-2017.txt")
      case "kunming": try read("policies/kunming-opinion-2019.txt")
      default: try read("policies/jingxian-supervision-system.txt")
      }
    return ArticleTexts(text, articles: policy.articles.map(\.id))
  }
}
