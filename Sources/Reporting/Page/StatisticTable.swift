import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// The figures of a city's statistics, class by class, each beside last year's.
struct StatisticTable {
  let figures: CityFigures
  let parts: PageParts

  private var statistics: [IndicatorFigures] { figures.indicators.filter(\.indicator.isStatistic) }

  var isEmpty: Bool { statistics.isEmpty }

  var html: HTML {
    parts.table(
      [
        (parts(PageMessages.statistic), ""), (parts(PageMessages.class), ""), (parts(PageMessages.value), "n"),
        (parts(ReportWords.lastYear), "n"),
      ], statistics.flatMap(rows))
  }

  /// One number each, where there is one: what fits on a page of several cities.
  var totals: HTML {
    let items = statistics.compactMap { entry -> HTML? in
      guard let value = entry.value else { return nil }
      return "<li>\(entry.title(in: parts.language))\(parts(Punctuation.colon))<b>\(text(value, of: entry))</b></li>"
    }
    guard !items.isEmpty else { return .empty }
    return """
      <h3>\(parts(ReportWords.statistics))</h3>
      <ul class="two small">
      \(HTML.joined(items))
      </ul>
      """
  }

  private func rows(_ entry: IndicatorFigures) -> [HTML] {
    let title = entry.title(in: parts.language)
    guard !entry.statistics.isEmpty else { return [row(title, "", nil, nil, of: entry)] }
    return entry.statistics.enumerated().map { position, figure in
      row(
        position == 0 ? title : "", figure.class?.label.text(in: parts.language) ?? "", figure.value,
        figure.valueLastYear, of: entry)
    }
  }

  private func row(
    _ title: String, _ name: String, _ value: String?, _ lastYear: String?, of entry: IndicatorFigures
  ) -> HTML {
    """
    <tr><td>\(title)</td><td>\(name)</td><td class="n">\(text(value, of: entry))</td>
    <td class="n">\(text(lastYear, of: entry))</td></tr>
    """
  }

  /// Shares as percent, like rates.
  private func text(_ value: String?, of entry: IndicatorFigures) -> String {
    guard let value else { return "—" }
    guard entry.indicator.measure == .share, let digits = Int(value.replacing(".", with: "")) else { return value }
    return Rate(tenThousandths: digits).percent
  }
}
