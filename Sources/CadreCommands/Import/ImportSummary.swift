import CadreModel
import DataContract
import Intake
import Messages
import Spreadsheet

/// What an import did, for people and for machines.
struct ImportSummary {
  private let report: ImportReport
  private let city: CityName

  init(_ report: ImportReport, of city: CityName) {
    self.report = report
    self.city = city
  }

  /// Findings and warnings to standard error, the summary to standard output.
  func print(in language: Language) {
    for entry in report.passedOver { Terminal.report(entry.text(in: language)) }
    for notice in report.notices { Terminal.report(notice.text(in: language)) }
    for warning in report.warnings { Terminal.report(warning.text(in: language)) }
    for notice in report.cellNotices { Terminal.report(message(notice).text(in: language)) }
    for count in report.contradictions { Terminal.report(message(count).text(in: language)) }
    for summary in report.summary { Terminal.report(summary.text(in: language)) }
    list(language)
    if report.wasAnswerLost {
      Terminal.report(ImportSummaryMessages.answerLost.text(in: language))
    }
    for rows in report.withdrawals {
      let name = Message(Table[rows.table].label, rows.table.rawValue)
      Terminal.print(ImportSummaryMessages.withdrawn(name, count: rows.count, keys: rows.keys).text(in: language))
    }
    for table in report.tables { Terminal.print(text(table, language)) }
    Terminal.print(conclusion.text(in: language))
    if let returned = report.returned {
      Terminal.print(ImportSummaryMessages.returned(returned.path, cutCells: returned.cutCells).text(in: language))
    }
  }

  /// The first findings one by one, where the summary has not told each of them already.
  private func list(_ language: Language) {
    guard report.findingCount > report.summary.count else { return }
    let shown = report.findings.prefix(Self.findingsShown)
    Terminal.report(ImportSummaryMessages.firstFindings(shown.count).text(in: language))
    for finding in shown { Terminal.report("  " + finding.text(in: language)) }
    let rest = report.findingCount - shown.count
    guard rest > 0 else { return }
    Terminal.report(ImportSummaryMessages.moreFindings(rest).text(in: language))
  }

  private static let findingsShown = 50

  private func message(_ notice: CellNotice) -> Message {
    ImportSummaryMessages.cells(
      calledFile(notice.file, sheet: notice.place.sheet), column: Message(notice.column.label, notice.column.name),
      count: notice.count,
      reading: Message(notice.reading.text(in: .chinese), notice.reading.text(in: .english)),
      first: notice.place.within, value: notice.value)
  }

  private func message(_ count: ContradictionsStored) -> Message {
    ImportSummaryMessages.contradictions(
      Message(count.kind.chinese, count.kind.english), stored: count.stored, new: count.new)
  }

  private func text(_ table: TableReport, _ language: Language) -> String {
    let rows = table.rows
    let name = Message(Table[table.table].label, table.table.rawValue)
    var parts = [
      table.sheets.isEmpty
        ? ImportSummaryMessages.table(
          name, file: table.file, encoding: table.encoding.rawValue, hasByteOrderMark: table.hasByteOrderMark)
        : ImportSummaryMessages.table(name, file: table.file, sheets: table.sheets)
    ]
    if table.isKnown {
      parts.append(ImportSummaryMessages.known(unchanged: rows.unchanged))
    } else if report.outcome == .rejected {
      parts.append(ImportSummaryMessages.wrong(rows: rows.rejected))
    } else {
      parts.append(rows.message)
      if let rate = rate(rows.total, table.elapsed) { parts.append(ImportSummaryMessages.rate(rate)) }
      if let file = table.rejectFile { parts.append(ImportSummaryMessages.rejectFile(file)) }
    }
    return parts.map { $0.text(in: language) }.joined()
  }

  private var conclusion: Message {
    let rows = report.rows
    let seconds = seconds(report.elapsed)
    switch report.outcome {
    case .rejected: return ImportOutcomeMessages.rejected(city, findings: report.findingCount)
    case .checked:
      return ImportOutcomeMessages.checked(city, rows: rows.total, findings: report.findingCount, seconds: seconds)
    case .stored, .unchanged:
      let rate = rate(rows.total, report.elapsed).map(ImportSummaryMessages.rate) ?? Message("", "")
      return ImportOutcomeMessages.stored(
        city, number: report.number ?? 0, rows: rows.message, seconds: seconds, rate: rate)
    }
  }

  private func rate(_ rows: Int, _ elapsed: Duration) -> Int? {
    let seconds = elapsed / .seconds(1)
    return rows > 0 && seconds > 0 ? Int(Double(rows) / seconds) : nil
  }

  private func seconds(_ elapsed: Duration) -> String {
    let hundredths = Int(elapsed / .milliseconds(10))
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

extension ImportSummary {
  /// Takes every finding as JSON, at the depth at which the list of findings stands.
  static func spool(_ language: Language, withValues: Bool) -> FindingSpool {
    FindingSpool { finding in
      json(withValues ? finding : finding.withoutValues, language).text(indent: "    ")
    }
  }

  func json(_ language: Language, findings: FindingSpool) -> JSON {
    let returned: JSON = report.returned.map { .string($0.path) } ?? .null
    return .object([
      ("city", .string(report.city)),
      ("outcome", .string(report.outcome.rawValue)),
      ("dry_run", .bool(report.isDryRun)),
      ("import", report.number.map { .number(String($0)) } ?? .null),
      ("watermark", report.watermark.map { .string($0) } ?? .null),
      ("seconds", .number(seconds(report.elapsed))),
      ("rows", report.rows.json),
      ("tables", .array(report.tables.map(json))),
      ("finding_count", .number(String(report.findingCount))),
      ("returned", returned),
      ("summary", .array(report.summary.map { json($0, language) })),
      ("findings", .streamed { item in try findings.read(item) }),
      ("warnings", .array(report.warnings.map { .string($0.text(in: language)) })),
      ("cell_notices", .array(report.cellNotices.map { json($0, language) })),
      ("contradictions", .array(report.contradictions.map { json($0, language) })),
      ("withdrawals", .array(report.withdrawals.map(json))),
      ("notices", .array(report.notices.map { json($0, language) })),
      ("passed_over", .array(report.passedOver.map { json($0, language) })),
    ])
  }

  private func json(_ notice: FileNotice, _ language: Language) -> JSON {
    Self.object(
      Self.named("file", notice.file, sheet: notice.sheet),
      [
        ("kind", .string(notice.name)), ("count", .number(String(notice.count))),
        ("message", .string(notice.text(in: language))),
      ])
  }

  private func json(_ entry: PassedOver, _ language: Language) -> JSON {
    Self.object(
      Self.named("path", entry.path, sheet: entry.sheet),
      [
        ("reason", .string(entry.reason.name)),
        ("message", .string(entry.text(in: language))),
      ])
  }

  private static func object(_ beginning: [(String, JSON)], _ rest: [(String, JSON)]) -> JSON {
    .object(beginning + rest)
  }

  /// The file, with its sheet where it is a workbook.
  private static func named(_ key: String, _ file: String, sheet: String?) -> [(String, JSON)] {
    var fields: [(String, JSON)] = [(key, .string(file))]
    if let sheet { fields.append(("sheet", .string(sheet))) }
    return fields
  }

  private static func named(_ file: String, _ place: Place) -> [(String, JSON)] {
    var fields = named("file", file, sheet: place.sheet)
    if let cell = place.cell { fields.append(("cell", .string(cell))) }
    return fields
  }

  private func json(_ rows: WithdrawnKeys) -> JSON {
    .object([
      ("table", .string(rows.table.rawValue)), ("count", .number(String(rows.count))),
      ("first_keys", .array(rows.keys.map { .string($0) })),
    ])
  }

  private func json(_ table: TableReport) -> JSON {
    var file: [(String, JSON)] = [("table", .string(table.table.rawValue)), ("file", .string(table.file))]
    if !table.sheets.isEmpty { file.append(("sheets", .array(table.sheets.map { .string($0) }))) }
    return Self.object(
      file,
      [
        ("encoding", .string(table.encodingName)), ("byte_order_mark", .bool(table.hasByteOrderMark)),
        ("bytes", .number(String(table.byteSize))), ("sha256", .string(table.sha256)), ("known", .bool(table.isKnown)),
        ("rows", table.rows.json), ("reject_file", table.rejectFile.map { .string($0) } ?? .null),
        ("seconds", .number(seconds(table.elapsed))),
      ])
  }

  private static func json(_ finding: Finding, _ language: Language) -> JSON {
    object(
      named(finding.file, finding.place),
      [
        ("line", .number(String(finding.line))),
        ("column", finding.column.map { .string($0.name) } ?? .null),
        ("value", finding.value.map { .string($0) } ?? .null), ("problem", .string(finding.problem.name)),
        ("expected", .string(finding.problem.text(in: language))),
        ("proposal", finding.problem.proposal(for: finding.value, in: language).map { .string($0) } ?? .null),
        ("message", .string(finding.text(in: language))),
      ])
  }

  private func json(_ summary: FindingSummary, _ language: Language) -> JSON {
    Self.object(
      Self.named(summary.first.file, summary.first.place),
      [
        ("column", summary.first.column.map { .string($0.name) } ?? .null),
        ("problem", .string(summary.first.problem.name)), ("count", .number(String(summary.count))),
        ("first_line", .number(String(summary.first.line))), ("message", .string(summary.text(in: language))),
      ])
  }

  private func json(_ notice: CellNotice, _ language: Language) -> JSON {
    Self.object(
      Self.named(notice.file, notice.place),
      [
        ("column", .string(notice.column.name)), ("kind", .string(notice.reading.rawValue)),
        ("count", .number(String(notice.count))), ("first_line", .number(String(notice.line))),
        ("value", notice.value.map { .string($0) } ?? .null), ("message", .string(notice.reading.text(in: language))),
      ])
  }

  private func json(_ count: ContradictionsStored, _ language: Language) -> JSON {
    .object([
      ("kind", .string(count.kind.rawValue)), ("label", .string(language(zh: count.kind.chinese, en: count.kind.english))),
      ("stored", .number(String(count.stored))), ("new", .number(String(count.new))),
    ])
  }
}
