import Foundation
import Workbook

/// The corpus: files as programs write them and people spoil them, beside each the cells that are in it.
enum CorpusFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Corpus/files")

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return all.filter { $0.hasSuffix(".tsv") }.map { String($0.dropLast(4)) }.sorted()
  }()

  static func path(_ name: String) -> String {
    let plain = folder.appending(path: name + ".xlsx").path()
    return FileManager.default.fileExists(atPath: plain) ? plain : folder.appending(path: name + ".xlsm").path()
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: path(name))))
  }

  static func expected(_ name: String) throws -> [String] {
    let text = try String(contentsOf: folder.appending(path: name + ".tsv"), encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }
}

/// A workbook as the lines that stand beside it in the corpus.
enum Transcript {
  static func lines(_ open: () throws -> WorkbookFile) -> [String] {
    var lines: [String] = []
    do {
      let file = try open()
      for sheet in file.sheets {
        lines.append("#sheet\t\(escaped(sheet.name))\t\(sheet.kind == .cells ? "\(sheet.visibility)" : "other")")
        if sheet.kind == .cells { try append(file, sheet, to: &lines) }
      }
    } catch let error as WorkbookReadingError {
      lines.append("!" + name(of: error))
    } catch {
      lines.append("!\(error)")
    }
    return lines
  }

  private static func append(_ file: WorkbookFile, _ sheet: Sheet, to lines: inout [String]) throws {
    let reader = try file.reader(of: sheet)
    var batch = RowBatch()
    while try reader.read(into: &batch) {
      for row in batch.rows {
        for cell in batch.cells[row.cells] {
          let (kind, flags) = words(cell, row)
          let reference = CellReference(row: row.number, column: cell.column).text
          lines.append([reference, kind, escaped(batch.string(of: cell)), flags].joined(separator: "\t"))
        }
      }
    }
    lines += reader.mergedRanges.map { "#merged\t\($0.text)" }
    lines += reader.hiddenColumns.map { "#hiddenColumns\t\($0.lowerBound)-\($0.upperBound)" }
  }

  private static func words(_ cell: FoundCell, _ row: RowBatch.Row) -> (kind: String, flags: String) {
    var flags: [String] = []
    let kind: String
    switch cell.content {
    case .blank: kind = "blank"
    case .text: kind = "text"
    case .number(_, let precision):
      kind = "number"
      if precision != .exact { flags.append("\(precision)") }
    case .percent(_, let precision):
      kind = "percent"
      if precision != .exact { flags.append("\(precision)") }
    case .date(_, let shape):
      kind = "date"
      if shape != .day { flags.append("\(shape)") }
    case .time: kind = "time"
    case .duration: kind = "duration"
    case .dateOutOfRange: kind = "outOfRange"
    case .boolean: kind = "boolean"
    case .error: kind = "error"
    }
    if cell.formula == .stored { flags.append("formula") }
    if cell.formula == .withoutValue { flags.append("withoutValue") }
    if cell.isTextFormatted { flags.append("textFormatted") }
    if row.isHidden { flags.append("hiddenRow") }
    return (kind, flags.sorted().joined(separator: " "))
  }

  /// What the error is and where: not in whose words.
  private static func name(of error: WorkbookReadingError) -> String {
    switch error {
    case .cannotOpen: "cannotOpen\t"
    case .notAFile: "notAFile\t"
    case .notAWorkbook(let kind): "notAWorkbook.\(kind)\t"
    case .damagedArchive: "damagedArchive\t"
    case .damagedPart(_, let place, _): "damagedPart\t" + text(place)
    case .malformedXML(_, let place, _, _): "malformedXML\t" + text(place)
    case .documentType: "documentType\t"
    case .unknownEncoding: "unknownEncoding\t"
    case .missingPart: "missingPart\t"
    case .unexpectedPart: "unexpectedPart\t"
    case .overLimit(let limit, _, _): "overLimit.\(limit)\t"
    case .badCell(let fault, _, let place): "badCell.\(fault)\t" + text(place)
    case .noScratchFile: "noScratchFile\t"
    }
  }

  private static func text(_ place: WorkbookPlace) -> String {
    guard let sheet = place.sheet else { return "" }
    if let cell = place.cell { return sheet + "!" + cell }
    return place.row.map { sheet + "!\($0)" } ?? sheet
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
