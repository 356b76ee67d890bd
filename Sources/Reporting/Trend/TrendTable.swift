import CadreModel
import Messages
import PolicyKit
import Results

/// `trend.csv`: one row a series and date, the dates of a series one below the other.
enum TrendTable {
  static let file = "trend.csv"

  static let columns =
    IndicatorColumns.placeColumns + [
      TableColumn(.text, ColumnHeadings.policy), TableColumn(.text, TrendMessages.level),
      TableColumn(.identifier, TrendMessages.id), TableColumn(.text, TrendMessages.name), TableColumn(.day, TrendMessages.asOf),
    ] + IndicatorColumns.counts + [TableColumn(.count, TrendMessages.decided)] + IndicatorColumns.rates + [
      TableColumn(.change, TrendMessages.changeBefore), TableColumn(.flag, TrendMessages.sameData),
    ]

  static func table(_ trends: [CityTrend], _ levels: Set<TrendLevel>, _ language: Language) -> CSVTable {
    var table = CSVTable(columns, language: language)
    for trend in trends {
      let place = IndicatorColumns.place(trend.city, language: language) + [trend.policy.name(in: language)]
      for series in trend.series(levels, language) {
        let name = place + [series.level.label.text(in: language), series.id, series.name]
        var before: Rate?
        for value in series.values {
          let change = value.compliance.flatMap { now in before.map { now - $0 } }
          table.append(name + cells(value, change: change))
          before = value.compliance
        }
      }
    }
    return table
  }

  private static func cells(_ value: TrendSeries.Value, change: Rate?) -> [String] {
    [value.asOf.description] + IndicatorColumns.cells(value.tally) + [
      String(value.tally.met + value.tally.unmet), IndicatorColumns.cell(value.compliance),
      IndicatorColumns.cell(value.completion), IndicatorColumns.cell(change), value.isOfSameData ? "1" : "0",
    ]
  }
}
