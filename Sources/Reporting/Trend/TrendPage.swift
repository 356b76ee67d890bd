import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// `trend.html`: cities over time.
struct TrendPage {
  let trends: [CityTrend]
  let figures: [CityFigures]
  let levels: Set<TrendLevel>
  let asOf: Day
  /// Whether one unit was asked for.
  var ofOneBranch = false
  let parts: PageParts

  /// What rows say against each other stands in the cities' reports; here it would push the figures off the first page.
  private var ofDates: [Label] {
    figures.flatMap { city in
      city.warnings.filter { $0.count == nil }.map { ReportWords.of(city.city, $0.text) }
    }
  }

  var html: HTML {
    let title = parts(TrendMessages.title)
    let section = TrendSection(parts: parts, ofOneBranch: ofOneBranch)
    let header: HTML = """
      <header><h1>\(title)</h1>
      <p class="soft">\(parts.dates(asOf: asOf, newest: figures.compactMap(\.newestFact).max()))</p></header>
      """
    let together: HTML = trends.count > 1 ? section.cities(trends) : .empty
    let cities = trends.map { trend -> HTML in
      .joined([
        "<h2>\(trend.city.label.text(in: parts.language))</h2>",
        "<p class=\"soft small\">\(trend.policy.configuration.title.text(in: parts.language))</p>",
        section.city(trend, levels.union([.city])),
      ])
    }
    let notes = Footnotes(parts: parts)
    return parts.page(
      title: title,
      [header, parts.warnings(ofDates), together] + cities + ["<footer>\(notes.reading)</footer>"])
  }
}
