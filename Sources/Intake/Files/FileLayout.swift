import Bytes
import DataContract
import Spreadsheet

/// How a file is laid out: what separates its cells, and in which line its headings stand.
struct FileLayout: Sendable, Hashable {
  var separator = Separator.comma
  /// The line of the row of headings, from 1.
  var headingLine = 1
  /// A first line `sep=;`.
  var hasSeparatorLine = false
  /// Why no row can be relied on to be that of the headings.
  var doubt: Problem?

  /// Headings stand in one of so many lines.
  static let linesLookedAt = 10
  /// No table has as many columns as would be needed to come near this.
  static let headingLimit = 256

  init() {}

  /// Looks for the headings among a file's first lines.
  init(path: String, table: Table, encoding: TextEncoding) throws(SpreadsheetError) {
    let first = try FirstRows(path: path, separator: .comma, encoding: encoding)
    let setting = first.separatorSetting
    hasSeparatorLine = setting != nil
    let set = setting.flatMap { $0 }.map { [$0] } ?? []
    var best: Candidate?
    var firstLine: [Separator: Int] = [:]
    for separator in set + Separator.allCases.filter({ !set.contains($0) }) {
      let rows = separator == .comma ? first : try FirstRows(path: path, separator: separator, encoding: encoding)
      let candidates = rows.candidates(for: table, from: hasSeparatorLine ? 1 : 0)
      if let found = candidates.first(where: \.isHeading) {
        self.separator = separator
        headingLine = found.line
        return
      }
      firstLine[separator] = candidates.first?.line
      for candidate in candidates where candidate.known > (best?.known ?? -1) { best = candidate }
    }
    settle(for: best, table, firstLine: best.flatMap { firstLine[$0.separator] })
  }

  /// Looks for the headings among a sheet's first rows.
  init(_ rows: [SheetRow], table: Table) {
    let candidates = rows.filter { $0.headings.contains { $0.isGiven } }.prefix(Self.linesLookedAt).enumerated().map {
      Candidate($1.number, $1.headings, separator: .comma, table: table, isFirst: $0 == 0)
    }
    if let found = candidates.first(where: \.isHeading) {
      headingLine = found.line
      return
    }
    let best = candidates.reduce(nil as Candidate?) { best, next in next.known > (best?.known ?? -1) ? next : best }
    settle(for: best, table, firstLine: candidates.first?.line)
    if case .wrongTable(let other) = doubt { doubt = .wrongSheet(other) }
  }

  /// Whether a row is surely that of the headings.
  var isCertain: Bool { doubt == nil }

  /// No row is surely that of the headings.
  ///
  /// - Parameters:
  ///   - best: the row with most of them.
  ///   - firstLine: where the first row with anything in it stands.
  private mutating func settle(for best: Candidate?, _ table: Table, firstLine: Int?) {
    guard let best else {
      headingLine = Self.linesLookedAt + 1
      doubt = .noHeadings(line: headingLine, known: 0, given: 0)
      return
    }
    separator = best.separator
    // Where the headings are in doubt, no line above may be ignored.
    headingLine = firstLine ?? best.line
    // With columns of its own it was read before headings were looked for, and is read still.
    if best.isFirst && best.hasAllRequired(of: table) { return }
    if let other = Self.otherTable(than: table, best) {
      doubt = .wrongTable(other)
    } else if best.known == 0 || !best.isFirst {
      doubt = .noHeadings(line: best.line, known: best.known, given: best.headings.filter(\.isGiven).count)
    }
  }

  /// The table whose headings these are.
  private static func otherTable(than table: Table, _ candidate: Candidate) -> TableName? {
    Table.all.first { other in
      other.name != table.name
        && Candidate(candidate.line, candidate.headings, separator: candidate.separator, table: other, isFirst: true).isHeading
    }?.name
  }
}

/// One of a sheet's first rows.
struct SheetRow: Sendable {
  let number: Int
  let headings: [Heading]
}

/// A row that may be that of the headings.
private struct Candidate {
  let line: Int
  let headings: [Heading]
  let separator: Separator
  let known: Int
  /// Whether it is the file's first row with anything in it.
  let isFirst: Bool

  init(_ line: Int, _ headings: [Heading], separator: Separator, table: Table, isFirst: Bool) {
    self.line = line
    self.headings = headings
    self.separator = separator
    self.isFirst = isFirst
    known = headings.count { $0.column(of: table) != nil || $0.isReasons }
  }

  func hasAllRequired(of table: Table) -> Bool {
    let found = Set(headings.compactMap { $0.column(of: table) })
    return table.columns.indices.allSatisfy { table.columns[$0].presence == .optional || found.contains($0) }
  }

  /// Whether at least three quarters of the given cells are headings.
  var isHeading: Bool {
    let given = headings.count { $0.isGiven }
    return given > 0 && known * 4 >= given * 3
  }
}

/// A file's first rows, cut at one separator.
private struct FirstRows {
  let separator: Separator
  private var rows: [(line: Int, headings: [Heading])] = []

  init(path: String, separator: Separator, encoding: TextEncoding) throws(SpreadsheetError) {
    self.separator = separator
    let converter = encoding == .gb18030 ? try GB18030Converter(.toUTF8) : nil
    var reader = CSVReader(source: try FileSource(path: path), separator: separator)
    var batch = RecordBatch(capacity: 1 << 16)
    do throws(SpreadsheetError) {
      while try reader.read(into: &batch) {
        for record in batch.records {
          guard record.line <= FileLayout.linesLookedAt else { return }
          let bytes = batch.bytes.span
          let headings = (0..<min(record.cellCount, FileLayout.headingLimit)).map { cell in
            Heading(bytes.extracting(batch.cells[record.firstCell + cell].range), converter)
          }
          rows.append((record.line, headings))
        }
      }
    } catch {
      // Whoever reads the rows comes upon it again, and says so in its place.
      guard case .recordTooLong = error else { throw error }
    }
  }

  /// What a first line `sep=;` sets; nil inside when it is no separator of ours, nil where there is no such line.
  var separatorSetting: Separator?? {
    guard let first = rows.first, first.line == 1, let text = first.headings.first?.shown.lowercased(),
      text.hasPrefix("sep="), first.headings.dropFirst().allSatisfy({ !$0.isGiven })
    else { return nil }
    // `sep=,` is itself cut at the comma, and the tab of `sep=<tab>` trimmed.
    switch text.dropFirst(4) {
    case ",", "": return .some(first.headings.count > 1 ? .comma : nil)
    case ";": return .some(.semicolon)
    default: return .some(nil)
    }
  }

  func candidates(for table: Table, from start: Int) -> [Candidate] {
    let given = rows.dropFirst(start).filter { $0.headings.contains { $0.isGiven } }
    return given.enumerated().map { index, row in
      Candidate(row.line, row.headings, separator: separator, table: table, isFirst: index == 0)
    }
  }
}
