import Bytes
import CadreModel
import Messages
import PolicyKit
import Results
import Spreadsheet

/// `units.csv`: one row a unit and indicator, written as bytes, for there are many.
struct UnitsFile {
  let figures: CityFigures
  let units: [UnitFigures]
  let language: Language

  static let columns =
    [
      TableColumn(.identifier, ColumnHeadings.unitID), TableColumn(.text, ColumnHeadings.unitName),
      TableColumn(.count, ColumnHeadings.depth), TableColumn(.identifier, ColumnHeadings.indicator),
      TableColumn(.text, ColumnHeadings.title),
    ] + IndicatorColumns.counts + IndicatorColumns.rates

  /// - Returns: the number of rows.
  func write(into file: OutputFile) throws(OutputError) -> Int {
    var table = CSVTable(Self.columns, language: language)
    var bytes = table.take()
    var rows = 0
    let indicators = figures.indicators.map { entry in
      (cells: Self.cells([entry.indicator.id, entry.title(in: language)]), isComplete: entry.missingTables.isEmpty)
    }
    for unit in units {
      let cells = Self.cells([unit.id, unit.name, unit.id.isEmpty ? "" : String(unit.depth)])
      for (position, tally) in unit.tallies {
        let indicator = indicators[position]
        bytes += cells
        bytes += indicator.cells
        for status in Tally.reported {
          bytes.append(number: tally[status])
          bytes.append(.comma)
        }
        if indicator.isComplete { tally.compliance?.append(to: &bytes) }
        bytes.append(.comma)
        if indicator.isComplete { tally.completion?.append(to: &bytes) }
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
        rows += 1
      }
      if bytes.count > 1 << 16 {
        try file.write(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    try file.write(bytes)
    return rows
  }

  /// Cells, each with the comma behind.
  private static func cells(_ texts: [String]) -> [UInt8] {
    var writer = CSVWriter(byteOrderMark: false)
    for text in texts { writer.append(text) }
    return writer.take() + [.comma]
  }
}
