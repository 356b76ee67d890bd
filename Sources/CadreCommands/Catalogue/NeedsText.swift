import CadreModel
import DataContract
import Messages
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
    NeedsMessages.table(Table[table].label, table.rawValue).text(in: language)
  }

  private func names(_ columns: [DataContract.Column]) -> String {
    columns.map { language(zh: $0.label, en: $0.name) }.list.text(in: language)
  }

  private func role(_ needed: NeededColumns) -> String {
    (needed.isDecisive ? NeedsMessages.mustBeHandedIn : NeedsMessages.tellsWhoAndWhere).text(in: language)
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
          optional.isEmpty ? "" : NeedsMessages.optionalColumns(names(optional)).text(in: language)
        lines.append(
          "  \(name(needed.table))  [\(role(needed))]" + Punctuation.colon.text(in: language) + names(needed.columns) + note)
      }
    }
    return lines.joined(separator: "\n")
  }

  var csv: [UInt8] {
    var writer = CSVWriter(byteOrderMark: language == .chinese)
    writer.appendRecord(NeedsMessages.headings.map { $0.text(in: language) })
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
      NeedsMessages.markdownHeadings.text(in: language),
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
