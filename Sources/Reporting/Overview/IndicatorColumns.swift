import CadreModel
import DataContract
import Messages
import PolicyKit
import Results

/// The columns of `overview.csv`, with which `summary.csv` begins too.
enum IndicatorColumns {
  static let columns =
    placeColumns + [
      TableColumn(.text, ColumnHeadings.policy), TableColumn(.identifier, ColumnHeadings.indicator),
      TableColumn(.text, ColumnHeadings.title), TableColumn(.text, ColumnHeadings.domain),
    ] + counts + rates + [
      TableColumn(.rate, ColumnHeadings.rateLastYear), TableColumn(.change, ColumnHeadings.change),
      TableColumn(.flag, ColumnHeadings.assumed), TableColumn(.decimal, ColumnHeadings.statisticValue),
    ]

  /// Which city a row is of.
  static let placeColumns = [
    TableColumn(.identifier, ColumnHeadings.provinceCode), TableColumn(.text, ColumnHeadings.province),
    TableColumn(.text, ColumnHeadings.city),
  ]

  static let counts = Tally.reported.map { TableColumn(.counted($0), ColumnHeadings.count(of: $0)) }

  static let rates = [
    TableColumn(.rate, ColumnHeadings.complianceRate), TableColumn(.rate, ColumnHeadings.completionRate),
  ]

  /// A city's code among codes, its name among Chinese.
  static func place(_ city: City, language: Language) -> [String] {
    [
      city.provinceCode, Province.name(of: city.provinceCode, in: language),
      language == .chinese ? city.nameChinese : city.code,
    ]
  }

  static func cells(_ figures: IndicatorFigures, of city: CityFigures, language: Language) -> [String] {
    place(city.city, language: language)
      + [
        city.policy.name(in: language), figures.indicator.id, figures.title(in: language),
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
