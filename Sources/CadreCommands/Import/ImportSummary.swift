import CadreModel
import DataContract
import Intake
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
    for notice in report.cellNotices { Terminal.report(text(notice, language)) }
    for count in report.contradictions { Terminal.report(text(count, language)) }
    for summary in report.summary { Terminal.report(summary.text(in: language)) }
    list(language)
    if report.wasAnswerLost {
      Terminal.report(
        language(
          zh: "提示：提交时数据库连接中断；已核实：本次导入已入库",
          en: "Note: the connection was lost during the commit; looked up: this import is stored"))
    }
    for table in report.tables { Terminal.print(text(table, language)) }
    Terminal.print(conclusion(language))
  }

  /// The first findings one by one, where the summary has not told each of them already.
  private func list(_ language: Language) {
    guard report.findingCount > report.summary.count else { return }
    let shown = report.findings.prefix(Self.findingsShown)
    Terminal.report(language(zh: "逐条列出（前 \(shown.count) 条）：", en: "One by one, the first \(shown.count):"))
    for finding in shown { Terminal.report("  " + finding.text(in: language)) }
    let rest = report.findingCount - shown.count
    guard rest > 0 else { return }
    Terminal.report(
      language(
        zh: "……另有 \(rest) 处问题未列出，全部问题可用 --findings 文件 写出", en: "... and \(rest) more; --findings FILE writes all of them"))
  }

  private static let findingsShown = 50

  private func text(_ notice: CellNotice, _ language: Language) -> String {
    let value = notice.value.map { language(zh: "“\($0)”", en: " \"\($0)\"") } ?? ""
    return language(
      zh:
        "提示：\(notice.file) 列“\(notice.column.label)”有 \(notice.count) 格\(notice.reading.text(in: language))（第 \(notice.line) 行\(value)"
        + "\(notice.count > 1 ? "等" : "")）",
      en: "Note: \(notice.file), column \(notice.column.name): \(notice.count) \(notice.count == 1 ? "cell" : "cells"): "
        + "\(notice.reading.text(in: language)) (line \(notice.line)\(value)\(notice.count > 1 ? ", ..." : ""))")
  }

  private func text(_ count: ContradictionsStored, _ language: Language) -> String {
    language(
      zh: "核对提示：\(count.kind.chinese) \(count.stored) 处" + (count.new > 0 ? "，其中本次新增 \(count.new) 处" : ""),
      en: "To check: \(count.kind.english): \(count.stored)" + (count.new > 0 ? ", \(count.new) of them new" : ""))
  }

  private func text(_ table: TableReport, _ language: Language) -> String {
    let encoding = table.encoding.rawValue + (table.hasByteOrderMark ? language(zh: "（带 BOM）", en: " with BOM") : "")
    let rows = table.rows
    var text = language(
      zh: "\(Table[table.table].label) \(table.file)（\(encoding)）：",
      en: "\(table.table.rawValue) \(table.file) (\(encoding)): ")
    if table.isKnown {
      return text
        + language(
          zh: "与上次导入相同，未变 \(rows.unchanged) 行", en: "as imported last, \(rows.unchanged) rows unchanged")
    }
    if report.outcome == .rejected {
      return text + language(zh: "错误 \(rows.rejected) 行", en: "\(rows.rejected) rows wrong")
    }
    text += language(
      zh: "新增 \(rows.inserted)，更新 \(rows.updated)，未变 \(rows.unchanged)，拒收 \(rows.rejected)",
      en: "\(rows.inserted) inserted, \(rows.updated) updated, \(rows.unchanged) unchanged, \(rows.rejected) rejected")
    if let rate = rate(rows.total, table.elapsed) { text += language(zh: "，\(rate) 行/秒", en: ", \(rate) rows/s") }
    if let file = table.rejectFile { text += language(zh: "；拒收行见 \(file)", en: "; rejected rows in \(file)") }
    return text
  }

  private func conclusion(_ language: Language) -> String {
    let rows = report.rows
    let seconds = seconds(report.elapsed)
    switch report.outcome {
    case .rejected:
      return language(
        zh: "\(city.chinese)：发现 \(report.findingCount) 处问题，未导入任何数据。请改正后重新导入，或用 --quarantine 只导入正确的行。",
        en: "\(report.city): \(report.findingCount) problems, nothing stored. Correct them and import again, or use "
          + "--quarantine to store the good rows.")
    case .checked:
      return language(
        zh: "\(city.chinese)：检查完毕，\(rows.total) 行，\(report.findingCount) 处问题；试运行，未导入任何数据。（\(seconds) 秒）",
        en: "\(report.city): \(rows.total) rows checked, \(report.findingCount) problems; a dry run, nothing stored "
          + "(\(seconds) s)")
    case .stored, .unchanged:
      let rate = rate(rows.total, report.elapsed).map { language(zh: "，\($0) 行/秒", en: ", \($0) rows/s") } ?? ""
      return language(
        zh: "\(city.chinese)：第 \(report.number ?? 0) 次导入完成，新增 \(rows.inserted)，更新 \(rows.updated)，未变 \(rows.unchanged)，"
          + "拒收 \(rows.rejected)。（\(seconds) 秒\(rate)）",
        en: "\(report.city): import \(report.number ?? 0) done, \(rows.inserted) inserted, \(rows.updated) updated, "
          + "\(rows.unchanged) unchanged, \(rows.rejected) rejected (\(seconds) s\(rate))")
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
    .object([
      ("city", .string(report.city)),
      ("outcome", .string(report.outcome.rawValue)),
      ("dry_run", .bool(report.isDryRun)),
      ("import", report.number.map { .number(String($0)) } ?? .null),
      ("watermark", report.watermark.map { .string($0) } ?? .null),
      ("seconds", .number(seconds(report.elapsed))),
      ("rows", json(report.rows)),
      ("tables", .array(report.tables.map(json))),
      ("finding_count", .number(String(report.findingCount))),
      ("summary", .array(report.summary.map { json($0, language) })),
      ("findings", .streamed { item in try findings.read(item) }),
      ("warnings", .array(report.warnings.map { .string($0.text(in: language)) })),
      ("cell_notices", .array(report.cellNotices.map { json($0, language) })),
      ("contradictions", .array(report.contradictions.map { json($0, language) })),
      ("notices", .array(report.notices.map { json($0, language) })),
      ("passed_over", .array(report.passedOver.map { json($0, language) })),
    ])
  }

  private func json(_ notice: FileNotice, _ language: Language) -> JSON {
    .object([
      ("file", .string(notice.file)), ("kind", .string(notice.name)), ("count", .number(String(notice.count))),
      ("message", .string(notice.text(in: language))),
    ])
  }

  private func json(_ entry: PassedOver, _ language: Language) -> JSON {
    .object([
      ("path", .string(entry.path)), ("reason", .string(entry.reason.name)),
      ("message", .string(entry.text(in: language))),
    ])
  }

  private func json(_ rows: RowCounts) -> JSON {
    .object([
      ("inserted", .number(String(rows.inserted))), ("updated", .number(String(rows.updated))),
      ("unchanged", .number(String(rows.unchanged))), ("rejected", .number(String(rows.rejected))),
    ])
  }

  private func json(_ table: TableReport) -> JSON {
    .object([
      ("table", .string(table.table.rawValue)), ("file", .string(table.file)),
      ("encoding", .string(table.encoding.rawValue)), ("byte_order_mark", .bool(table.hasByteOrderMark)),
      ("bytes", .number(String(table.byteSize))), ("sha256", .string(table.sha256)), ("known", .bool(table.isKnown)),
      ("rows", json(table.rows)), ("reject_file", table.rejectFile.map { .string($0) } ?? .null),
      ("seconds", .number(seconds(table.elapsed))),
    ])
  }

  private static func json(_ finding: Finding, _ language: Language) -> JSON {
    .object([
      ("file", .string(finding.file)), ("line", .number(String(finding.line))),
      ("column", finding.column.map { .string($0.name) } ?? .null),
      ("value", finding.value.map { .string($0) } ?? .null), ("problem", .string(finding.problem.name)),
      ("expected", .string(finding.problem.text(in: language))),
      ("proposal", finding.problem.proposal(in: language).map { .string($0) } ?? .null),
      ("message", .string(finding.text(in: language))),
    ])
  }

  private func json(_ summary: FindingSummary, _ language: Language) -> JSON {
    .object([
      ("file", .string(summary.first.file)), ("column", summary.first.column.map { .string($0.name) } ?? .null),
      ("problem", .string(summary.first.problem.name)), ("count", .number(String(summary.count))),
      ("first_line", .number(String(summary.first.line))), ("message", .string(summary.text(in: language))),
    ])
  }

  private func json(_ notice: CellNotice, _ language: Language) -> JSON {
    .object([
      ("file", .string(notice.file)), ("column", .string(notice.column.name)), ("kind", .string(notice.reading.rawValue)),
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
