import CadreModel
import DataContract
import Messages
import Pages
import PolicyKit
import Publications
import Results

/// `overview.html`: all cities on a few sheets of paper.
struct OverviewPage {
  let overview: Overview
  let parts: PageParts

  init(overview: Overview, language: Language, stamp: PublicationStamp? = nil) {
    self.overview = overview
    parts = PageParts(language: language, stamp: stamp)
  }

  private var language: Language { parts.language }

  var html: HTML {
    let title = parts(OverviewMessages.title)
    let place = overview.province.map { Province.name(of: $0, in: language) } ?? parts(OverviewMessages.allProvinces)
    let header: HTML = """
      <header><h1>\(title)</h1>
      <p class="soft">\(place) · \(parts.dates(asOf: overview.asOf, newest: overview.cities.compactMap(\.newestFact).max()))</p></header>
      """
    var body = [header, parts.warnings(overview.cities.flatMap(\.namedWarnings))]
    if overview.cities.isEmpty {
      body.append("<p>\(parts(OverviewMessages.noCity))</p>")
    } else {
      body += [cities, domains, trend] + overview.cities.map(section)
    }
    body.append(footer)
    return parts.page(title: title, body)
  }

  private var cities: HTML {
    let headings: [(text: String, kind: String)] =
      [(parts(ReportWords.city), ""), ("", "")] + Tally.reported.map { (parts.status($0), "n") }
      + [
        (parts(ReportWords.compliance), "n"), (parts(ReportWords.completion), "n"), (parts(OverviewMessages.missingTables), "n"),
        (parts(OverviewMessages.dataUpTo), "n"),
      ]
    let rows = overview.cities.map { city -> HTML in
      let total = city.total
      let counts = Tally.reported.map { status -> HTML in
        "<td class=\"n\(status == .unmet && total.unmet > 0 ? " bad" : "")\">\(total[status])</td>"
      }
      let missing = city.missingTables.count
      let complete = missing == 0
      return """
        <tr><td class="w"><b>\(name(city.city))</b> \
        <span class="soft small">\(Province.name(of: city.city.provinceCode, in: language))</span></td>
        <td>\(parts.bar(total))</td>\(HTML.joined(counts))
        <td class="n">\(parts.percent(complete ? total.compliance : nil))</td>
        <td class="n">\(parts.percent(complete ? total.completion : nil))</td>
        <td class="n\(complete ? "" : " warn")">\(missing)</td>
        <td class="n">\(city.newestFact?.description ?? "—")</td></tr>
        """
    }
    return .joined([
      "<h2>\(parts(OverviewMessages.cities))</h2>", parts.legend, parts.table(headings, rows),
      """
      <p class="small soft">\(parts(OverviewMessages.noRanking))</p>
      """,
    ])
  }

  /// Cities down, fields of work across: a rate and its place within the province.
  private var domains: HTML {
    let standings = overview.standings
    let columns = Domain.allCases.filter { domain in standings.contains { $0.figures.domain == domain } }
    let rows = overview.cities.map { city -> HTML in
      let cells = columns.map { domain -> HTML in
        guard let standing = standings.first(where: { $0.city == city.city && $0.figures.domain == domain }) else {
          return "<td class=\"heat\"></td>"
        }
        let rate = standing.figures.compliance
        let note =
          standing.rank.map { "\($0)/\(standings.count { $0.ranks(with: standing) })" }
          ?? (standing.figures.missingTables.isEmpty ? "" : parts(OverviewMessages.missing))
        return """
          <td class="heat" style="background:\(PageParts.tint(rate))">\(parts.percent(rate))<small>\(note)</small></td>
          """
      }
      return "<tr><td class=\"w\"><b>\(name(city.city))</b></td>\(HTML.joined(cells))</tr>"
    }
    return .joined([
      "<h2>\(parts(OverviewMessages.byDomain))</h2>",
      parts.table([(parts(ReportWords.city), "")] + columns.map { ($0.label.text(in: language), "c") }, rows),
    ])
  }

  private var trend: HTML {
    "<h2>\(parts(TrendMessages.section))</h2>\n\(TrendSection(parts: parts).cities(overview.trends))"
  }

  private func section(_ city: CityFigures) -> HTML {
    .joined([
      "<h2>\(name(city.city))</h2>",
      "<p class=\"soft small\">\(city.policy.configuration.title.text(in: language))</p>",
      IndicatorTable(figures: city, parts: parts).html, StatisticTable(figures: city, parts: parts).totals,
    ])
  }

  private var footer: HTML {
    let notes = Footnotes(parts: parts)
    let notYet = overview.notInEffect.map { city -> HTML in
      """
      <p class="small">\(name(city.city))\(parts(Punctuation.colon))\
      \(parts(OverviewMessages.notInEffect(from: city.since)))</p>
      """
    }
    let cities = overview.cities.map { city -> HTML in
      .joined([
        "<h2>\(name(city.city))\(parts(Punctuation.colon))\(parts(OverviewMessages.dataAndAssumptions))</h2>",
        notes.origin(of: city),
        notes.changes(of: city), notes.deliveries(of: city),
        notes.assumptions(of: city.policy, asOf: overview.asOf),
      ])
    }
    return "<footer>\(notes.reading)\(HTML.joined(notYet))\(HTML.joined(cities))</footer>"
  }

  private func name(_ city: City) -> String {
    language == .chinese ? city.nameChinese : city.nameEnglish
  }
}
