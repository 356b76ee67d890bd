import CadreModel
import Messages
import Pages
import PolicyKit
import Results

/// `changes.html`: how many results stand otherwise, by cause and by indicator, and the first of them.
struct ChangesPage {
  let figures: ChangesFigures
  let first: [Flip]
  let parts: PageParts

  /// So many results stand on the page.
  static let listed = 100

  private var language: Language { parts.language }

  var html: HTML {
    let title = parts(ReportWords.of(figures.city.city, ChangesMessages.title))
    let sides = parts(ChangesMessages.sides(from: figures.before.asOf, to: figures.after.asOf))
    let known =
      figures.imports.before.flatMap { before in figures.imports.after.map { ChangesMessages.known(before: before, after: $0) } }
    let header: HTML = """
      <header><h1>\(title)</h1>
      <p class="soft">\(sides)<br>\(known.map { parts($0) } ?? "")</p></header>
      <p class="small soft">\(parts(ChangesMessages.reading))</p>
      """
    return parts.page(
      title: title,
      [header, cards, parameters, indicators, list, "<footer>\(Footnotes(parts: parts).reading)</footer>"])
  }

  private var cards: HTML {
    let causes = figures.causes.map { parts.card(parts($0.cause.label), String($0.flips)) }
    return """
      <div class="cards">\(HTML.joined([parts.card(parts(ChangesMessages.flipCount), String(figures.flips))] + causes))</div>
      """
  }

  private var parameters: HTML {
    guard !figures.parameters.isEmpty else { return .empty }
    let rows = figures.parameters.map { parameter -> HTML in
      """
      <tr><td>\(parameter.title.text(in: language)) <code>\(parameter.name)</code></td><td>\(parameter.before)</td>
      <td>\(parameter.after)</td></tr>
      """
    }
    let headings = [ReportWorkbookMessages.parameter, ChangesMessages.valueBefore, ChangesMessages.valueAfter]
    return .joined(["<h2>\(parts(ChangesMessages.parametersChanged))</h2>", parts.table(headings.map { (parts($0), "") }, rows)])
  }

  private var indicators: HTML {
    let rows = figures.indicators.filter { $0.flips > 0 }.map { entry -> HTML in
      """
      <tr><td>\(entry.indicator.title.text(in: language)) <span class="soft small">\(entry.indicator.id)</span></td>
      <td class="n">\(entry.before.unmet)</td><td class="n">\(entry.after.unmet)</td>
      <td class="n">\(parts.percent(entry.rateBefore))</td><td class="n">\(parts.percent(entry.rateAfter))</td>
      <td class="n">\(parts.change(entry.change))</td><td class="n">\(entry.flips)</td>
      <td>\(parts(entry.causes(parts)))</td></tr>
      """
    }
    return .joined([
      "<h2>\(parts(ChangesMessages.indicators))</h2>",
      parts.table(
        [
          (parts(ReportWords.indicator), ""), (parts(ChangesMessages.before(.unmet)), "n"),
          (parts(ChangesMessages.after(.unmet)), "n"), (parts(ChangesMessages.rateBefore), "n"),
          (parts(ChangesMessages.rateAfter), "n"), (parts(PageMessages.changeInPoints), "n"),
          (parts(ChangesMessages.flipCount), "n"), (parts(ChangesMessages.causes), ""),
        ], rows),
    ])
  }

  private var list: HTML {
    guard !first.isEmpty else { return .empty }
    func status(_ status: Status?) -> String { status.map(parts.status) ?? parts(ChangesMessages.absent) }
    let rows = first.map { flip -> HTML in
      let title = figures.city.policy.indicator(flip.indicator)?.title.text(in: language) ?? flip.indicator
      return """
        <tr><td>\(title)</td><td>\(flip.subjectName ?? flip.subjectID)</td><td>\(flip.unitName ?? "")</td>
        <td class="w">\(flip.period)</td><td class="w">\(status(flip.from)) → \(status(flip.to))</td>
        <td>\(parts(flip.cause.label))</td></tr>
        """
    }
    return .joined([
      "<h2>\(parts(ChangesMessages.flips))</h2>",
      "<p class=\"small soft\">\(parts(ChangesMessages.first(first.count, of: figures.flips)))</p>",
      parts.table(
        [
          ReportWords.indicator, ReportWords.subject, ReportWords.unit, ReportWords.period, ReportWords.status,
          ChangesMessages.cause,
        ]
        .map { (parts($0), "") }, rows),
    ])
  }
}
