import CadreModel
import Messages
import Pages
import Results

/// The counts of a duty as one bar, drawn so that no style stands in the page; its numbers are in its title.
struct StatusBar {
  private let tally: Tally
  private let language: Language

  init(_ tally: Tally, _ language: Language) {
    (self.tally, self.language) = (tally, language)
  }

  private static let width = 1_000

  var html: HTML {
    let all = tally.judged
    guard all > 0 else { return .empty }
    var before = 0
    var parts = HTML.empty
    for status in Tally.reported where tally[status] > 0 {
      let start = before * Self.width / all
      before += tally[status]
      let end = before * Self.width / all
      parts += "<rect class=\"f-\(status.rawValue)\" x=\"\(start)\" width=\"\(max(end - start, 4))\" height=\"10\"/>"
    }
    let texts = Tally.reported.filter { tally[$0] > 0 }.map { status in
      "\(ReportWords.status(status).text(in: language)) \(tally[status])"
    }
    let title = texts.joined(separator: Punctuation.comma.text(in: language))
    return """
      <svg class="bar" viewBox="0 0 \(Self.width) 10" preserveAspectRatio="none" role="img" aria-label="\(title)">\
      <title>\(title)</title>\(parts)</svg>
      """
  }
}

/// A status as a word with its colour beside it: never the colour alone.
struct StatusMark {
  private let status: Status
  private let text: String

  init(_ status: Status, _ text: String) {
    (self.status, self.text) = (status, text)
  }

  var html: HTML { "<span class=\"mark m-\(status.rawValue)\">\(text)</span>" }
}
