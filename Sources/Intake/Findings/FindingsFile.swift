public import CadreModel
import DataContract
import Files
import Messages
import Spreadsheet

/// All findings of an import as a CSV file that grows while the rows run through: file, line, column, value, what was expected,
/// kind, proposal. Where a workbook is among the files, sheet and cell stand behind the file.
///
/// It is written under another name and gets its own when the import is over, whatever became of the rows.
public final class FindingsFile {
  private let path: String
  let language: Language
  private let hasSheets: Bool
  private let sink: FileSink
  private var writer: CSVWriter
  private var written = 0

  /// - Parameter hasSheets: whether a workbook is among the files.
  /// - Throws: `ImportError.findingsFile`.
  init(path: String, language: Language, hasSheets: Bool) throws(ImportError) {
    self.path = path
    self.language = language
    self.hasSheets = hasSheets
    writer = CSVWriter(byteOrderMark: language == .chinese)
    do throws(SpreadsheetError) {
      sink = try FileSink(path: "\(path).\(String(UInt32.random(in: 0...UInt32.max), radix: 36)).part")
    } catch {
      throw Self.failure(path, error)
    }
    var headings = FindingsFileMessages.headings
    if hasSheets { headings.insert(contentsOf: FindingsFileMessages.sheetHeadings, at: 1) }
    writer.appendRecord(headings.map { $0.text(in: language) })
  }

  private static func failure(_ path: String, _ error: SpreadsheetError) -> ImportError {
    guard case .file(_, let reason) = error else { return .unreadable(path: path, error) }
    return .findingsFile(path: path, reason: reason)
  }

  /// How far the file is, for `rewind`.
  var position: Int { written + writer.bytes.count }

  func append(_ finding: Finding) throws(ImportError) {
    let place = finding.place
    append(
      finding.file, place.sheet, place.cell,
      [
        String(place.line), finding.column?.called.text(in: language) ?? "",
        finding.value.map { shown($0) } ?? "", finding.problem.text(in: language), finding.problem.name,
        finding.problem.proposal(for: finding.value, in: language) ?? "",
      ])
    if writer.bytes.count > 1 << 18 { try flush() }
  }

  /// A line on many cells or rows at once, or on one row that is right: what it is about stands where its value would.
  func append(
    file: String, sheet: String? = nil, cell: String? = nil, line: Int? = nil, column: String = "", value: String = "",
    told: String, kind: String, proposal: String = ""
  ) throws(ImportError) {
    append(file, sheet, cell, [line.map(String.init) ?? "", column, value, told, kind, proposal])
    if writer.bytes.count > 1 << 18 { try flush() }
  }

  private func append(_ file: String, _ sheet: String?, _ cell: String?, _ rest: [String]) {
    writer.append(file)
    if hasSheets {
      writer.append(sheet.map { shown($0) } ?? "")
      writer.append(cell ?? "")
    }
    for part in rest { writer.append(part) }
    writer.endRecord()
  }

  /// Takes back what was written since: a file's rows are read anew.
  func rewind(to position: Int) throws(ImportError) {
    try flush()
    do throws(SpreadsheetError) {
      try sink.truncate(to: position)
    } catch {
      throw Self.failure(path, error)
    }
    written = position
  }

  private func flush() throws(ImportError) {
    let bytes = writer.take()
    do throws(SpreadsheetError) {
      try sink.write(bytes)
    } catch {
      throw Self.failure(path, error)
    }
    written += bytes.count
  }

  /// Returns when all of it is on the disk, still under another name: a full disk must be known before anything is stored.
  func settle() throws(ImportError) {
    try flush()
    do throws(SpreadsheetError) {
      try sink.synchronize()
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Puts the file in its place.
  ///
  /// - Parameter number: of the import, where one was stored.
  func show(after number: Int?) throws(ImportError) {
    do throws(SpreadsheetError) {
      try sink.rename(to: path)
    } catch {
      guard case .file(_, let reason) = error else { throw Self.failure(path, error) }
      throw .findingsLeft(at: sink.path, wanted: path, number: number, reason: reason)
    }
  }

  func discard() {
    sink.remove()
  }
}

extension Problem {
  /// What may be put in the cell's place, where that can be told.
  ///
  /// - Parameter value: what stands there: a code that is nothing like it is no proposal, however near it comes of all.
  public func proposal(for value: String?, in language: Language) -> String? {
    switch self {
    case .lostZeros(let meant): meant
    case .code(let codes): Self.proposal(of: codes, for: value, in: language)
    case .tag(let tag, let codes): Self.proposal(of: codes, for: tag, in: language)
    case .clause(let nearest), .indicator(let nearest): nearest.first
    case .dateWithTime: ProposalMessages.dayAlone.text(in: language)
    case .scientific, .identityZeroed, .digitsLost: ProposalMessages.asText.text(in: language)
    case .shiftedRow(let by):
      (by > 0 ? ProposalMessages.moveLeft : ProposalMessages.moveRight).text(in: language)
    case .wrongTable(let table): "\(table.rawValue).csv"
    case .wrongSheet(let table): language(zh: table.called.chinese, en: table.called.english)
    default: nil
    }
  }

  private static func proposal(of codes: [Code], for value: String?, in language: Language) -> String? {
    guard let first = codes.first, let value, NearMiss.isNear(value, to: first.names) else { return nil }
    return language(zh: first.label, en: first.code)
  }
}
