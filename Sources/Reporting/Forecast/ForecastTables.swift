import CadreModel
import Messages
import PolicyKit
import Results

/// `forecast.csv` and `forecast_units.csv`.
enum ForecastTables {
  static let duties = "forecast.csv"
  static let units = "forecast_units.csv"
  static let all = [duties, units]

  private static let duty = [
    TableColumn(.identifier, ColumnHeadings.indicator), TableColumn(.words, ColumnHeadings.title),
    TableColumn(.identifier, ColumnHeadings.article),
  ]

  static let dutyColumns =
    IndicatorColumns.placeColumns + [TableColumn(.text, ColumnHeadings.policy)] + duty + [
      TableColumn(.count, ForecastMessages.unmetNow), TableColumn(.count, ForecastMessages.open),
      TableColumn(.count, ForecastMessages.ifNothing), TableColumn(.count, ForecastMessages.ofOpen),
      TableColumn(.count, ForecastMessages.ofLater), TableColumn(.count, ForecastMessages.ifAllDone),
      TableColumn(.count, ForecastMessages.expected), TableColumn(.count, ForecastMessages.errorCount),
      TableColumn(.rate, ForecastMessages.pastShare), TableColumn(.rate, ForecastMessages.error),
      TableColumn(.text, ForecastMessages.past), TableColumn(.rate, ForecastMessages.rateNow),
      TableColumn(.rate, ForecastMessages.rateIfNothing), TableColumn(.rate, ForecastMessages.rateIfAllDone),
      TableColumn(.rate, ForecastMessages.rateExpected), TableColumn(.count, ForecastMessages.notBegun),
    ]

  static let unitColumns =
    IndicatorColumns.placeColumns + [
      TableColumn(.identifier, ColumnHeadings.unitID), TableColumn(.words, ColumnHeadings.unitName),
      TableColumn(.text, WorkListMessages.head), TableColumn(.words, WorkListMessages.headPost),
    ] + duty + [
      TableColumn(.count, ForecastMessages.open), TableColumn(.count, ForecastMessages.ofOpen),
      TableColumn(.count, ForecastMessages.ofLater),
    ]

  static func cells(_ entry: DutyForecast, of forecast: CityForecast, _ language: Language) -> [String] {
    IndicatorColumns.place(forecast.figures.city, language: language) + [forecast.figures.policy.name(in: language)]
      + cells(entry.indicator, entry.article, language)
      + [
        String(entry.tally.unmet), String(entry.counts.open), String(entry.atEnd.unmet), String(entry.counts.openUnmet),
        String(entry.counts.laterUnmet), String(entry.unmetIfAllDone), entry.expectedUnmet.map(String.init) ?? "",
        entry.errorCount.map(String.init) ?? "", IndicatorColumns.cell(entry.pastShare), IndicatorColumns.cell(entry.error),
        past(entry, language), IndicatorColumns.cell(entry.rateNow), IndicatorColumns.cell(entry.rateIfNothing),
        IndicatorColumns.cell(entry.rateIfAllDone), IndicatorColumns.cell(entry.expectedRate), String(entry.notBegun),
      ]
  }

  static func cells(_ entry: UnitForecast, of city: City, _ language: Language) -> [String] {
    IndicatorColumns.place(city, language: language)
      + [entry.unit.id, entry.unit.name, entry.unit.head?.name ?? "", entry.unit.head?.post ?? ""]
      + cells(entry.indicator, entry.article, language)
      + [entry.counts.open, entry.counts.openUnmet, entry.counts.laterUnmet].map(String.init)
  }

  private static func cells(_ indicator: Indicator, _ article: Article, _ language: Language) -> [String] {
    [indicator.id, indicator.title.text(in: language), article.id]
  }

  /// `2024 3/4; 2023 2/4`: of those that were open, how many were met of how many decided.
  private static func past(_ entry: DutyForecast, _ language: Language) -> String {
    entry.past.map { "\($0.end.year) \($0.met)/\($0.met + $0.unmet)" }.joined(by: Punctuation.semicolon).text(in: language)
  }
}
