import CadreModel
import Messages
import Pages
import Results

/// `brief.html`: one sheet of paper, the figures on its front, where they come from on its back. Each side has the height of a
/// sheet, and each line is one line, whatever the names are.
struct BriefPage {
  let content: BriefContent
  let parts: PageParts

  var html: HTML {
    let title = parts(BriefMessages.title)
    return parts.page(title: title, style: Self.style, [front(title), back])
  }

  // MARK: The front

  private func front(_ title: String) -> HTML {
    let newest = content.cities.compactMap(\.figures.newestFact).max()
    let rest = content.cities.count - BriefContent.mostCities
    let more: HTML = rest > 0 ? "<p class=\"small soft\">\(parts(BriefMessages.more(rest)))</p>" : .empty
    return """
      <div class="side">
      <header><h1>\(title)</h1><p class="soft">\(parts.dates(asOf: content.asOf, newest: newest))</p></header>
      \(section(.freshness))\(more)\(section(.shortfalls))\(section(.worse))
      <div class="two">\(section(.dueThisMonth))\(section(.dueNextMonth))</div>
      \(section(.units))
      </div>
      """
  }

  private func section(_ section: BriefSection) -> HTML {
    let rows = content.rows(of: section)
    guard !rows.isEmpty else {
      return "<section><h2>\(parts(section.heading))</h2><p class=\"soft\">\(parts(BriefMessages.nothing))</p></section>"
    }
    let headings =
      section.labels.map { "<th>\(parts($0))</th>" as HTML } + section.measures.map { "<th class=\"n\">\(parts($0))</th>" }
    let lines = rows.map { row -> HTML in
      let labels = row.labels.map { "<td>\($0)</td>" as HTML }
      let numbers = row.numbers.map { "<td class=\"n\">\($0.text)<sup>\($0.source)</sup></td>" as HTML }
      return "<tr>\(HTML.joined(labels + numbers))</tr>"
    }
    return """
      <section class="\(Self.layout(of: section))"><h2>\(parts(section.heading))</h2>
      <table><thead><tr>\(HTML.joined(headings))</tr></thead><tbody>
      \(HTML.joined(lines))
      </tbody></table></section>
      """
  }

  /// How a section's columns share the width.
  private static func layout(of section: BriefSection) -> String {
    switch section {
    case .freshness: "whole"
    case .shortfalls, .worse, .units: "labelled"
    case .dueThisMonth, .dueNextMonth: "half"
    }
  }

  // MARK: The back

  private var back: HTML {
    let runs = content.runs.map { "<li>\($0)</li>" as HTML }
    let sources = content.sources.map { "<li>\($0)</li>" as HTML }
    return """
      <div class="side back">
      <h2>\(parts(BriefMessages.sources))</h2>
      <p>\(parts(BriefMessages.reading))</p>
      <ul>\(HTML.joined(runs))</ul>
      <ol>\(HTML.joined(sources))</ol>
      </div>
      """
  }

  private static let style: HTML = """
    .side { max-width: 800px; margin: 0 auto 40px; }
    .side header { margin-bottom: 6px; padding-bottom: 6px; text-align: center; }
    .side h1 { font-size: 24px; letter-spacing: 2px; color: var(--seal); }
    .side h2 { font-size: 14px; margin: 12px 0 3px; }
    .side table { font-size: 12px; table-layout: fixed; }
    .side td, .side th { padding: 2px 5px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; line-height: 1.45; }
    .side sup { font-size: 8px; margin-left: 2px; }
    .labelled th:nth-child(1) { width: 10%; } .labelled th:nth-child(2) { width: 28%; } .labelled th:nth-child(3) { width: 22%; }
    .half th:nth-child(1) { width: 20%; } .half th:nth-child(2) { width: 46%; }
    .side .two { columns: auto; display: grid; grid-template-columns: 1fr 1fr; gap: 0 18px; }
    .back ul, .back ol { margin: 4px 0; padding-left: 22px; font-size: 10.5px; line-height: 1.4; overflow-wrap: anywhere; }
    .back ul { list-style: none; padding-left: 0; } .back ol { columns: 2; column-gap: 24px; }
    .back p { font-size: 11px; }
    @page { size: A4 portrait; margin: 15mm 16mm 12mm; @bottom-center { content: none; } }
    @media print {
      .side { height: 268mm; overflow: hidden; margin: 0; max-width: none; break-after: page; }
      .side:last-child { break-after: auto; }
      .side h1 { font-size: 17pt; } .side h2 { font-size: 10.5pt; margin: 9px 0 2px; } .side table { font-size: 8.8pt; }
      .side td, .side th { padding: 1.5px 4px; }
      .back ul, .back ol { font-size: 7.2pt; line-height: 1.32; } .back p { font-size: 7.5pt; } }
    """
}
