import CadreModel
import Digest
import Files
import Messages
import Reporting

/// A table's file while it is written and until it has been handed out: in a folder that is gone when nobody holds it any more.
final class TableDraft: Sendable {
  let folder: TemporaryFolder
  let name: String

  init(name: String) throws {
    self.name = name
    folder = try TemporaryFolder(named: "cadre-table")
  }

  var path: String { "\(folder.path)/\(name)" }
  var csv: String { "\(folder.path)/rows.csv" }
}

/// Rows of a table on their way into a file, a few at a time.
final class TableSink {
  private let file: OpenFile
  private var table: CSVTable

  init(_ path: String, _ columns: [TableColumn], _ language: Language) throws {
    file = try OpenFile(path, for: .making(permissions: 0o600))
    table = CSVTable(columns, language: language)
  }

  func append(_ rows: [DataRow]) throws {
    for row in rows { table.append(row.cells.map(\.text)) }
    try flush()
  }

  func flush() throws { try file.write(table.take()) }
}

extension TableDraft {
  /// Makes the file as it was asked for of the rows that lie in `csv`.
  func finish(
    _ format: Download.Format, _ columns: [TableColumn], title: String, unit: Message, asOf: Day, _ language: Language
  ) throws -> (path: String, digest: String) {
    let path: String
    switch format {
    case .csv: path = csv
    case .xlsx:
      path = self.path
      try TableBook(title: title, columns, unit: unit, asOf: asOf, language: language).write(csv, to: path, folder: folder.path)
    }
    let digest = SHA256()
    let file = try OpenFile(path, for: .reading)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try file.read(into: &buffer)
      guard count > 0 else { return (path, digest.finish()) }
      digest.update(buffer.span.extracting(0..<count))
    }
  }
}
