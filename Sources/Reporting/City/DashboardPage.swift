import CadreModel
import Messages
import Pages
import PolicyKit
import Publications
import Results

/// `dashboard.html`: one city on a few sheets of paper.
struct DashboardPage {
  let report: CityReport
  let trend: CityTrend
  let parts: PageParts
  /// Whether `quality.html` lies beside it.
  let hasQuality: Bool

  private static let unitLines = 15
  /// With fewer verdicts a unit's rate says little.
  private static let verdictsForRate = 5

  init(
    report: CityReport, trend: CityTrend, language: Language, hasQuality: Bool = false, stamp: PublicationStamp? = nil
  ) {
    self.report = report
    self.trend = trend
    self.hasQuality = hasQuality
    parts = PageParts(language: language, stamp: stamp)
  }

  private var figures: CityFigures { report.figures }
  private var language: Language { parts.language }

  var html: HTML {
    let city = figures.city
    let title = parts(DashboardMessages.title(city))
    let header: HTML = """
      <header><h1>\(title)</h1>
      <p class="soft">\(figures.policy.configuration.title.text(in: language)) · \
      \(parts.dates(asOf: report.asOf, newest: figures.newestFact))</p>\(qualityLink)</header>
      """
    return parts.page(
      title: title,
      [
        header, parts.warnings(figures.warnings.map(\.text)), cards, missing, domains,
        section(parts(TrendMessages.section), TrendSection(parts: parts).city(trend)),
        section(parts(DashboardMessages.indicators), IndicatorTable(figures: figures, parts: parts).html), statistics,
        exceptions, due, units, footer,
      ])
  }

  private var qualityLink: HTML {
    guard hasQuality else { return .empty }
    return "\n<p><a href=\"\(QualityFiles.page)\">\(QualityMessages.link.text(in: language))</a></p>"
  }

  private var cards: HTML {
    let total = figures.total
    let isComplete = figures.isComplete
    return """
      <div class="cards">
      \(parts.card(parts(ReportWords.compliance), parts.percent(isComplete ? total.compliance : nil), "met"))
      \(parts.card(parts(ReportWords.completion), parts.percent(isComplete ? total.completion : nil)))
      \(parts.card(parts.status(.unmet), String(total.unmet), "unmet"))
      \(parts.card(parts.status(.atRisk), String(total.atRisk), "risk"))
      \(parts.card(parts(DashboardMessages.dueSoon), String(report.dueCount)))
      \(parts.card(parts.status(.noData), String(total.noData), "nodata"))
      \(parts.card(parts.status(.exempt), String(total.exempt)))
      </div>
      """
  }

  private var missing: HTML {
    let tables = figures.missingTables
    guard !tables.isEmpty else { return .empty }
    return """
      <p><b>\(parts(DashboardMessages.neverHandedIn))</b>\
      \(MissingTables.names(of: tables, in: language))</p>
      """
  }

  private var domains: HTML {
    section(
      parts(DashboardMessages.byDomain),
      .joined(figures.domains.map { parts.rateBar($0.title(in: language), $0.compliance) }))
  }

  private var statistics: HTML {
    let table = StatisticTable(figures: figures, parts: parts)
    return table.isEmpty ? .empty : section(parts(ReportWords.statistics), table.html)
  }

  private var exceptions: HTML {
    let headings = [
      (text: parts(ReportWords.subject), kind: ""), (text: parts(ReportWords.responsibleUnit), kind: ""),
      (text: parts(ReportWords.period), kind: ""), (text: parts(ReportWords.due), kind: ""),
      (text: parts(ReportWords.reason), kind: ""),
    ]
    var rows: [HTML] = []
    for entry in figures.indicators {
      let lines = report.exceptions.filter { $0.indicator == entry.indicator.id }
      guard !lines.isEmpty else { continue }
      let shown = entry.tally.unmet > lines.count ? parts(DashboardMessages.first(lines.count)) : ""
      rows.append(
        """
        <tr class="group"><td colspan="5">\(label(of: entry)) \
        <span class="soft small">\(parts(DashboardMessages.unmet)) \(entry.tally.unmet)\(shown)</span></td></tr>
        """)
      rows += lines.map { line in
        """
        <tr><td>\(subject(line))</td><td>\(line.unitName ?? "")</td><td class="w">\(line.period)</td>
        <td class="w">\(line.dueOn ?? "")</td><td>\(line.reason ?? "")</td></tr>
        """
      }
    }
    guard !rows.isEmpty else {
      return section(parts(DashboardMessages.exceptions), "<p>\(parts(DashboardMessages.nothingUnmet))</p>")
    }
    return section(
      parts(DashboardMessages.exceptions),
      .joined([
        "<p class=\"small soft\">\(parts(DashboardMessages.allExceptions))</p>",
        parts.table(headings, rows),
      ]))
  }

  private var due: HTML {
    let title = parts(DashboardMessages.due)
    guard !report.due.isEmpty else {
      return section(title, "<p>\(parts(DashboardMessages.nothingDue))</p>")
    }
    let titles = Dictionary(
      figures.indicators.map { ($0.indicator.id, label(of: $0)) }, uniquingKeysWith: { first, _ in first })
    let rows = report.due.map { line -> HTML in
      """
      <tr><td class="w">\(line.dueOn ?? "")</td><td>\(titles[line.indicator] ?? line.indicator)</td><td>\(subject(line))</td>
      <td>\(line.unitName ?? "")</td><td class="w">\(line.status)</td><td>\(line.reason ?? "")</td></tr>
      """
    }
    let shown =
      report.dueCount > report.due.count
      ? parts(DashboardMessages.nearestOfAllDue(report.dueCount))
      : parts(DashboardMessages.allDue(report.dueCount))
    return section(
      title,
      .joined([
        "<p class=\"small soft\">\(shown)</p>",
        parts.table(
          [
            (parts(ReportWords.due), ""), (parts(ReportWords.indicator), ""), (parts(ReportWords.subject), ""),
            (parts(ReportWords.responsibleUnit), ""), (parts(ReportWords.status), ""), (parts(ReportWords.reason), ""),
          ], rows),
      ]))
  }

  /// The units with the lowest rates.
  private var units: HTML {
    let rated = report.units.compactMap { unit -> (unit: UnitFigures, total: Tally, rate: Rate)? in
      let total = unit.total
      guard !unit.id.isEmpty, total.met + total.unmet >= Self.verdictsForRate, let rate = total.compliance else {
        return nil
      }
      return (unit, total, rate)
    }
    let worst = rated.sorted { ($0.rate, $1.total.unmet, $0.unit.id) < ($1.rate, $0.total.unmet, $1.unit.id) }
      .prefix(Self.unitLines)
    guard !worst.isEmpty else { return .empty }
    let rows = worst.map { entry -> HTML in
      """
      <tr><td>\(entry.unit.name)</td><td>\(parts.bar(entry.total))</td><td class="n">\(entry.total.met)</td>
      <td class="n bad">\(entry.total.unmet)</td><td class="n">\(entry.total.atRisk)</td>
      <td class="n">\(entry.rate.percent)</td></tr>
      """
    }
    return section(
      parts(DashboardMessages.lowestUnits),
      .joined([
        """
        <p class="small soft">\(parts(DashboardMessages.unitsShown(atLeast: Self.verdictsForRate)))</p>
        """,
        parts.table(
          [
            (parts(ReportWords.unit), ""), ("", ""), (parts.status(.met), "n"), (parts.status(.unmet), "n"),
            (parts.status(.atRisk), "n"), (parts(ReportWords.compliance), "n"),
          ], rows),
      ]))
  }

  private var footer: HTML {
    let notes = Footnotes(parts: parts)
    return """
      <footer>\(notes.reading)\(notes.assumptions(of: figures.policy, asOf: report.asOf))\(notes.changes(of: figures))\
      \(notes.deliveries(of: figures))\
      \(notes.origin(of: figures))</footer>
      """
  }

  /// Away from its article, the attestation of one clause reads like that of any other.
  private func label(of entry: IndicatorFigures) -> String {
    let title = entry.indicator.title.text(in: language)
    return entry.indicator.domain == .attestation
      ? entry.article.title.text(in: language) + parts(Punctuation.colon) + title : title
  }

  private func subject(_ line: ResultLine) -> HTML {
    guard let name = line.subjectName else { return HTML(line.subjectID) }
    return "\(name) <span class=\"soft small\">\(line.subjectID)</span>"
  }

  private func section(_ title: String, _ body: HTML) -> HTML {
    "<h2>\(title)</h2>\n\(body)"
  }
}
