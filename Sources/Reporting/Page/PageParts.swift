package import CadreModel
package import Messages
package import Pages
import Publications
package import Results

/// What the pages of all reports are put together from.
package struct PageParts {
  package let language: Language
  /// Of a report that is published.
  var stamp: PublicationStamp?

  package init(language: Language) {
    self.init(language: language, stamp: nil)
  }

  init(language: Language, stamp: PublicationStamp?) {
    (self.language, self.stamp) = (language, stamp)
  }

  /// The text in the page's language.
  package func callAsFunction(_ message: Message) -> String {
    message.text(in: language)
  }

  /// - Parameter style: what this page looks otherwise than all pages.
  func page(title: String, style: HTML = .empty, _ body: [HTML]) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language == .chinese ? "zh-CN" : "en")">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>
    \(style.isEmpty ? PageStyle.css : HTML.joined([PageStyle.css, style]))
    </style>
    </head>
    <body>
    \(HTML.joined(sealed(body)))
    </body>
    </html>

    """
  }

  /// The publication that a page is of stands at its head and, whole, at its foot.
  private func sealed(_ body: [HTML]) -> [HTML] {
    guard let stamp else { return body }
    let head: HTML = "<p class=\"seal small\">\(self(stamp.line))</p>"
    let foot: HTML = """
      <p class="seal small"><b>\(stamp.title)</b><br>\(self(stamp.line))<br>
      \(self(PublicationMessages.contentDigest)) <code>\(stamp.contentDigest)</code><br>
      \(self(PublicationMessages.previousHead)) <code>\(stamp.previous)</code></p>
      """
    return [head] + body + [foot]
  }

  package func status(_ status: Status) -> String {
    self(ReportWords.status(status))
  }

  package func percent(_ rate: Rate?) -> String {
    rate?.percent ?? "—"
  }

  /// `+1.25`, in percentage points.
  func change(_ rate: Rate?) -> String {
    guard let rate else { return "—" }
    let points = rate.percent.dropLast()
    return rate.tenThousandths > 0 ? "+\(points)" : String(points)
  }

  /// Up to when a page judges, and up to when there is data: two dates that differ more often than not.
  func dates(asOf: Day, newest: Day?) -> String {
    self(PageMessages.dates(asOf: asOf, newest: newest))
  }

  /// Up to so many warnings are seen at once; more are folded, so that a page begins with its figures.
  private static let warningsShown = 3

  /// What the reader should know before the figures. On paper all of it is seen.
  package func warnings(_ texts: [Message]) -> HTML {
    guard !texts.isEmpty else { return .empty }
    let isOpen = texts.count <= Self.warningsShown
    return """
      <details class="warnings"\(isOpen ? " open" : HTML.empty)><summary>\(self(PageMessages.warnings(texts.count)))</summary>
      <ul>\(HTML.joined(texts.map { "<li>\(self($0))</li>" as HTML }))</ul></details>
      """
  }

  package func card(_ label: String, _ value: String, _ kind: String = "") -> HTML {
    """
    <div class="card \(kind)"><span class="soft">\(label)</span><b>\(value)</b></div>
    """
  }

  /// The counts of a duty as one bar, in the order of the legend.
  func bar(_ tally: Tally) -> HTML {
    let all = tally.judged
    guard all > 0 else { return .empty }
    let parts = Tally.reported.filter { tally[$0] > 0 }.map { status -> HTML in
      let share = Rate(tally[status], of: all)?.percent ?? "0%"
      return """
        <i class="s-\(status.rawValue)" style="width:\(share)" title="\(self.status(status)) \(tally[status])"></i>
        """
    }
    return "<div class=\"bar\">\(HTML.joined(parts, separator: .empty))</div>"
  }

  package var legend: HTML {
    let items = Tally.reported.map { status -> HTML in
      "<span><i class=\"s-\(status.rawValue)\"></i>\(self.status(status))</span>"
    }
    return "<p class=\"legend small\">\(HTML.joined(items))</p>"
  }

  /// A named rate as a bar on a full scale.
  func rateBar(_ label: String, _ rate: Rate?) -> HTML {
    guard let rate else {
      return "<div class=\"rate\"><span>\(label)</span><div class=\"track\"></div><b class=\"soft\">—</b></div>"
    }
    return """
      <div class="rate"><span>\(label)</span>\
      <div class="track \(Self.grade(rate))"><i style="width:\(rate.percent)"></i></div>\
      <b>\(rate.percent)</b></div>
      """
  }

  /// From 90 % good, below 70 % poor.
  static func grade(_ rate: Rate) -> String {
    rate.tenThousandths >= 9000 ? "high" : rate.tenThousandths >= 7000 ? "mid" : "low"
  }

  /// The background of a rate's cell: pale red through pale yellow to pale green.
  static func tint(_ rate: Rate?) -> String {
    guard let rate else { return "#f1f1f1" }
    let hue = max(0, min(120, (rate.tenThousandths - 4000) * 120 / 6000))
    return "hsl(\(hue),55%,86%)"
  }

  func table(_ headings: [(text: String, kind: String)], _ rows: [HTML]) -> HTML {
    let cells = headings.map { heading -> HTML in "<th class=\"\(heading.kind)\">\(heading.text)</th>" }
    return """
      <div class="scroll"><table>
      <thead><tr>\(HTML.joined(cells))</tr></thead>
      <tbody>
      \(HTML.joined(rows))
      </tbody>
      </table></div>
      """
  }
}
