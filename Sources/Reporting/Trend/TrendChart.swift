package import CadreModel
import Messages
package import Pages
package import Results

/// Rates over time as lines, drawn in the page itself (SVG). Lines differ by dash and mark, not by colour alone, so that they
/// can be told apart in print; every number is in the description, which a screen reader reads out.
package struct TrendChart {
  let title: String
  /// The earliest first.
  let dates: [Day]
  let lines: [Line]
  let language: Language

  package struct Line {
    let name: String
    /// By date; nil: no rate, and the line has a gap.
    let rates: [Rate?]

    package init(name: String, rates: [Rate?]) {
      (self.name, self.rates) = (name, rates)
    }
  }

  package init(title: String, dates: [Day], lines: [Line], language: Language) {
    (self.title, self.dates, self.lines, self.language) = (title, dates, lines, language)
  }

  private static let (width, height) = (1_000.0, 270.0)
  private static let (left, right, top, bottom) = (52.0, 190.0, 16.0, 34.0)
  private static let colours = ["#2f7d4f", "#9c1c1c", "#33689e", "#b06f00", "#6b4c9a", "#4d4d4d"]
  private static let dashes = ["", "7 4", "2 3", "10 3 2 3", "4 2", "12 5"]

  package var html: HTML {
    let all = lines.flatMap(\.rates).compactMap(\.self)
    guard dates.count > 1, let least = all.min() else { return .empty }
    let low = max(0, least.tenThousandths / 1_000 - 1) * 1_000
    let drawn = lines.indices.map { line(at: $0, low: low) }
    return """
      <svg class="trend" viewBox="0 0 \(Int(Self.width)) \(Int(Self.height))" role="img" aria-label="\(title)">
      <title>\(title)</title><desc>\(description)</desc>
      \(HTML.joined(grid(low: low)))
      \(HTML.joined(dateLabels))
      \(HTML.joined(drawn))
      \(HTML.joined(legend))
      </svg>
      """
  }

  /// The numbers as text.
  private var description: String {
    lines.map { line in
      let values = zip(dates, line.rates).map { day, rate in "\(day) \(rate?.percent ?? "—")" }
      return TrendMessages.described(line.name, values.joined(by: Punctuation.comma)).text(in: language)
    }.joined(separator: Punctuation.semicolon.text(in: language))
  }

  // MARK: Places

  private func x(_ index: Int) -> Double {
    Self.left + (Self.width - Self.left - Self.right) * Double(index) / Double(max(dates.count - 1, 1))
  }

  private func y(_ tenThousandths: Int, low: Int) -> Double {
    let share = Double(tenThousandths - low) / Double(10_000 - low)
    return Self.height - Self.bottom - (Self.height - Self.top - Self.bottom) * share
  }

  /// With one decimal: nobody sees more, and the same data makes the same bytes.
  private func place(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  // MARK: Parts

  private func grid(low: Int) -> [HTML] {
    let step = 10_000 - low > 5_000 ? 2_000 : 1_000
    return stride(from: 10_000, through: low, by: -step).map { rate in
      let height = place(y(rate, low: low))
      return """
        <line x1="\(place(Self.left))" x2="\(place(Self.width - Self.right))" y1="\(height)" y2="\(height)" stroke="#d9d9d9"/>\
        <text x="\(place(Self.left - 6))" y="\(height)" dy="4" text-anchor="end">\(rate / 100)%</text>
        """
    }
  }

  /// A month by its name, any other day in full; of very many every second or third.
  private var dateLabels: [HTML] {
    let step = (dates.count + 13) / 14
    return dates.indices.filter { (dates.count - 1 - $0) % step == 0 }.map { index in
      """
      <text x="\(place(x(index)))" y="\(place(Self.height - Self.bottom + 18))" text-anchor="middle">\(dates[index].ofTrend)</text>
      """
    }
  }

  private func line(at index: Int, low: Int) -> HTML {
    let (colour, dash) = look(index)
    let points = lines[index].rates.enumerated().map { place, rate in
      rate.map { (x: x(place), y: y($0.tenThousandths, low: low)) }
    }
    let strokes = points.split { $0 == nil }.filter { $0.count > 1 }.map { run -> HTML in
      let path = run.compactMap(\.self).map { "\(place($0.x)),\(place($0.y))" }.joined(separator: " ")
      return """
        <polyline points="\(path)" fill="none" stroke="\(colour)" stroke-width="2.2" stroke-dasharray="\(dash)"/>
        """
    }
    return .joined(strokes + points.compactMap(\.self).map { mark(index, x: $0.x, y: $0.y) })
  }

  private func look(_ index: Int) -> (colour: String, dash: String) {
    (Self.colours[index % Self.colours.count], Self.dashes[index % Self.dashes.count])
  }

  /// A circle, a square, a triangle.
  private func mark(_ index: Int, x: Double, y: Double) -> HTML {
    let colour = look(index).colour
    return switch index % 3 {
    case 0: "<circle cx=\"\(place(x))\" cy=\"\(place(y))\" r=\"3.4\" fill=\"\(colour)\"/>"
    case 1: "<rect x=\"\(place(x - 3.2))\" y=\"\(place(y - 3.2))\" width=\"6.4\" height=\"6.4\" fill=\"\(colour)\"/>"
    default:
      """
      <path d="M\(place(x)) \(place(y - 4.4))L\(place(x + 4.2)) \(place(y + 3.2))H\(place(x - 4.2))Z" fill="\(colour)"/>
      """
    }
  }

  /// The lines' names with their last rates, beside the drawing.
  private var legend: [HTML] {
    lines.enumerated().map { index, line in
      let (colour, dash) = look(index)
      let (x, y) = (Self.width - Self.right + 16, Self.top + 10 + Double(index) * 19)
      let last = line.rates.last.flatMap { $0 }?.percent ?? "—"
      return """
        <line x1="\(place(x))" x2="\(place(x + 26))" y1="\(place(y))" y2="\(place(y))" stroke="\(colour)" stroke-width="2.2" \
        stroke-dasharray="\(dash)"/>\(mark(index, x: x + 13, y: y))\
        <text x="\(place(x + 33))" y="\(place(y))" dy="4">\(line.name) \(last)</text>
        """
    }
  }
}

extension Day {
  /// `2025-06` for the end of a month, any other day in full.
  package var ofTrend: String {
    let text = description
    return adding(days: 1).month == month ? text : String(text.dropLast(3))
  }
}
