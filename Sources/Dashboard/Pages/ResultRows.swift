import CadreModel
import Messages
import PolicyKit
import Reporting
import Results

/// Results as rows of a table: each leads to why it is so.
struct ResultRows {
  let sight: Sight
  let run: RunPlace

  static let columns = [
    TableColumn(.words, ReportWords.subject), TableColumn(.identifier, ResultPageMessages.subjectID),
    TableColumn(.words, ReportWords.indicator), TableColumn(.identifier, ResultPageMessages.indicatorID),
    TableColumn(.status, ReportWords.status), TableColumn(.identifier, ReportWords.period),
    TableColumn(.day, ReportWords.due), TableColumn(.text, ResultPageMessages.class),
    TableColumn(.decimal, ResultPageMessages.observed), TableColumn(.decimal, ResultPageMessages.required),
    TableColumn(.sentence, ReportWords.reason), TableColumn(.words, ReportWords.responsibleUnit),
    TableColumn(.identifier, ResultPageMessages.unitID),
  ]

  /// What the screen shows below the cell before.
  static let folded: Set = [1, 3, 12]

  func table(_ id: String, _ rows: [ResultRow]) -> DataTable {
    var table = DataTable(id, Self.columns, rows.map(row))
    table.folded = Self.folded
    table.note = ResultPageMessages.reading
    table.nothing = ResultPageMessages.none
    return table
  }

  func row(_ row: ResultRow) -> DataRow {
    let language = sight.language
    return DataRow([
      DataCell(
        row.subjectName ?? row.subjectID, .explanation(run, indicator: row.indicator.id, subject: row.subjectID),
        below: row.subjectID),
      DataCell(row.subjectID),
      DataCell(row.indicator.title.text(in: language), .indicator(run, id: row.indicator.id), below: row.indicator.id),
      DataCell(row.indicator.id), DataCell(row.status, language), DataCell(row.period), DataCell(row.dueOn),
      DataCell(row.class?.label.text(in: language) ?? ""), DataCell(row.values.observed ?? ""),
      DataCell(row.values.required ?? ""), DataCell(row.reason),
      DataCell(row.unitName ?? "", row.unitID.map { .unit(run, id: $0) }, below: row.unitID), DataCell(row.unitID ?? ""),
    ])
  }
}
