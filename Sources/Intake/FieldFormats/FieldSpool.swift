import DataContract
import FieldFormats
import Files
import Spreadsheet

/// Where the rows of a spooled file came from, and what is wrong with them beside their cells.
struct FieldOrigin: Sendable, Hashable {
  /// What the file is called: its rows came from several, whose names may be names of persons.
  let name: String
  /// A row each; the first is in line 2.
  private let rows: [FieldRow]

  init(name: String, rows: [FieldRow]) {
    self.name = name
    // The cells are in the file.
    self.rows = rows.map { FieldRow(place: $0.place, cells: [:], problems: $0.problems) }
  }

  func place(ofLine line: Int) -> FieldPlace? {
    rows.indices.contains(line - 2) ? rows[line - 2].place : nil
  }

  func hasProblems(inLine line: Int) -> Bool {
    rows.indices.contains(line - 2) && !rows[line - 2].problems.isEmpty
  }

  /// The findings of a row with the place that its reader knows. What is known to be wrong with a column stands for what was found
  /// there.
  func restated(_ findings: [Finding], ofLine line: Int, _ table: Table) -> [Finding] {
    guard let place = place(ofLine: line) else { return findings }
    let problems = rows[line - 2].problems
    let known = table.columns.compactMap { column in
      problems[column.name].map { Finding(file: place.file, line: place.line, column: column, .field($0)) }
    }
    let others = findings.filter { finding in finding.column.map { problems[$0.name] == nil } ?? true }
    return known
      + others.map { finding in
        var problem = finding.problem
        if case .duplicate(let first) = problem, let first = self.place(ofLine: first.line) {
          problem = .field(.samePersonTwice(file: first.file, line: first.line))
        }
        return Finding(file: place.file, line: place.line, column: finding.column, value: finding.value, problem)
      }
  }
}

/// The rows of the field's formats as files of the contract, in a folder that nobody else may read and that is gone with the import.
final class FieldSpool {
  private let folder: TemporaryFolder
  private(set) var files: [(table: TableName, path: String, origin: FieldOrigin)] = []

  init(_ rows: FieldRows, fileCount: Int) throws(ImportError) {
    do {
      folder = try TemporaryFolder(named: "cadre-forms")
    } catch {
      throw .spillFile(folder: OpenFile.temporaryFolder, reason: error)
    }
    for name in TableName.allCases {
      guard let rows = rows.tables[name] else { continue }
      let path = "\(folder.path)/\(name.rawValue).csv"
      try write(rows, of: Table[name], to: path)
      let origin = FieldOrigin(name: "\(name.rawValue) (\(fileCount))", rows: rows)
      files.append((name, path, origin))
    }
  }

  private func write(_ rows: [FieldRow], of table: Table, to path: String) throws(ImportError) {
    do throws(SpreadsheetError) {
      let sink = try FileSink(path: path)
      var writer = CSVWriter(byteOrderMark: false, guardsFormulas: false)
      writer.appendRecord(table.columns.map(\.name))
      for row in rows {
        // A row is a line: so its place is known by the line alone.
        writer.appendRecord(
          table.columns.map { column in
            (row.cells[column.name] ?? "").replacing("\r\n", with: " ").replacing("\n", with: " ").replacing("\r", with: " ")
          })
        if writer.bytes.count > 1 << 18 { try sink.write(writer.take()) }
      }
      try sink.write(writer.take())
    } catch {
      guard case .file(_, let reason) = error else { throw .unreadable(path: path, error) }
      throw .spillFile(folder: folder.path, reason: reason)
    }
  }
}
