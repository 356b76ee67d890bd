import CadreModel
import DataContract
import PolicyKit
import Spreadsheet

/// What each indicator needs of the tables that a city hands in: `cadre catalogue --needs`.
struct NeedsText: CatalogueListing {
  let rows: [CatalogueRow]
  let language: Language
  private let needs: [String: [NeededColumns]]

  init(rows: [CatalogueRow], language: Language) throws {
    self.rows = rows.filter { $0.indicator != nil }
    self.language = language
    var needs: [String: [NeededColumns]] = [:]
    for row in self.rows {
      // Whatever the day, the columns are the same.
      guard let indicator = row.indicator, let judging = row.policy.judging(asOf: row.policy.configuration.effectiveOn) else {
        continue
      }
      needs[indicator.id] = try NeededColumns.of(indicator, in: judging)
    }
    self.needs = needs
  }

  private func name(_ table: TableName) -> String {
    language(zh: "\(Table[table].label)（\(table.rawValue)）", en: table.rawValue)
  }

  private func names(_ columns: [DataContract.Column]) -> String {
    columns.map { language(zh: $0.label, en: $0.name) }.joined(separator: language(zh: "、", en: ", "))
  }

  private func role(_ needed: NeededColumns) -> String {
    needed.isDecisive
      ? language(zh: "必须报送", en: "must be handed in") : language(zh: "用以确定对象和单位", en: "tells who and where")
  }

  private func entries(_ row: CatalogueRow) -> [NeededColumns] {
    row.indicator.flatMap { needs[$0.id] } ?? []
  }

  var table: String {
    var lines: [String] = []
    for row in rows {
      lines += lines.isEmpty ? [] : [""]
      lines.append("\(row.indicator?.id ?? "")  \(row.indicator?.title.text(in: language) ?? "")")
      for needed in entries(row) {
        let optional = needed.optionalColumns
        let note =
          optional.isEmpty
          ? "" : language(zh: "；其中可不填、但判定要用的：\(names(optional))", en: "; optional, but judged by: \(names(optional))")
        lines.append(
          "  \(name(needed.table))  [\(role(needed))]" + language(zh: "：", en: ": ") + names(needed.columns) + note)
      }
    }
    return lines.joined(separator: "\n")
  }

  var csv: [UInt8] {
    var writer = CSVWriter(byteOrderMark: language == .chinese)
    writer.appendRecord(
      language == .chinese
        ? ["政策", "指标", "指标名称", "表", "用途", "列", "可不填而判定要用的列"]
        : ["policy", "indicator", "title", "table", "role", "columns", "optional_columns"])
    for row in rows {
      for needed in entries(row) {
        writer.appendRecord([
          row.policy.code, row.indicator?.id ?? "", row.indicator?.title.text(in: language) ?? "", name(needed.table),
          role(needed), names(needed.columns), names(needed.optionalColumns),
        ])
      }
    }
    return writer.take()
  }

  var json: JSON {
    .array(
      rows.map { row in
        .object([
          ("policy", .string(row.policy.code)), ("indicator", .string(row.indicator?.id ?? "")),
          (
            "tables",
            .array(
              entries(row).map { needed in
                .object([
                  ("table", .string(needed.table.rawValue)), ("must_be_handed_in", .bool(needed.isDecisive)),
                  ("columns", .array(needed.columns.map { .string($0.name) })),
                  ("optional_columns", .array(needed.optionalColumns.map { .string($0.name) })),
                ])
              })
          ),
        ])
      })
  }

  var markdown: String {
    var lines = [
      language(zh: "| 指标 | 表 | 用途 | 列 | 可不填而判定要用的列 |", en: "| indicator | table | role | columns | optional columns |"),
      "|---|---|---|---|---|",
    ]
    for row in rows {
      for needed in entries(row) {
        lines.append(
          "| \(row.indicator?.id ?? "") \(row.indicator?.title.text(in: language) ?? "") | \(name(needed.table)) "
            + "| \(role(needed)) | \(names(needed.columns)) | \(names(needed.optionalColumns)) |")
      }
    }
    return lines.joined(separator: "\n")
  }
}
