import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// `comparison.html`: duty by duty, the cities one below the other, then each city's data under each rule.
struct ComparisonPage {
  let tables: ComparisonTables
  let parts: PageParts

  private var comparison: DutyComparison { tables.comparison }
  private var language: Language { parts.language }

  var html: HTML {
    get throws {
      let title = parts(ComparisonMessages.title)
      let newest = comparison.cities.compactMap(\.newestFact).max()
      let header: HTML = """
        <header><h1>\(title)</h1>
        <p class="soft">\(parts.dates(asOf: comparison.asOf, newest: newest))</p></header>
        """
      let notes: HTML = """
        <p class="small soft">\(parts(ComparisonMessages.reading(verdicts: DutyOfCity.verdictsForRank)))</p>
        <p class="small soft">\(parts(ComparisonMessages.yardstickReading))</p>
        """
      let sections = try comparison.duties.map(section)
      return parts.page(
        title: title, [header, notes] + sections + ["<footer>\(Footnotes(parts: parts).reading)</footer>"])
    }
  }

  private func section(_ duty: SharedDuty) throws -> HTML {
    let rows = try comparison.rows(of: duty).map(row)
    return .joined([
      "<h2>\(duty.title.text(in: language))</h2>", parts.table(headings, rows), yardstick(comparison.yardstick(of: duty)),
    ])
  }

  private var headings: [(text: String, kind: String)] {
    [
      (parts(ReportWords.city), ""), (parts(ComparisonMessages.asked), ""), (parts(ComparisonMessages.clauses), ""),
      (parts(ComparisonMessages.verdicts), "n"), (parts.status(.met), "n"), (parts.status(.unmet), "n"),
      (parts(ReportWords.compliance), "n"), (parts(ReportWords.lastYear), "n"), (parts(PageMessages.changeInPoints), "n"),
      (parts(ComparisonMessages.trend), "c"), (parts(ComparisonMessages.rank), "n"),
    ]
  }

  private func row(_ row: DutyOfCity) throws -> HTML {
    let name = row.city.city.label.text(in: language)
    let figures = row.figures
    guard figures.isAsked else {
      return """
        <tr><td class="w"><b>\(name)</b></td><td colspan="10" class="soft">\(parts(ComparisonMessages.notAsked))</td></tr>
        """
    }
    let asked = try tables.asked(row)
    let rules = try asked.rules.map { "<div>\($0)</div>" as HTML }
    let basis = asked.basis.map { parts($0) } ?? ""
    return """
      <tr><td class="w"><b>\(name)</b></td><td>\(HTML.joined(rules))\
      <div class="soft small">\(asked.numbers.joined(by: Punctuation.semicolon).text(in: language))</div>\(missing(figures))</td>
      <td class="small">\(asked.clauses.list.text(in: language))<br>\(basis)</td>
      <td class="n">\(figures.verdicts)</td><td class="n">\(figures.tally.met)</td>
      <td class="n\(figures.tally.unmet > 0 ? " bad" : "")">\(figures.tally.unmet)</td>
      <td class="n">\(parts.percent(figures.compliance))</td><td class="n">\(parts.percent(row.rateLastYear))</td>
      <td class="n">\(parts.change(row.change))</td>
      <td class="c w">\(row.direction.map { "\($0.arrow) \(parts($0.label))" } ?? "—")</td>
      <td class="n">\(row.rank.map(String.init) ?? "—")</td></tr>
      """
  }

  private func missing(_ figures: DutyFigures) -> HTML {
    guard !figures.missingTables.isEmpty else { return .empty }
    return "<div class=\"small\">\(MissingTables.remark(on: figures.missingTables, in: language))</div>"
  }

  /// Only where there are two rules at least.
  private func yardstick(_ entries: [DutyUnderRule]) -> HTML {
    let rules = entries.map(\.figures.policy.code).distinct
    guard rules.count > 1 else { return .empty }
    let names = rules.compactMap { code in
      entries.first { $0.figures.policy.code == code }?.figures.policy.configuration.name.text(in: language)
    }
    let rows = entries.map(\.city).distinct.map { city -> HTML in
      let cells = rules.map { code -> HTML in
        guard let entry = entries.first(where: { $0.city == city && $0.figures.policy.code == code }) else {
          return "<td class=\"heat\"></td>"
        }
        return cell(entry)
      }
      return "<tr><td class=\"w\">\(city.label.text(in: language))</td>\(HTML.joined(cells))</tr>"
    }
    return .joined([
      "<h3>\(parts(ComparisonMessages.yardstick))</h3>",
      parts.table([(parts(ComparisonMessages.data), "")] + names.map { ($0, "c") }, rows),
    ])
  }

  private func cell(_ entry: DutyUnderRule) -> HTML {
    let rate = entry.figures.compliance
    let frame = entry.isOwn ? ";outline:2px solid #1c1c1c;outline-offset:-2px" : ""
    let note: String =
      if entry.isOwn {
        ""
      } else if let found = entry.difference {
        parts(
          ComparisonMessages.otherwise(found.otherwise, wouldMeet: found.wouldMeet, wouldFail: found.wouldFail))
      } else {
        ""
      }
    return """
      <td class="heat" style="background:\(PageParts.tint(rate))\(frame)">\(parts.percent(rate)) \
      <span class="soft small">n=\(entry.figures.verdicts)</span><small>\(note)</small></td>
      """
  }
}
