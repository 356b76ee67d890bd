import CadreModel
import Messages
import PolicyKit

/// `dashboard.html`: one city on a few sheets of paper.
struct DashboardPage {
  let report: CityReport
  let parts: PageParts

  private static let unitLines = 15
  /// With fewer verdicts a unit's rate says little.
  private static let verdictsForRate = 5

  init(report: CityReport, language: Language) {
    self.report = report
    parts = PageParts(language: language)
  }

  private var figures: CityFigures { report.figures }
  private var language: Language { parts.language }

  var html: HTML {
    let city = figures.city
    let title = (language == .chinese ? city.nameChinese : city.nameEnglish) + parts("政策执行情况", ": policy dashboard")
    let header: HTML = """
      <header><h1>\(title)</h1>
      <p class="soft">\(figures.policy.configuration.title.text(in: language)) · \
      \(parts.dates(asOf: report.asOf, newest: figures.newestFact))</p>
      <p><a href="\(QualityFiles.page)">\(QualityMessages.link.text(in: language))</a></p></header>
      """
    return parts.page(
      title: title,
      [
        header, parts.warnings(figures.warnings.map(\.text)), cards, missing, domains,
        section(parts("各项指标", "Indicators"), IndicatorTable(figures: figures, parts: parts).html), statistics,
        exceptions, due, units, footer,
      ])
  }

  private var cards: HTML {
    let total = figures.total
    let isComplete = figures.isComplete
    return """
      <div class="cards">
      \(parts.card(parts("达标率", "Compliance"), parts.percent(isComplete ? total.compliance : nil), "met"))
      \(parts.card(parts("完成率", "Completion"), parts.percent(isComplete ? total.completion : nil)))
      \(parts.card(parts.status(.unmet), String(total.unmet), "unmet"))
      \(parts.card(parts.status(.atRisk), String(total.atRisk), "risk"))
      \(parts.card(parts("90 天内到期", "Due in 90 days"), String(report.dueCount)))
      \(parts.card(parts.status(.noData), String(total.noData), "nodata"))
      \(parts.card(parts.status(.exempt), String(total.exempt)))
      </div>
      """
  }

  private var missing: HTML {
    let tables = figures.missingTables
    guard !tables.isEmpty else { return .empty }
    return """
      <p><b>\(parts("以下数据从未报送，所涉指标不计比率：", "Never handed in, and their indicators without a rate: "))</b>\
      \(MissingTables.names(of: tables, in: language))</p>
      """
  }

  private var domains: HTML {
    section(
      parts("分领域达标率", "Compliance by field"),
      .joined(figures.domains.map { parts.rateBar($0.title(in: language), $0.compliance) }))
  }

  private var statistics: HTML {
    let table = StatisticTable(figures: figures, parts: parts)
    return table.isEmpty ? .empty : section(parts("统计", "Statistics"), table.html)
  }

  private var exceptions: HTML {
    let headings = [
      (text: parts("对象", "Subject"), kind: ""), (text: parts("责任单位", "Unit"), kind: ""),
      (text: parts("时期", "Period"), kind: ""), (text: parts("期限", "Due"), kind: ""),
      (text: parts("理由", "Reason"), kind: ""),
    ]
    var rows: [HTML] = []
    for entry in figures.indicators {
      let lines = report.exceptions.filter { $0.indicator == entry.indicator.id }
      guard !lines.isEmpty else { continue }
      let shown = entry.tally.unmet > lines.count ? parts("，列前 \(lines.count) 条", ", first \(lines.count)") : ""
      rows.append(
        """
        <tr class="group"><td colspan="5">\(label(of: entry)) \
        <span class="soft small">\(parts("未达标", "unmet")) \(entry.tally.unmet)\(shown)</span></td></tr>
        """)
      rows += lines.map { line in
        """
        <tr><td>\(subject(line))</td><td>\(line.unitName ?? "")</td><td class="w">\(line.period)</td>
        <td class="w">\(line.dueOn ?? "")</td><td>\(line.reason ?? "")</td></tr>
        """
      }
    }
    guard !rows.isEmpty else {
      return section(parts("未达标事项", "Unmet"), "<p>\(parts("没有未达标事项。", "Nothing is unmet."))</p>")
    }
    return section(
      parts("未达标事项", "Unmet"),
      .joined([
        "<p class=\"small soft\">\(parts("全部事项见 exceptions.csv。", "All of them are in exceptions.csv."))</p>",
        parts.table(headings, rows),
      ]))
  }

  private var due: HTML {
    let title = parts("90 天内到期", "Due in the next 90 days")
    guard !report.due.isEmpty else {
      return section(title, "<p>\(parts("没有即将到期的事项。", "Nothing falls due."))</p>")
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
      ? parts(
        "共 \(report.dueCount) 项，每个指标列最近几项，全部见 due.csv。",
        "\(report.dueCount) in all; the nearest few of each indicator here, all in due.csv.")
      : parts("共 \(report.dueCount) 项。", "\(report.dueCount) in all.")
    return section(
      title,
      .joined([
        "<p class=\"small soft\">\(shown)</p>",
        parts.table(
          [
            (parts("期限", "Due"), ""), (parts("指标", "Indicator"), ""), (parts("对象", "Subject"), ""),
            (parts("责任单位", "Unit"), ""), (parts("状态", "Status"), ""), (parts("理由", "Reason"), ""),
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
      parts("达标率最低的单位", "Units with the lowest compliance"),
      .joined([
        """
        <p class="small soft">\(parts(
          "只列判定不少于 \(Self.verdictsForRate) 项的单位，全部见 units.csv。",
          "Units with at least \(Self.verdictsForRate) verdicts; all are in units.csv."))</p>
        """,
        parts.table(
          [
            (parts("单位", "Unit"), ""), ("", ""), (parts.status(.met), "n"), (parts.status(.unmet), "n"),
            (parts.status(.atRisk), "n"), (parts("达标率", "Compliance"), "n"),
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
      ? entry.article.title.text(in: language) + language(zh: "：", en: ": ") + title : title
  }

  private func subject(_ line: ResultLine) -> HTML {
    guard let name = line.subjectName else { return HTML(line.subjectID) }
    return "\(name) <span class=\"soft small\">\(line.subjectID)</span>"
  }

  private func section(_ title: String, _ body: HTML) -> HTML {
    "<h2>\(title)</h2>\n\(body)"
  }
}
