import CadreModel
import DataContract
import Messages
import PolicyKit
import Quality

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

  private func say(_ message: Message) -> String { message.text(in: language) }

  var html: HTML {
    let city = report.city.city
    let title = language(
      zh: city.nameChinese + QualityMessages.pageTitle.chinese, en: "\(city.nameEnglish): \(QualityMessages.pageTitle.english)")
    let state = QualityMessages.state(asOf: report.asOf.description, newest: report.newest?.description)
    let header: HTML = """
      <header><h1>\(title)</h1>
      <p class="soft">\(say(state))</p></header>
      """
    return parts.page(title: title, [header, cards, whole, summary] + kinds + [freshness, thresholds])
  }

  private var cards: HTML {
    let cards = QualityGroup.allCases.map { group in
      parts.card(
        say(group.title), String(report.kinds.filter { $0.kind.group == group }.reduce(0) { $0 + $1.count }))
    }
    return "<div class=\"cards\">\n\(HTML.joined(cards))\n</div>"
  }

  private var whole: HTML {
    let message =
      report.contradictionsAreWhole ? QualityMessages.contradictionsAreWhole : QualityMessages.contradictionsAreNotWhole
    return "<p class=\"small soft\">\(say(message))</p>"
  }

  private var summary: HTML {
    guard !report.kinds.isEmpty else { return "<p>\(say(QualityMessages.nothing))</p>" }
    var rows: [HTML] = []
    for group in QualityGroup.allCases {
      let found = report.kinds.filter { $0.kind.group == group }
      guard !found.isEmpty else { continue }
      rows.append("<tr class=\"group\"><td colspan=\"4\">\(say(group.title))</td></tr>")
      rows += found.map { entry in
        """
        <tr><td><a href="#\(entry.kind.code)">\(say(entry.kind.title))</a></td><td class="n">\(entry.count)</td>
        <td class="w">\(say(entry.kind.effect.title))</td><td>\(indicators(entry.indicators))</td></tr>
        """
      }
    }
    return parts.table(
      [
        (say(QualityMessages.kind), ""), (say(QualityMessages.count), "n"), (say(QualityMessages.effect), ""),
        (say(QualityMessages.readBy), ""),
      ], rows)
  }

  private func indicators(_ ids: [String]) -> HTML {
    let named = ids.prefix(Self.indicatorsNamed).map { id -> HTML in
      let title = report.city.policy.indicator(id)?.title.text(in: language) ?? ""
      return "\(title) <code>\(id)</code>"
    }
    let more = ids.count > named.count ? language(zh: "，", en: ", ") + say(QualityMessages.andMore(ids.count)) : ""
    guard !named.isEmpty else { return HTML(say(QualityMessages.indicators(0))) }
    return "\(HTML(trusted: named.map(\.text).joined(separator: language(zh: "、", en: ", "))))\(more)"
  }

  private var kinds: [HTML] {
    guard !report.kinds.isEmpty else { return [] }
    let note: HTML = "<p class=\"small soft\">\(say(QualityMessages.allRows(in: QualityFiles.table)))</p>"
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
        (say(QualityMessages.table), ""), (say(QualityMessages.key), ""), (say(QualityMessages.what), ""),
        (say(QualityMessages.since), ""),
      ], rows)
    return """
      <h3 id="\(entry.kind.code)">\(say(entry.kind.title)) \
      <span class="soft small">\(say(QualityMessages.rows(entry.count)))</span></h3>
      \(table)
      """
  }

  private var freshness: HTML {
    let rows = report.freshness.map { entry -> HTML in
      """
      <tr><td>\(MissingTables.name(of: entry.table, in: language))</td><td class="n">\(entry.rows)</td>
      <td class="w">\(entry.newest?.description ?? "")</td>
      <td class="n \(entry.isStale ? "bad" : "")">\(entry.daysBehind.map(String.init) ?? "")</td>
      <td class="w">\(entry.rhythm.map { say(QualityMessages.months($0)) } ?? "")</td>
      <td class="w">\(entry.lastImport?.description ?? say(QualityMessages.never))</td></tr>
      """
    }
    let table = parts.table(
      [
        (say(QualityMessages.table), ""), (say(QualityMessages.count), "n"), (say(QualityMessages.newest), ""),
        (say(QualityMessages.behind), "n"), (say(QualityMessages.rhythm), ""), (say(QualityMessages.lastImport), ""),
      ], rows)
    return "<h2>\(say(QualityMessages.freshness))</h2>\n\(table)"
  }

  private var thresholds: HTML {
    let rows = QualityThreshold.all.map { entry -> HTML in
      "<tr><td>\(say(entry.title))</td><td class=\"n\">\(entry.value)</td><td>\(say(entry.reason))</td></tr>"
    }
    let table = parts.table(
      [(say(QualityMessages.thresholds), ""), (say(QualityMessages.value), "n"), (say(QualityMessages.reason), "")], rows)
    return "<footer><h3>\(say(QualityMessages.thresholds))</h3>\n\(table)</footer>"
  }
}
