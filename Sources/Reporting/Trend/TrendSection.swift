import CadreModel
import Messages
import Pages
import Results

/// A trend on a page: the drawing, and its numbers below as a table, series down and dates across.
struct TrendSection {
  let parts: PageParts

  /// Whether units are of one branch that was asked for.
  var ofOneBranch = false

  private static let mostLines = 12
  private static let mostRows = 200

  /// Cities side by side.
  func cities(_ trends: [CityTrend]) -> HTML {
    let dates = Set(trends.flatMap { $0.points.map(\.asOf) }).sorted()
    let series = trends.map { $0.whole(parts.language) }
    guard dates.count > 1 else { return only }
    let chart = TrendChart(
      title: parts(TrendMessages.complianceOfCities), dates: dates,
      lines: series.prefix(Self.mostLines).map { line($0, dates) }, language: parts.language)
    return .joined([chart.html, table(series, dates)])
  }

  /// One city: its two rates drawn, and its fields of work as numbers.
  func city(_ trend: CityTrend, _ levels: Set<TrendLevel> = [.city, .domain]) -> HTML {
    let dates = trend.points.map(\.asOf)
    guard dates.count > 1 else { return only }
    let whole = trend.whole(parts.language)
    let lines = [
      TrendChart.Line(name: parts(ReportWords.compliance), rates: whole.values.map(\.compliance)),
      TrendChart.Line(name: parts(ReportWords.completion), rates: whole.values.map(\.completion)),
    ]
    let chart = TrendChart(
      title: parts(ReportWorkbookMessages.ratesOverTime), dates: dates, lines: lines, language: parts.language)
    // A city's units are too many for paper; those of one branch may not be.
    let series = trend.series(levels.subtracting(ofOneBranch ? [] : TrendLevel.ofUnits), parts.language)
    return .joined([chart.html, table(Array(series.prefix(Self.mostRows)), dates)])
  }

  private var only: HTML { "<p class=\"small soft\">\(parts(TrendMessages.oneDate))</p>" }

  private func line(_ series: TrendSeries, _ dates: [Day]) -> TrendChart.Line {
    TrendChart.Line(
      name: series.name, rates: dates.map { day in series.values.first { $0.asOf == day }.flatMap(\.compliance) })
  }

  private func table(_ series: [TrendSeries], _ dates: [Day]) -> HTML {
    let rows = series.map { series -> HTML in
      let cells = dates.map { day -> HTML in
        guard let value = series.values.first(where: { $0.asOf == day }) else { return "<td class=\"heat\"></td>" }
        let mark = value.isOfSameData ? "" : "*"
        return """
          <td class="heat" style="background:\(PageParts.tint(value.compliance))">\(parts.percent(value.compliance))\(mark)\
          <small>\(value.tally.met + value.tally.unmet)</small></td>
          """
      }
      let name: HTML =
        series.level == .city ? "<b>\(series.name)</b>" : "\(series.name)"
      return "<tr><td>\(name)</td>\(HTML.joined(cells))</tr>"
    }
    return .joined([
      "<p class=\"small soft\">\(parts(TrendMessages.reading))</p>",
      parts.table([(parts(TrendMessages.rows), "")] + dates.map { ($0.ofTrend, "c") }, rows),
    ])
  }
}
