import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// The table of a city's indicators, article by article. Statistics, which have no verdict, are left to the CSV.
struct IndicatorTable {
  let figures: CityFigures
  let parts: PageParts

  var html: HTML {
    var rows: [HTML] = []
    var article = ""
    for entry in figures.indicators where !entry.indicator.isStatistic {
      if entry.article.id != article {
        article = entry.article.id
        rows.append(
          """
          <tr class="group"><td colspan="12">\(entry.article.title.text(in: parts.language)) \
          <span class="soft small">\(article)</span></td></tr>
          """)
      }
      rows.append(row(entry))
    }
    return .joined([parts.legend, parts.table(headings, rows)])
  }

  private var headings: [(text: String, kind: String)] {
    [(parts(ReportWords.indicator), ""), ("", "")]
      + Tally.reported.map { (parts.status($0), "n") }
      + [
        (parts(ReportWords.compliance), "n"), (parts(ReportWords.completion), "n"),
        (parts(ReportWords.lastYear), "n"), (parts(PageMessages.changeInPoints), "n"),
      ]
  }

  private func row(_ entry: IndicatorFigures) -> HTML {
    let tally = entry.tally
    let counts = Tally.reported.map { status -> HTML in
      let kind = tally[status] == 0 ? "" : status == .unmet ? " bad" : status == .atRisk ? " warn" : ""
      return "<td class=\"n\(kind)\">\(tally[status])</td>"
    }
    let isPoor = entry.compliance.map { PageParts.grade($0) == "low" } ?? false
    return """
      <tr><td>\(entry.title(in: parts.language))\(entry.isAssumed ? Footnotes.mark : .empty)</td>
      <td>\(parts.bar(tally))</td>
      \(HTML.joined(counts))<td class="n\(isPoor ? " bad" : "")">\(parts.percent(entry.compliance))</td>
      <td class="n">\(parts.percent(entry.completion))</td><td class="n">\(parts.percent(entry.rateLastYear))</td>
      <td class="n">\(parts.change(entry.change))</td></tr>
      """
  }
}
