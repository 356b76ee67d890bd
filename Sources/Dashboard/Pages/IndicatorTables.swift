import CadreModel
import Messages
import PolicyKit
import Reporting
import Results

/// A city's indicators as tables: duties with their counts and rates, statistics with their figures.
struct IndicatorTables {
  let sight: Sight
  let run: RunPlace
  let figures: CityFigures

  var duties: DataTable {
    let columns =
      [TableColumn(.words, ReportWords.indicator), TableColumn(.words, CityPageMessages.article)]
      + Tally.reported.map { TableColumn(.counted($0), ReportWords.status($0)) } + [
        TableColumn(.rate, ReportWords.compliance), TableColumn(.rate, ReportWords.completion),
        TableColumn(.rate, ReportWords.lastYear), TableColumn(.change, CityPageMessages.change),
        TableColumn(.flag, CityPageMessages.assumed),
      ]
    let rows = figures.indicators.filter { !$0.indicator.isStatistic }.map { entry -> DataRow in
      let id = entry.indicator.id
      let counts = Tally.reported.map { status in
        DataCell(
          entry.tally[status],
          entry.tally[status] == 0 ? nil : .results(run, ListFilter(indicator: id, statuses: [status]), after: nil))
      }
      return DataRow(
        [
          DataCell(entry.title(in: sight.language), .indicator(run, id: id), below: id),
          DataCell(entry.article.title.text(in: sight.language)),
        ] + counts + [
          DataCell(entry.compliance), DataCell(entry.completion), DataCell(entry.rateLastYear), DataCell(entry.change),
          DataCell(entry.isAssumed ? "1" : "0"),
        ], bar: entry.tally)
    }
    var table = DataTable("indicators", columns, rows)
    table.title = CityPageMessages.indicators
    table.isTinted = true
    return table
  }

  /// Nil where the policy has none.
  var statistics: DataTable? {
    let entries = figures.indicators.filter(\.indicator.isStatistic)
    guard !entries.isEmpty else { return nil }
    var table = DataTable("statistics", StatisticRows.columns, entries.flatMap(rows))
    table.title = ReportWords.statistics
    return table
  }

  private func rows(_ entry: IndicatorFigures) -> [DataRow] {
    StatisticRows(sight: sight, entry: entry).rows(place: .indicator(run, id: entry.indicator.id))
  }
}

/// The figures of a statistic, class by class.
struct StatisticRows {
  let sight: Sight
  let entry: IndicatorFigures

  static let columns = [
    TableColumn(.words, PageMessages.statistic), TableColumn(.text, CityPageMessages.statisticClass),
    TableColumn(.decimal, CityPageMessages.statisticValue), TableColumn(.decimal, ReportWords.lastYear),
  ]

  func rows(place: Place?) -> [DataRow] {
    let title = DataCell(entry.title(in: sight.language), place)
    guard !entry.statistics.isEmpty else { return [DataRow([title, "", "", ""])] }
    return entry.statistics.map { figure in
      DataRow([
        title, DataCell(figure.class?.label.text(in: sight.language) ?? ""), DataCell(figure.value ?? ""),
        DataCell(figure.valueLastYear ?? ""),
      ])
    }
  }
}
