import Bytes
import CadreModel
import PolicyKit
import Spreadsheet

/// Turns rows of codes and numbers, as the server copies them out, into rows of `results.csv`.
///
/// Names of persons and units, labels and sentences are put in here, beside the server's own work.
package struct ResultsWriter: Sendable {
  private var rows = CopiedRows(columns: ResultsSelect.Column.allCases.count)
  private var output = CellBytes()
  package private(set) var count = 0
  private let indicators: [Int: IndicatorText]
  private var names: SubjectNames
  private var firstLines: FirstLines?
  private let statuses: [(code: [UInt8], label: [UInt8])]

  // Most rows have the indicator, the status and the reason of the one before.
  private var present: (ordinal: Int, indicator: IndicatorText)?
  private var status: (code: [UInt8], label: [UInt8]) = ([], [])
  private var reason: (code: [UInt8], sentence: ReasonSentence?) = ([], nil)
  private var presentClass: (code: [UInt8], cell: [UInt8]) = ([], [])
  private let showsPosts: Bool

  /// - Parameter showsPosts: whether the indicator's title and article and the person's post follow.
  init(
    policy: Policy, indicators: [RunIndicator], language: Language, names: SubjectNames, showsPosts: Bool = false,
    firstLines: FirstLines? = nil
  ) {
    self.showsPosts = showsPosts
    self.names = names
    self.firstLines = firstLines
    self.indicators = IndicatorText.byOrdinal(indicators, policy: policy, language: language)
    statuses = Status.allCases.map {
      (Array($0.rawValue.utf8), Array((language == .chinese ? $0.label : $0.rawValue).utf8))
    }
  }

  /// The bytes of a chunk of whole rows, as the file has them.
  package mutating func translated(_ chunk: [UInt8]) -> [UInt8] {
    let chunk = chunk.span
    while rows.next(in: chunk) {
      let ordinal = rows.number(ResultsSelect.Column.ordinal.position, of: chunk)
      if present?.ordinal != ordinal {
        present = indicators[ordinal].map { (ordinal, $0) }
        reason = ([], nil)
        presentClass = ([], [])
      }
      guard let indicator = present?.indicator else { continue }
      appendRow(of: chunk, indicator)
      pick(ordinal, of: chunk, indicator)
      count += 1
    }
    return output.take()
  }

  /// What passed by so far.
  package var copied: CopiedResults { CopiedResults(count: count, firstLines: firstLines?.inOrder ?? []) }

  private func cell(_ column: ResultsSelect.Column) -> CopiedRows.Cell {
    rows.cells[column.position]
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
    appendClass(of: chunk, indicator)
    output.append(.comma)
    append(decimal: cell(.observed), of: chunk, indicator)
    output.append(.comma)
    append(decimal: cell(.required), of: chunk, indicator)
    output.append(.comma)
    output.append(cell(.dueOn), of: chunk)
    output.append(.comma)
    appendSentence(of: chunk, indicator)
    if showsPosts { appendPost(of: chunk, indicator) }
    output.append(.carriageReturn)
    output.append(.lineFeed)
  }

  private mutating func appendPost(of chunk: Span<UInt8>, _ indicator: IndicatorText) {
    let lastCells = indicator.lastCells
    output.append(lastCells.span)
    output.append(.comma)
    switch indicator.naming {
    case .byServer: output.append(cell(.post), of: chunk)
    case .itself(let named): names.append(postOf: cell(.subjectID), named, of: chunk, to: &output)
    case .owner(let named): names.append(postOf: cell(.subjectName), named, of: chunk, to: &output)
    }
  }

  private mutating func appendClass(of chunk: Span<UInt8>, _ indicator: IndicatorText) {
    let cell = cell(.class)
    guard !cell.isNull else { return }
    let code = chunk.extracting(cell.start..<cell.end)
    if !code.holds(presentClass.code) || presentClass.cell.isEmpty {
      let bytes = code.indices.map { code[$0] }
      presentClass = (bytes, indicator.classCell(of: bytes))
    }
    let text = presentClass.cell
    output.append(text.span)
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
    let start = output.count
    Self.append(sentence, rows.cells, of: chunk, indicator, to: &output)
    output.endText(from: start)
  }

  /// Of the type, not of the writer, whose own output would be copied to be read and written at once.
  private static func append(
    _ sentence: ReasonSentence, _ cells: [CopiedRows.Cell], of chunk: Span<UInt8>, _ indicator: IndicatorText,
    to text: inout CellBytes
  ) {
    let detail = cells[ResultsSelect.Column.detail.position]
    let told = detail.isNull || detail.end == detail.start ? nil : textOf(detail, chunk)
    let observed = cells[ResultsSelect.Column.observed.position]
    let isNothing = chunk.extracting(observed.start..<observed.end).holds([UInt8(ascii: "0")])
    let form = indicator.form(observed: isNothing ? "0" : nil, detail: told)
    sentence.write(
      form, to: &text,
      isOne: { slot in
        if case .item(let index) = slot { return MeasureUnit.isOne(item(index, of: told)) }
        guard let column = slot.column else { return false }
        let cell = cells[column.position]
        let amount = chunk.extracting(cell.start..<cell.end)
        return MeasureUnit.onesInText.contains { amount.holds(Array($0.utf8)) }
      },
      { slot, text in
        switch slot {
        case .item(let index): text.append(Array(item(index, of: told).utf8).span)
        case .lacking:
          let lacking = indicator.lacking
          text.append(lacking.span)
        case .parts: text.append(Array(indicator.parts(of: told ?? "").utf8).span)
        case .observed, .required, .dueOn, .detail:
          guard let column = slot.column else { return }
          let cell = cells[column.position]
          switch slot {
          case .observed, .required: indicator.append(decimal: chunk.extracting(cell.start..<cell.end), to: &text)
          case .detail: text.append(textOf: cell, of: chunk)
          default: text.append(chunk.extracting(cell.start..<cell.end))
          }
        }
      })
  }

  /// The text that a cell stands for.
  private static func textOf(_ cell: CopiedRows.Cell, _ chunk: Span<UInt8>) -> String {
    var text = CellBytes()
    text.append(textOf: cell, of: chunk)
    return String(decoding: text.take(), as: UTF8.self)
  }

  /// One of the items of a detail.
  private static func item(_ index: Int, of detail: String?) -> String {
    let items = (detail ?? "").split(separator: "/", omittingEmptySubsequences: false)
    return items.indices.contains(index) ? String(items[index]) : ""
  }

  // MARK: The first lines

  /// Keeps the present row where it is among the first by due date. It has just been written.
  private mutating func pick(_ ordinal: Int, of chunk: Span<UInt8>, _ indicator: IndicatorText) {
    let cell = cell(.dueOn)
    let dueOn = chunk.extracting(cell.start..<cell.end)
    guard firstLines?.wants(of: ordinal, status: status.code, due: dueOn) == true else { return }
    let line = line(of: chunk, indicator)
    firstLines?.take(line, of: ordinal, due: dueOn)
  }

  /// The present row as a person reads it.
  private mutating func line(of chunk: Span<UInt8>, _ indicator: IndicatorText) -> ResultLine {
    let subjectName: String? =
      switch indicator.naming {
      case .byServer: text(of: .subjectName, in: chunk)
      case .itself(let named): names.name(to: cell(.subjectID), named, of: chunk)
      case .owner(let named): names.name(to: cell(.subjectName), named, of: chunk)
      }
    return ResultLine(
      indicator: indicator.id, subjectID: text(of: .subjectID, in: chunk) ?? "", subjectName: subjectName,
      unitName: names.name(to: cell(.unitID), .unit, of: chunk), period: text(of: .period, in: chunk) ?? "",
      status: String(decoding: status.label, as: UTF8.self), dueOn: text(of: .dueOn, in: chunk),
      reason: sentence(of: chunk, indicator))
  }

  /// Nil for nothing.
  private func text(of column: ResultsSelect.Column, in chunk: Span<UInt8>) -> String? {
    let cell = cell(column)
    guard !cell.isNull else { return nil }
    var text = CellBytes()
    text.append(textOf: cell, of: chunk)
    return String(decoding: text.take(), as: UTF8.self)
  }

  private func sentence(of chunk: Span<UInt8>, _ indicator: IndicatorText) -> String? {
    guard let sentence = reason.sentence else { return text(of: .reason, in: chunk) }
    var text = CellBytes()
    Self.append(sentence, rows.cells, of: chunk, indicator, to: &text)
    return String(decoding: text.take(), as: UTF8.self)
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

extension ReasonSentence.Slot {
  /// Where its value stands, if it is a cell of the result.
  fileprivate var column: ResultsSelect.Column? {
    switch self {
    case .observed: .observed
    case .required: .required
    case .dueOn: .dueOn
    case .detail: .detail
    case .item, .parts, .lacking: nil
    }
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
    case .post: 12
    }
  }
}
