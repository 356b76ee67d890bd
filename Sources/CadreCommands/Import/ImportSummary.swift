import CadreModel
import DataContract
import Intake
import Spreadsheet

/// What an import did, for people and for machines.
struct ImportSummary {
  private let report: ImportReport

  init(_ report: ImportReport) {
    self.report = report
  }

  /// Findings and warnings to standard error, the summary to standard output.
  func print(in language: Language) {
    for entry in report.passedOver { Terminal.report(entry.text(in: language)) }
    for notice in report.notices { Terminal.report(notice.text(in: language)) }
    for warning in report.warnings { Terminal.report(text(warning, language)) }
    for finding in report.findings { Terminal.report(finding.text(in: language)) }
    let rest = report.findingCount - report.findings.count
    if rest > 0 { Terminal.report(language(zh: "……另有 \(rest) 处问题未列出", en: "... and \(rest) more")) }
    if report.wasAnswerLost {
      Terminal.report(
        language(
          zh: "提示：提交时数据库连接中断；已核实：本次导入已入库",
          en: "Note: the connection was lost during the commit; looked up: this import is stored"))
    }
    for table in report.tables { Terminal.print(text(table, language)) }
    Terminal.print(conclusion(language))
  }

  private func text(_ warning: HeadingWarning, _ language: Language) -> String {
    let hint = warning.nearest.map { language(zh: "，是否应为“\($0)”？", en: "; did it mean \"\($0)\"?") } ?? ""
    return language(
      zh: "提示：\(warning.file) 的列“\(warning.heading)”不是该表的列，已忽略\(hint)",
      en: "Note: \(warning.file): no column is headed \"\(warning.heading)\": ignored\(hint)")
  }

  private func text(_ table: TableReport, _ language: Language) -> String {
    let encoding = table.encoding.rawValue + (table.hasByteOrderMark ? language(zh: "（带 BOM）", en: " with BOM") : "")
    let rows = table.rows
    var text = language(
      zh: "\(Table[table.table].label) \(table.file)（\(encoding)）：",
      en: "\(table.table.rawValue) \(table.file) (\(encoding)): ")
    if table.isKnown {
      return text + language(
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
        zh: "\(report.city)：发现 \(report.findingCount) 处问题，未导入任何数据。请改正后重新导入，或用 --quarantine 只导入正确的行。",
        en: "\(report.city): \(report.findingCount) problems, nothing stored. Correct them and import again, or use "
          + "--quarantine to store the good rows.")
    case .checked:
      return language(
        zh: "\(report.city)：检查完毕，\(rows.total) 行，\(report.findingCount) 处问题；试运行，未导入任何数据。（\(seconds) 秒）",
        en: "\(report.city): \(rows.total) rows checked, \(report.findingCount) problems; a dry run, nothing stored "
          + "(\(seconds) s)")
    case .stored, .unchanged:
      let rate = rate(rows.total, report.elapsed).map { language(zh: "，\($0) 行/秒", en: ", \($0) rows/s") } ?? ""
      return language(
        zh: "\(report.city)：第 \(report.number ?? 0) 次导入完成，新增 \(rows.inserted)，更新 \(rows.updated)，未变 \(rows.unchanged)，"
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
  func json(_ language: Language) -> JSON {
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
      ("findings", .array(report.findings.map { json($0, language) })),
      ("warnings", .array(report.warnings.map { .string(text($0, language)) })),
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

  private func json(_ finding: Finding, _ language: Language) -> JSON {
    .object([
      ("file", .string(finding.file)), ("line", .number(String(finding.line))),
      ("column", finding.column.map { .string($0.name) } ?? .null),
      ("value", finding.value.map { .string($0) } ?? .null), ("problem", .string(finding.problem.name)),
      ("message", .string(finding.text(in: language))),
    ])
  }
}
