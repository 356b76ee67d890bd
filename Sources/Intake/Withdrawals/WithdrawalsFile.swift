import Bytes
import CadreModel
import DataContract
import Digest
import Spreadsheet
import Workbook

/// A delivery's list of rows that are to go, read whole: it is short beside the tables.
struct WithdrawalsFile: Sendable, Hashable {
  let name: String
  /// Of a workbook.
  let sheet: String?
  let byteSize: Int
  let sha256: String
  let encoding: TextEncoding
  let hasByteOrderMark: Bool
  let rows: [Withdrawal]
  /// What is wrong with it, whatever is stored.
  let findings: [Finding]

  /// How it is written down, as it is remembered.
  var encodingName: String { sheet == nil ? encoding.rawValue : DeliveredFile.workbookEncoding }

  /// A row that is to go.
  struct Withdrawal: Sendable, Hashable {
    /// Of its key.
    let place: Place
    let table: TableName
    /// Its parts joined by `:`.
    let key: String
    let reason: String
  }

  /// - Throws: `ImportError.unreadable`, `ImportError.workbookUnreadable`, `ImportError.encodingUnclear`.
  init(_ list: DeliveredWithdrawals, in workbooks: OpenWorkbooks, encoding given: TextEncoding?) throws {
    if let sheet = list.sheet {
      try self.init(list.path, sheet, in: workbooks)
    } else {
      try self.init(list.path, encoding: given)
    }
  }

  private init(_ path: String, _ sheet: Sheet, in workbooks: OpenWorkbooks) throws {
    name = fileName(path)
    self.sheet = sheet.name
    let digest = try FileDigest(of: path)
    (byteSize, sha256) = (digest.byteSize, digest.sha256)
    (encoding, hasByteOrderMark) = (.utf8, false)
    var reading = Reading(name: name, sheet: sheet.name)
    let workbook = try workbooks.workbook(at: path)
    do throws(WorkbookReadingError) {
      let reader = try workbook.reader(of: sheet)
      var batch = RowBatch()
      while try reader.read(into: &batch) {
        for row in batch.rows {
          var cells: [String] = []
          for cell in batch.cells[row.cells] where cell.column <= FileLayout.headingLimit {
            while cells.count < cell.column - 1 { cells.append("") }
            cells.append(Reading.withoutBlanks(batch.string(of: cell)))
          }
          reading.take(cells, line: row.number)
        }
      }
    } catch {
      throw ImportError.workbookUnreadable(path: path, sheet: sheet.name, error)
    }
    (rows, findings) = reading.finished
  }

  private init(_ path: String, encoding given: TextEncoding?) throws {
    do {
      var source = try FileSource(path: path)
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      var bytes: [UInt8] = []
      var detector = EncodingDetector()
      while true {
        let count = try source.read(into: &buffer, from: 0)
        if count == 0 { break }
        detector.consume(buffer.span.extracting(0..<count))
        bytes += buffer[..<count]
      }
      let detected = try detector.finish()
      switch (given, detected.verdict) {
      case (let given?, _): encoding = given
      case (nil, .known(let told)): encoding = told
      case (nil, .unclear(let line)):
        throw ImportError.encodingUnclear(path: path, line: line, readings: nil)
      }
      name = fileName(path)
      sheet = nil
      byteSize = bytes.count
      sha256 = SHA256.hex(of: bytes)
      hasByteOrderMark = detected.byteOrderMarks > 0
      var reading = Reading(name: name, converter: encoding == .gb18030 ? try GB18030Converter(.toUTF8) : nil)
      var reader = CSVReader(source: MemorySource(bytes), separator: Self.separator(of: bytes))
      var batch = RecordBatch()
      while try reader.read(into: &batch) {
        for record in batch.records { reading.take(record, in: batch) }
      }
      (rows, findings) = reading.finished
    } catch let error as SpreadsheetError {
      throw ImportError.unreadable(path: path, error)
    }
  }

  /// The one that stands most often in the first line.
  private static func separator(of bytes: [UInt8]) -> Separator {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    func count(_ separator: Separator) -> Int { line.count { $0 == separator.byte } }
    return Separator.allCases.max { count($0) < count($1) } ?? .comma
  }
}

/// The file's records on their way to rows.
private struct Reading {
  let name: String
  /// Of a workbook.
  let sheet: String?
  let converter: GB18030Converter?
  /// The cells of table, key and reason; nil before the headings.
  var places: [Int]?
  var rows: [WithdrawalsFile.Withdrawal] = []
  var findings: [Finding] = []
  /// Where each row was named first.
  private var named: [String: Place] = [:]

  init(name: String, sheet: String? = nil, converter: GB18030Converter? = nil) {
    self.name = name
    self.sheet = sheet
    self.converter = converter
  }

  /// What was read; that nothing was is a finding, too.
  var finished: (rows: [WithdrawalsFile.Withdrawal], findings: [Finding]) {
    (rows, findings + (places == nil ? [Finding(file: name, place: place(1, nil), .noHeader)] : []))
  }

  mutating func take(_ record: CSVRecord, in batch: RecordBatch) {
    var cells: [String] = []
    for index in 0..<record.cellCount {
      guard let text = decode(batch.cell(index, of: record)) else {
        return wrong(record.line, nil, nil, .encoding(converter == nil ? .utf8 : .gb18030))
      }
      cells.append(text)
    }
    if let fault = record.fault, !cells.allSatisfy(\.isEmpty) { return wrong(record.line, nil, nil, .malformedRecord(fault)) }
    take(cells, line: record.line)
  }

  /// - Parameter line: or the row of a sheet.
  mutating func take(_ cells: [String], line: Int) {
    if cells.allSatisfy(\.isEmpty) { return }
    guard let places else { return readHeadings(cells, line: line) }
    guard !places.isEmpty else { return }
    readRow(places.map { $0 < cells.count ? cells[$0] : "" }, line: line)
  }

  private mutating func readHeadings(_ cells: [String], line: Int) {
    let names = cells.map { Heading($0).name }
    var found: [Int] = []
    for column in Withdrawals.columns {
      if let place = names.firstIndex(where: { $0 == column.name || $0 == column.label }) {
        found.append(place)
      } else {
        wrong(line, nil, nil, .missingColumn(column))
      }
    }
    places = found.count == Withdrawals.columns.count ? found : []
  }

  private mutating func readRow(_ cells: [String], line: Int) {
    let (written, key, reason) = (cells[0], cells[1], cells[2])
    if reason.isEmpty { return wrong(line, Withdrawals.reason, nil, .empty) }
    let lower = written.lowercased()
    guard let table = Table.all.first(where: { $0.name.rawValue == lower || $0.label == written }) else {
      let nearest = NearMiss.nearest(written, in: Table.all.flatMap { [$0.name.rawValue, $0.label] })
      return wrong(line, Withdrawals.table, written, .withdrawalTable(nearest: nearest))
    }
    let parts = key.split(separator: Withdrawals.keySeparator, omittingEmptySubsequences: false)
    guard parts.count == table.key.count, parts.allSatisfy({ !$0.isEmpty }) else {
      return wrong(line, Withdrawals.key, key, .withdrawalKey(table.name))
    }
    let whole = "\(table.name.rawValue) \(key)"
    if let first = named[whole] { return wrong(line, Withdrawals.key, key, .duplicate(of: first)) }
    let place = place(line, Withdrawals.key)
    named[whole] = place
    rows.append(WithdrawalsFile.Withdrawal(place: place, table: table.name, key: key, reason: reason))
  }

  private mutating func wrong(_ line: Int, _ column: Column?, _ value: String?, _ problem: Problem) {
    findings.append(Finding(file: name, place: place(line, column), column: column, value: value, problem))
  }

  private func place(_ line: Int, _ column: Column?) -> Place {
    guard let sheet else { return .line(line) }
    let index = column.flatMap { column in Withdrawals.columns.firstIndex { $0.name == column.name } }
    let cell = index.flatMap { index in places.flatMap { index < $0.count ? $0[index] + 1 : nil } }
    return .cell(sheet: sheet, row: line, column: cell)
  }

  /// The cell without the blanks around it; nil where it is not in the file's encoding.
  private func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    var text: [UInt8] = []
    if let converter {
      guard converter.convert(Array(bytes).span, appendingTo: &text) else { return nil }
    } else {
      guard UTF8Validator.accepts(Array(bytes).span) else { return nil }
      text = Array(bytes)
    }
    return Self.withoutBlanks(String(decoding: text, as: UTF8.self))
  }

  static func withoutBlanks(_ text: String) -> String {
    let kept = text.drop(while: \.isWhitespace)
    return String(kept.reversed().drop(while: \.isWhitespace).reversed())
  }
}
