import CadreModel
import DataContract
import Messages
import PolicyKit
import Quality

/// What `cadre quality` prints: kinds with their counts and the first rows, told by id.
struct QualityText {
  let report: QualityReport

  /// So many rows of a kind are shown; the file has all.
  private static let rowsShown = 3

  func text(in language: Language) -> String {
    func say(_ message: Message) -> String { message.text(in: language) }
    let state = QualityMessages.state(asOf: report.asOf.description, newest: report.newest?.description)
    var lines = [
      say([QualityMessages.title(report.city.city), state].joined(by: Punctuation.comma)),
      say(report.contradictionsAreWhole ? QualityMessages.contradictionsAreWhole : QualityMessages.contradictionsAreNotWhole),
    ]
    if report.kinds.isEmpty { lines += ["", say(QualityMessages.nothing)] }
    for group in QualityGroup.allCases {
      let kinds = report.kinds.filter { $0.kind.group == group }
      guard !kinds.isEmpty else { continue }
      lines += ["", say(group.title)]
      for entry in kinds {
        let found = QualityMessages.found(
          entry.kind.title, count: entry.count, effect: entry.kind.effect.title, indicators: entry.indicators.count)
        lines.append("  " + say(found))
        lines += entry.first.prefix(Self.rowsShown).map { "    " + row($0, in: language) }
      }
    }
    lines += ["", say(QualityMessages.thresholds)]
    lines += QualityThreshold.all.map {
      "  " + say(QualityMessages.bound($0.title, value: $0.value, reason: $0.reason))
    }
    return lines.joined(separator: "\n")
  }

  /// By its key; with what is doubtful where that is nothing of a person's own.
  private func row(_ finding: QualityFinding, in language: Language) -> String {
    let table = language(zh: Table[finding.table].label, en: finding.table.rawValue)
    let name = finding.key.isEmpty ? table : "\(table) \(finding.key)"
    guard !finding.kind.isPersonal else { return name }
    return [name, finding.text(in: language)].joined(by: Punctuation.colon).text(in: language)
  }

  func json(in language: Language) -> JSON {
    .object([
      ("city", .string(report.city.city.code)), ("policy", .string(report.city.policy.code)),
      ("as_of", .string(report.asOf.description)), ("newest_fact", Self.day(report.newest)),
      ("contradictions_are_whole", .bool(report.contradictionsAreWhole)), ("rows", .number(String(report.count))),
      ("kinds", .array(report.kinds.map { kind($0, in: language) })),
      ("freshness", .array(report.freshness.map(Self.freshness))),
      (
        "bounds",
        .array(
          QualityThreshold.all.map {
            .object([
              ("title", .string($0.title.text(in: language))), ("value", .number(String($0.value))),
              ("reason", .string($0.reason.text(in: language))),
            ])
          })
      ),
    ])
  }

  private func kind(_ entry: QualityKindFound, in language: Language) -> JSON {
    .object([
      ("kind", .string(entry.kind.code)), ("title", .string(entry.kind.title.text(in: language))),
      ("group", .string(entry.kind.group.rawValue)), ("rows", .number(String(entry.count))),
      ("effect", .string(entry.kind.effect.rawValue)), ("indicators", .array(entry.indicators.map { .string($0) })),
      (
        "first",
        .array(
          entry.first.map { finding in
            .object([
              ("table", .string(finding.table.rawValue)), ("key", .string(finding.key)),
              ("what", finding.kind.isPersonal ? .null : .string(finding.text(in: language))),
              ("since", Self.day(finding.since)),
            ])
          })
      ),
    ])
  }

  private static func freshness(_ entry: TableFreshness) -> JSON {
    .object([
      ("table", .string(entry.table.rawValue)), ("rows", .number(String(entry.rows))), ("newest", day(entry.newest)),
      ("days_behind", number(entry.daysBehind)), ("usual_months", number(entry.rhythm)),
      ("last_import", day(entry.lastImport)), ("stale", .bool(entry.isStale)),
    ])
  }

  private static func day(_ day: Day?) -> JSON { day.map { .string($0.description) } ?? .null }

  private static func number(_ number: Int?) -> JSON { number.map { .number(String($0)) } ?? .null }
}
