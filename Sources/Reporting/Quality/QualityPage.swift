import CadreModel
import DataContract
import Messages
import Pages
import PolicyKit
import Quality
import Results

/// `quality.html`: what is doubtful in a city's data, and which indicators read it. Persons are told by their ids.
struct QualityPage {
  let report: QualityReport
  let parts: PageParts

  /// So many indicators of a kind are named.
  private static let indicatorsNamed = 12

  init(report: QualityReport, language: Language) {
    self.report = report
    parts = PageParts(language: language)
  }

  private var language: Language { parts.language }

  var html: HTML {
    let title = parts(QualityMessages.title(report.city.city))
    let state = QualityMessages.state(asOf: report.asOf.description, newest: report.newest?.description)
    let header: HTML = """
      <header><h1>\(title)</h1>
      <p class="soft">\(parts(state))</p></header>
      """
    return parts.page(title: title, [header, cards, whole, summary] + kinds + [freshness, thresholds])
  }

  private var cards: HTML {
    let cards = QualityGroup.allCases.map { group in
      parts.card(
        parts(group.title), String(report.kinds.filter { $0.kind.group == group }.reduce(0) { $0 + $1.count }))
    }
    return "<div class=\"cards\">\n\(HTML.joined(cards))\n</div>"
  }

  private var whole: HTML {
    let message =
      report.contradictionsAreWhole ? QualityMessages.contradictionsAreWhole : QualityMessages.contradictionsAreNotWhole
    return "<p class=\"small soft\">\(parts(message))</p>"
  }

  private var summary: HTML {
    guard !report.kinds.isEmpty else { return "<p>\(parts(QualityMessages.nothing))</p>" }
    var rows: [HTML] = []
    for group in QualityGroup.allCases {
      let found = report.kinds.filter { $0.kind.group == group }
      guard !found.isEmpty else { continue }
      rows.append("<tr class=\"group\"><td colspan=\"4\">\(parts(group.title))</td></tr>")
      rows += found.map { entry in
        """
        <tr><td><a href="#\(entry.kind.code)">\(parts(entry.kind.title))</a></td><td class="n">\(entry.count)</td>
        <td class="w">\(parts(entry.kind.effect.title))</td><td>\(indicators(entry.indicators))</td></tr>
        """
      }
    }
    return parts.table(
      [
        (parts(QualityMessages.kind), ""), (parts(QualityMessages.count), "n"), (parts(QualityMessages.effect), ""),
        (parts(QualityMessages.readBy), ""),
      ], rows)
  }

  private func indicators(_ ids: [String]) -> HTML {
    let named = ids.prefix(Self.indicatorsNamed).map { id -> HTML in
      let title = report.city.policy.indicator(id)?.title.text(in: language) ?? ""
      return "\(title) <code>\(id)</code>"
    }
    let more = ids.count > named.count ? parts(Punctuation.comma) + parts(QualityMessages.andMore(ids.count)) : ""
    guard !named.isEmpty else { return HTML(parts(QualityMessages.indicators(0))) }
    return "\(HTML.joined(named, separator: HTML(parts(Punctuation.listSeparator))))\(more)"
  }

  private var kinds: [HTML] {
    guard !report.kinds.isEmpty else { return [] }
    let note: HTML = "<p class=\"small soft\">\(parts(QualityMessages.allRows(in: QualityFiles.table)))</p>"
    return [note] + report.kinds.map(kind)
  }

  private func kind(_ entry: QualityKindFound) -> HTML {
    let rows = entry.first.map { finding -> HTML in
      let text = entry.kind.isPersonal ? "" : finding.text(in: language)
      return """
        <tr><td class="w">\(MissingTables.name(of: finding.table, in: language))</td><td class="w">\(finding.key)</td>
        <td>\(text)</td><td class="w">\(finding.since?.description ?? "")</td></tr>
        """
    }
    let table = parts.table(
      [
        (parts(QualityMessages.table), ""), (parts(QualityMessages.key), ""), (parts(QualityMessages.what), ""),
        (parts(QualityMessages.since), ""),
      ], rows)
    return """
      <h3 id="\(entry.kind.code)">\(parts(entry.kind.title)) \
      <span class="soft small">\(parts(QualityMessages.rows(entry.count)))</span></h3>
      \(table)
      """
  }

  private var freshness: HTML {
    let rows = report.freshness.map { entry -> HTML in
      """
      <tr><td>\(MissingTables.name(of: entry.table, in: language))</td><td class="n">\(entry.rows)</td>
      <td class="w">\(entry.newest?.description ?? "")</td>
      <td class="n \(entry.isStale ? "bad" : "")">\(entry.daysBehind.map(String.init) ?? "")</td>
      <td class="w">\(entry.rhythm.map { parts(QualityMessages.months($0)) } ?? "")</td>
      <td class="w">\(entry.lastImport?.description ?? parts(QualityMessages.never))</td></tr>
      """
    }
    let table = parts.table(
      [
        (parts(QualityMessages.table), ""), (parts(QualityMessages.count), "n"), (parts(QualityMessages.newest), ""),
        (parts(QualityMessages.behind), "n"), (parts(QualityMessages.rhythm), ""), (parts(QualityMessages.lastImport), ""),
      ], rows)
    return "<h2>\(parts(QualityMessages.freshness))</h2>\n\(table)"
  }

  private var thresholds: HTML {
    let rows = QualityThreshold.all.map { entry -> HTML in
      "<tr><td>\(parts(entry.title))</td><td class=\"n\">\(entry.value)</td><td>\(parts(entry.reason))</td></tr>"
    }
    let table = parts.table(
      [(parts(QualityMessages.thresholds), ""), (parts(QualityMessages.value), "n"), (parts(QualityMessages.reason), "")], rows)
    return "<footer><h3>\(parts(QualityMessages.thresholds))</h3>\n\(table)</footer>"
  }
}
