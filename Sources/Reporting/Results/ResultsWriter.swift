import CadreModel
import PolicyKit
import PostgresClient
import Spreadsheet

/// Turns rows of codes and numbers, as the server copies them out, into rows of `results.csv`.
///
/// Names of persons and units, labels and sentences are put in here, beside the server's own work.
struct ResultsWriter {
  private var rows = CopiedRows(columns: ResultsSelect.Column.allCases.count)
  private var output = CellBytes()
  private(set) var count = 0
  private let indicators: [Int: IndicatorText]
  private var names: SubjectNames
  private let statuses: [(code: [UInt8], label: [UInt8])]

  // Most rows have the indicator, the status and the reason of the one before.
  private var present: (ordinal: Int, indicator: IndicatorText)?
  private var status: (code: [UInt8], label: [UInt8]) = ([], [])
  private var reason: (code: [UInt8], sentence: ReasonSentence?) = ([], nil)

  init(policy: String, indicators: [RunIndicator], language: Language, names: SubjectNames) {
    self.names = names
    self.indicators = IndicatorText.byOrdinal(indicators, policy: policy, language: language)
    statuses = Status.allCases.map {
      (Array($0.rawValue.utf8), Array((language == .chinese ? $0.label : $0.rawValue).utf8))
    }
  }

  /// The bytes of a chunk of whole rows, as the file has them.
  mutating func translated(_ chunk: [UInt8]) -> [UInt8] {
    let chunk = chunk.span
    while rows.next(in: chunk) {
      let ordinal = number(.ordinal, of: chunk)
      if present?.ordinal != ordinal {
        present = indicators[ordinal].map { (ordinal, $0) }
        reason = ([], nil)
      }
      guard let indicator = present?.indicator else { continue }
      appendRow(of: chunk, indicator)
      count += 1
    }
    return output.take()
  }

  private func cell(_ column: ResultsSelect.Column) -> CopiedRows.Cell {
    rows.cells[column.position]
  }

  private func number(_ column: ResultsSelect.Column, of chunk: Span<UInt8>) -> Int {
    let cell = cell(column)
    var number = 0
    for index in cell.start..<cell.end { number = number * 10 + Int(chunk[index] - UInt8(ascii: "0")) }
    return number
  }

  private mutating func appendRow(of chunk: Span<UInt8>, _ indicator: IndicatorText) {
    let firstCells = indicator.firstCells
    output.append(firstCells.span)
    output.append(cell(.subjectID), of: chunk)
    output.append(.comma)
    switch indicator.naming {
    case .byServer: output.append(cell(.subjectName), of: chunk)
    case .itself(let named): names.append(nameOf: cell(.subjectID), named, of: chunk, to: &output)
    case .owner(let named): names.append(nameOf: cell(.subjectName), named, of: chunk, to: &output)
    }
    output.append(.comma)
    output.append(cell(.unitID), of: chunk)
    output.append(.comma)
    names.append(nameOf: cell(.unitID), .unit, of: chunk, to: &output)
    output.append(.comma)
    output.append(cell(.period), of: chunk)
    output.append(.comma)
    appendStatus(of: chunk)
    output.append(.comma)
    output.append(cell(.class), of: chunk)
    output.append(.comma)
    append(decimal: cell(.observed), of: chunk, indicator)
    output.append(.comma)
    append(decimal: cell(.required), of: chunk, indicator)
    output.append(.comma)
    output.append(cell(.dueOn), of: chunk)
    output.append(.comma)
    appendSentence(of: chunk, indicator)
    output.append(.carriageReturn)
    output.append(.lineFeed)
  }

  private mutating func append(decimal cell: CopiedRows.Cell, of chunk: Span<UInt8>, _ indicator: IndicatorText) {
    indicator.append(decimal: chunk.extracting(cell.start..<cell.end), to: &output)
  }

  private mutating func appendStatus(of chunk: Span<UInt8>) {
    let cell = cell(.status)
    let code = chunk.extracting(cell.start..<cell.end)
    if !code.holds(status.code), let known = statuses.first(where: { code.holds($0.code) }) { status = known }
    let label = status.label
    output.append(label.span)
  }

  private mutating func appendSentence(of chunk: Span<UInt8>, _ indicator: IndicatorText) {
    let cell = cell(.reason)
    let code = chunk.extracting(cell.start..<cell.end)
    if !code.holds(reason.code) {
      let bytes = code.indices.map { code[$0] }
      reason = (bytes, indicator.sentence(to: bytes))
    }
    guard let sentence = reason.sentence else { return output.append(cell, of: chunk) }
    let (observed, required) = (self.cell(.observed), self.cell(.required))
    let (dueOn, detail) = (self.cell(.dueOn), self.cell(.detail))
    let start = output.count
    sentence.write(to: &output) { slot, output in
      switch slot {
      case .observed: indicator.append(decimal: chunk.extracting(observed.start..<observed.end), to: &output)
      case .required: indicator.append(decimal: chunk.extracting(required.start..<required.end), to: &output)
      case .dueOn: output.append(chunk.extracting(dueOn.start..<dueOn.end))
      case .detail: output.append(textOf: detail, of: chunk)
      }
    }
    output.endText(from: start)
  }
}

extension Span<UInt8> {
  fileprivate func holds(_ bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    var index = 0
    while index < count {
      if self[index] != bytes[index] { return false }
      index += 1
    }
    return true
  }
}

extension ResultsSelect.Column {
  fileprivate var position: Int {
    switch self {
    case .ordinal: 0
    case .subjectID: 1
    case .subjectName: 2
    case .unitID: 3
    case .period: 4
    case .status: 5
    case .class: 6
    case .observed: 7
    case .required: 8
    case .dueOn: 9
    case .reason: 10
    case .detail: 11
    }
  }
}
