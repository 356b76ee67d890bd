public import CadreModel
import DataContract

// What is no finding and yet is told: read otherwise than written, left out, not imported.

extension FindingsFile {
  func append(_ entry: PassedOver) throws(ImportError) {
    try append(file: shown(entry.path), told: entry.reason.text(language), kind: entry.reason.name)
  }

  func append(_ notice: FileNotice) throws(ImportError) {
    try append(file: shown(notice.file), told: notice.what(language), kind: notice.name)
  }

  func append(_ warning: HeadingWarning) throws(ImportError) {
    try append(
      file: warning.file, column: warning.heading ?? "", told: warning.what(language), kind: HeadingWarning.name,
      proposal: warning.nearest ?? "")
  }

  func append(_ notice: CellNotice) throws(ImportError) {
    try append(
      file: notice.file, line: notice.line, column: language(zh: notice.column.label, en: notice.column.name),
      value: notice.value ?? "",
      told: language(zh: "\(notice.count) 格", en: "\(notice.count) \(notice.count == 1 ? "cell" : "cells"): ")
        + notice.reading.text(in: language),
      kind: notice.reading.rawValue)
  }
}

extension HeadingWarning {
  /// A word for machines.
  static let name = "unknown_heading"

  /// One line: which heading, what was done, what may have been meant.
  public func text(in language: Language) -> String {
    language(zh: "提示：\(shown(file)) ", en: "Note: \(shown(file)): ") + what(language)
  }

  fileprivate func what(_ language: Language) -> String {
    let hint = nearest.map { language(zh: "，是否应为“\($0)”？", en: "; did it mean \"\($0)\"?") } ?? ""
    let named = heading.map { language(zh: "“\($0)”", en: "headed \"\($0)\"") }
    return language(
      zh: "第 \(position) 列\(named ?? "")不是该表的列，已忽略\(hint)",
      en: "column \(position)\(named.map { ", " + $0 + "," } ?? "") is none of the table: ignored\(hint)")
  }
}
