package import CadreModel

/// A calendar that other programs take in (`.ics`, RFC 5545): days on which something falls due.
package struct ICalendar {
  let name: String
  /// From which day's judging it is.
  let asOf: Day
  let events: [Event]

  /// One day with one thing to be done.
  package struct Event {
    /// The same for the same duty of the same unit on the same day, whenever the calendar is made: taken in once more, an event
    /// takes its own place.
    let uid: String
    let day: Day
    let summary: String
    let description: String
    let categories: [String]

    package init(uid: String, day: Day, summary: String, description: String, categories: [String]) {
      (self.uid, self.day, self.summary, self.description, self.categories) = (uid, day, summary, description, categories)
    }
  }

  package init(name: String, asOf: Day, events: [Event]) {
    (self.name, self.asOf, self.events) = (name, asOf, events)
  }

  /// As the file has it.
  package var text: String {
    let lines =
      [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cadre//calendar//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        "X-WR-CALNAME:\(Self.escaped(name))",
      ] + events.flatMap(lines) + ["END:VCALENDAR"]
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(of event: Event) -> [String] {
    [
      "BEGIN:VEVENT", "UID:\(event.uid)",
      // The day of the judging and not the moment: the same data makes the same bytes.
      "DTSTAMP:\(Self.date(asOf))T000000Z",
      // A whole day ends where the next one begins.
      "DTSTART;VALUE=DATE:\(Self.date(event.day))", "DTEND;VALUE=DATE:\(Self.date(event.day.adding(days: 1)))",
      "SUMMARY:\(Self.escaped(event.summary))", "DESCRIPTION:\(Self.escaped(event.description))",
      "CATEGORIES:\(event.categories.map(Self.escaped).joined(separator: ","))", "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
  }

  /// `20250630`.
  private static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// A text as a property's value has it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      // No control character may stand there.
      case _ where scalar.properties.generalCategory == .control: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Most bytes of a line, without its end.
  private static let longest = 75

  /// A line in pieces that are short enough, each but the first after a blank. No character is cut in two.
  static func folded(_ line: String) -> String {
    var result = ""
    var bytes = 0
    for scalar in line.unicodeScalars {
      let length = UTF8.width(scalar)
      if bytes + length > longest {
        result += "\r\n "
        bytes = 1
      }
      result.unicodeScalars.append(scalar)
      bytes += length
    }
    return result
  }
}
