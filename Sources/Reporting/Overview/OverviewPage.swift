import CadreModel
import PolicyKit

/// `overview.html`: all cities on a few sheets of paper.
struct OverviewPage {
  let overview: Overview
  let parts: PageParts

  init(overview: Overview, language: Language) {
    self.overview = overview
    parts = PageParts(language: language)
  }

  private var language: Language { parts.language }

  var html: HTML {
    let title = parts("公务员管理政策执行情况总览", "Civil-servant policies: overview")
    let place = overview.province.map { Province.name(of: $0, in: language) } ?? parts("各省", "all provinces")
    let header: HTML = """
      <header><h1>\(title)</h1>
      <p class="soft">\(place) · \(parts.dates(asOf: overview.asOf, newest: overview.cities.compactMap(\.newestFact).max()))</p></header>
      """
    var body = [header, parts.warnings(overview.cities.flatMap(\.namedWarnings))]
    if overview.cities.isEmpty {
      body.append("<p>\(parts("所选日期没有可评估的城市。", "No city can be judged on this date."))</p>")
    } else {
      body += [cities, domains] + overview.cities.map(section)
    }
    body.append(footer)
    return parts.page(title: title, body)
  }

  private var cities: HTML {
    let headings: [(text: String, kind: String)] =
      [(parts("城市", "City"), ""), ("", "")] + Tally.reported.map { (parts.status($0), "n") }
      + [
        (parts("达标率", "Compliance"), "n"), (parts("完成率", "Completion"), "n"), (parts("缺报表数", "Tables missing"), "n"),
        (parts("数据最新至", "Data up to"), "n"),
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
      "<h2>\(parts("各市概况", "Cities"))</h2>", parts.legend, parts.table(headings, rows),
      """
      <p class="small soft">\(parts(
        "各市按各自的政策评估，合计比率不宜直接排名。缺报表的城市不给合计比率。",
        "Each city is judged under its own policy: totals are no ranking. A city that left out a table has no total."))</p>
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
          ?? (standing.figures.missingTables.isEmpty ? "" : parts("缺报", "missing"))
        return """
          <td class="heat" style="background:\(PageParts.tint(rate))">\(parts.percent(rate))<small>\(note)</small></td>
          """
      }
      return "<tr><td class=\"w\"><b>\(name(city.city))</b></td>\(HTML.joined(cells))</tr>"
    }
    return .joined([
      "<h2>\(parts("分领域达标率与省内名次", "Compliance by field, and rank within the province"))</h2>",
      parts.table([(parts("城市", "City"), "")] + columns.map { ($0.label.text(in: language), "c") }, rows),
    ])
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
      <p class="small">\(name(city.city))\(parts("：", ": "))\(parts("政策自", "the policy is in effect from")) \
      \(city.since.description) \(parts("起施行，本日期不评估。", "and judges nothing on this date."))</p>
      """
    }
    let cities = overview.cities.map { city -> HTML in
      .joined([
        "<h2>\(name(city.city))\(parts("：", ": "))\(parts("数据与假定", "data and assumptions"))</h2>", notes.origin(of: city),
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
