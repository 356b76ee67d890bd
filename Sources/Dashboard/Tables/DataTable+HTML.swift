import CadreModel
import Messages
import Pages
import Reporting
import Results

extension DataTable {
  /// The table as a page shows it.
  ///
  /// - Parameter page: where it stands, for the links to its files.
  func html(_ language: Language, on page: Place) -> HTML {
    var parts: [HTML] = []
    if let title { parts.append("<h2 id=\"\(id)\">\(title.text(in: language))</h2>") }
    if let note { parts.append("<p class=\"small soft\">\(note.text(in: language))</p>") }
    guard !rows.isEmpty else {
      parts.append("<p class=\"empty\">\((nothing ?? WebPageMessages.noRows).text(in: language))</p>")
      if first != nil { parts.append(pager(language, page)) }
      return .joined(parts)
    }
    let headings = columns.enumerated().filter { !folded.contains($0.offset) }.map { _, column -> HTML in
      "<th scope=\"col\"\(Self.kind(of: column.kind))>\(column.heading.text(in: language))</th>"
    }
    let bar: HTML =
      rows.contains { $0.bar != nil } ? "<th scope=\"col\">\(WebPageMessages.share.text(in: language))</th>" : .empty
    let head = [headings[0], bar] + headings[1...]
    parts.append(
      """
      <div class="scroll" tabindex="0" role="region" aria-label="\((title ?? WebPageMessages.table).text(in: language))"><table>
      <thead><tr>\(HTML.joined(head, separator: .empty))</tr></thead>
      <tbody>
      \(HTML.joined(rows.map { row($0, !bar.isEmpty, language) }))
      </tbody>
      </table></div>
      """)
    parts.append(pager(language, page))
    return .joined(parts)
  }

  private func row(_ row: DataRow, _ hasBar: Bool, _ language: Language) -> HTML {
    var html: HTML = "<tr>"
    for (index, (column, cell)) in zip(columns, row.cells).enumerated() where !folded.contains(index) {
      if index == 0 {
        html += "<th scope=\"row\"\(Self.indent(row.depth))>\(Self.content(of: cell, column.kind))</th>"
        if hasBar { html += "<td class=\"bars\">\(row.bar.map { StatusBar($0, language).html } ?? .empty)</td>" }
      } else {
        html += "<td\(look(of: cell, column.kind))>\(Self.content(of: cell, column.kind))</td>"
      }
    }
    html += "</tr>"
    return html
  }

  private static func indent(_ depth: Int) -> HTML {
    switch min(depth, 6) {
    case 0: .empty
    case 1: " class=\"d1\""
    case 2: " class=\"d2\""
    case 3: " class=\"d3\""
    case 4: " class=\"d4\""
    case 5: " class=\"d5\""
    default: " class=\"d6\""
    }
  }

  /// The classes of a column's cells.
  private static func kind(of kind: TableColumn.Kind) -> HTML {
    switch kind {
    case .count, .counted, .decimal, .rate, .change: " class=\"n\""
    case .identifier, .day, .status, .flag: " class=\"w\""
    case .text, .words, .sentence: .empty
    }
  }

  private func look(of cell: DataCell, _ kind: TableColumn.Kind) -> HTML {
    switch kind {
    case .counted(.unmet) where cell.text != "0" && !cell.text.isEmpty: return " class=\"n bad\""
    case .counted(.atRisk) where cell.text != "0" && !cell.text.isEmpty: return " class=\"n warn\""
    case .rate where isTinted: return Self.tint(Rate(text: cell.text))
    case .change:
      guard let rate = Rate(text: cell.text), rate.tenThousandths < 0 else { return " class=\"n\"" }
      return " class=\"n bad\""
    default: return Self.kind(of: kind)
    }
  }

  /// A rate's background, in eleven steps.
  private static func tint(_ rate: Rate?) -> HTML {
    guard let rate else { return " class=\"n h\"" }
    switch max(0, min(10, (rate.tenThousandths - 4000) / 600)) {
    case 0: return " class=\"n h h0\""
    case 1: return " class=\"n h h1\""
    case 2: return " class=\"n h h2\""
    case 3: return " class=\"n h h3\""
    case 4: return " class=\"n h h4\""
    case 5: return " class=\"n h h5\""
    case 6: return " class=\"n h h6\""
    case 7: return " class=\"n h h7\""
    case 8: return " class=\"n h h8\""
    case 9: return " class=\"n h h9\""
    default: return " class=\"n h h10\""
    }
  }

  private static func content(of cell: DataCell, _ kind: TableColumn.Kind) -> HTML {
    var html = shown(cell, kind)
    if let place = cell.place, !html.isEmpty { html = "<a href=\"\(place.address.text)\">\(html)</a>" }
    if let below = cell.below, !below.isEmpty { html += "<small>\(below)</small>" }
    return html
  }

  private static func shown(_ cell: DataCell, _ kind: TableColumn.Kind) -> HTML {
    switch kind {
    case .rate: return HTML(Rate(text: cell.text)?.percent ?? "—")
    case .change:
      guard let rate = Rate(text: cell.text) else { return "—" }
      let points = String(rate.percent.dropLast())
      return rate.tenThousandths > 0 ? "▲ +\(points)" : rate.tenThousandths < 0 ? "▼ \(points)" : HTML(points)
    case .status: return cell.status.map { StatusMark($0, cell.text).html } ?? HTML(cell.text)
    case .flag: return cell.text == "1" ? "✓" : .empty
    default: return HTML(cell.text)
    }
  }

  /// The way to the next page, how many rows there are, and the files.
  private func pager(_ language: Language, _ page: Place) -> HTML {
    var items: [HTML] = []
    if let first { items.append("<a href=\"\(first.address.text)\">\(WebPageMessages.firstPage.text(in: language))</a>") }
    if let next {
      items.append("<a rel=\"next\" href=\"\(next.address.text)\">\(WebPageMessages.nextPage.text(in: language))</a>")
    }
    let count = total.map { WebPageMessages.rowsOf(rows.count, total: $0) } ?? WebPageMessages.rows(rows.count)
    items.append("<span class=\"soft\">\(count.text(in: language))</span>")
    for format in Download.Format.allCases {
      let address = page.address.with(Download(table: id, format: format).items)
      items.append("<a class=\"file\" href=\"\(address.text)\" download>\(format.rawValue.uppercased())</a>")
    }
    return "<p class=\"pager small\">\(HTML.joined(items, separator: " "))</p>"
  }
}

extension Rate {
  /// As files have it, `0.8333`; nil for nothing.
  init?(text: String) {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard digits.utf8.count >= 6, digits.dropFirst(digits.utf8.count - 5).first == ".",
      let number = Int(digits.filter { $0 != "." })
    else { return nil }
    self.init(tenThousandths: text.hasPrefix("-") ? -number : number)
  }
}
