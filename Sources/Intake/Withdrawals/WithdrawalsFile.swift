import Bytes
import CadreModel
import DataContract
import Digest
import Spreadsheet

/// A delivery's list of rows that are to go, read whole: it is short beside the tables.
struct WithdrawalsFile: Sendable, Hashable {
  let name: String
  let byteSize: Int
  let sha256: String
  let encoding: TextEncoding
  let hasByteOrderMark: Bool
  let rows: [Withdrawal]
  /// What is wrong with it, whatever is stored.
  let findings: [Finding]

  /// A row that is to go.
  struct Withdrawal: Sendable, Hashable {
    let line: Int
    let table: TableName
    /// Its parts joined by `:`.
    let key: String
    let reason: String
  }

  /// - Throws: `ImportError.unreadable`, `ImportError.encodingUnclear`.
  init(_ path: String, encoding given: TextEncoding?) throws {
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
      byteSize = bytes.count
      sha256 = SHA256.hex(of: bytes)
      hasByteOrderMark = detected.byteOrderMarks > 0
      var reading = Reading(name: name, converter: encoding == .gb18030 ? try GB18030Converter(.toUTF8) : nil)
      var reader = CSVReader(source: MemorySource(bytes), separator: Self.separator(of: bytes))
      var batch = RecordBatch()
      while try reader.read(into: &batch) {
        for record in batch.records { reading.take(record, in: batch) }
      }
      if reading.places == nil { reading.findings.append(Finding(file: name, line: 1, .noHeader)) }
      rows = reading.rows
      findings = reading.findings
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
  let converter: GB18030Converter?
  /// The cells of table, key and reason; nil before the headings.
  var places: [Int]?
  var rows: [WithdrawalsFile.Withdrawal] = []
  var findings: [Finding] = []
  private var lines: [String: Int] = [:]

  init(name: String, converter: GB18030Converter?) {
    self.name = name
    self.converter = converter
  }

  mutating func take(_ record: CSVRecord, in batch: RecordBatch) {
    var cells: [String] = []
    for index in 0..<record.cellCount {
      guard let text = decode(batch.cell(index, of: record)) else {
        return wrong(record.line, nil, nil, .encoding(converter == nil ? .utf8 : .gb18030))
      }
      cells.append(text)
    }
    if cells.allSatisfy(\.isEmpty) { return }
    if let fault = record.fault { return wrong(record.line, nil, nil, .malformedRecord(fault)) }
    guard let places else { return readHeadings(cells, line: record.line) }
    guard !places.isEmpty else { return }
    readRow(places.map { $0 < cells.count ? cells[$0] : "" }, line: record.line)
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
    if let first = lines[whole] { return wrong(line, Withdrawals.key, key, .duplicate(of: .line(first))) }
    lines[whole] = line
    rows.append(WithdrawalsFile.Withdrawal(line: line, table: table.name, key: key, reason: reason))
  }

  private mutating func wrong(_ line: Int, _ column: Column?, _ value: String?, _ problem: Problem) {
    findings.append(Finding(file: name, line: line, column: column, value: value, problem))
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
    let characters = String(decoding: text, as: UTF8.self)
    let kept = characters.drop(while: \.isWhitespace)
    return String(kept.reversed().drop(while: \.isWhitespace).reversed())
  }
}
