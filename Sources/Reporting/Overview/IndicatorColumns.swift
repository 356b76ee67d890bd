import CadreModel
import PolicyKit

/// The columns of `overview.csv`, with which `summary.csv` begins too.
enum IndicatorColumns {
  static let headings =
    [
      Label("省份代码", "province_code"), Label("省份", "province"), Label("城市", "city"), Label("政策", "policy"),
      Label("指标", "indicator"), Label("指标名称", "title"), Label("领域", "domain"),
    ] + counts + rates + [
      Label("上年同期达标率", "rate_last_year"), Label("同比变化", "change"), Label("含假定参数", "assumed"),
      Label("统计值", "value"),
    ]

  static let counts = Tally.reported.map { Label($0.label, $0.rawValue) }

  static let rates = [Label("达标率", "compliance_rate"), Label("完成率", "completion_rate")]

  /// A city's code among codes, its name among Chinese.
  static func place(_ city: City, language: Language) -> [String] {
    [
      city.provinceCode, Province.name(of: city.provinceCode, in: language),
      language == .chinese ? city.nameChinese : city.code,
    ]
  }

  /// A policy's code among codes, its short name among Chinese.
  static func name(of policy: Policy, in language: Language) -> String {
    language == .chinese ? policy.configuration.name.chinese : policy.code
  }

  static func cells(_ figures: IndicatorFigures, of city: CityFigures, language: Language) -> [String] {
    place(city.city, language: language)
      + [
        name(of: city.policy, in: language), figures.indicator.id, figures.title(in: language),
        figures.indicator.domain.name(in: language),
      ]
      + cells(figures.tally)
      + [
        cell(figures.compliance), cell(figures.completion), cell(figures.rateLastYear), cell(figures.change),
        figures.isAssumed ? "1" : "0", figures.value ?? "",
      ]
  }

  static func cells(_ tally: Tally) -> [String] {
    Tally.reported.map { String(tally[$0]) }
  }

  static func cell(_ rate: Rate?) -> String {
    rate?.description ?? ""
  }
}
