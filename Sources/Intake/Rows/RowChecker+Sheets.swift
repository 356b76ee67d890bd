import DataContract
import PostgresClient
import Workbook

extension RowChecker {
  /// A cell of a workbook that does not simply say what is written there.
  mutating func checkDoubtful(_ column: Int, _ text: Span<UInt8>, _ trust: CellTrust, line: Int) {
    state[column].isGiven = true
    switch trust {
    case .asWritten: read(column, text, line: line)
    case .failed: report(line, column, text, .failedFormula)
    case .notCalculated:
      if plan.isKey[column] { isKeyComplete = false }
      report(line, column: plan.table.columns[column], .formulaWithoutValue)
      encoder.null()
    case .digitsLost: report(line, column, text, isIdentityZeroed(column, text) ? .identityZeroed : .digitsLost)
    case .percent: readPercent(column, text, line: line)
    }
  }

  /// An identity number whose last three digits are those that a spreadsheet puts in the place of what it could not keep.
  private func isIdentityZeroed(_ column: Int, _ text: Span<UInt8>) -> Bool {
    guard case .identityNumber = plan.checks[column], text.count == 18 else { return false }
    return (15..<18).allSatisfy { text[$0] == UInt8(ascii: "0") }
  }

  /// A share: 0.95 is 95 where a column counts to 100, and elsewhere what people see, `95%`.
  private mutating func readPercent(_ column: Int, _ text: Span<UInt8>, line: Int) {
    let hundredfold = Self.hundredfold(text)
    let seen = hundredfold + [UInt8(ascii: "%")]
    guard case .number(.hundred) = plan.checks[column] else { return read(column, seen.span, line: line) }
    let before = findings.count
    read(column, hundredfold.span, line: line)
    if findings.count == before { count(.percent, column, seen.span, line) }
  }

  /// A decimal a hundred times as large: its point two places to the right.
  static func hundredfold(_ text: Span<UInt8>) -> [UInt8] {
    var sign: [UInt8] = []
    var whole: [UInt8] = []
    var fraction: [UInt8] = []
    var isFraction = false
    for index in text.indices {
      switch text[index] {
      case UInt8(ascii: "-"): sign = [text[index]]
      case UInt8(ascii: "."): isFraction = true
      default: if isFraction { fraction.append(text[index]) } else { whole.append(text[index]) }
      }
    }
    while fraction.count < 2 { fraction.append(UInt8(ascii: "0")) }
    whole += fraction.prefix(2)
    let digits = Array(whole.drop { $0 == UInt8(ascii: "0") })
    let rest = Array(fraction.dropFirst(2))
    let integer = digits.isEmpty ? [UInt8(ascii: "0")] : digits
    return sign + integer + (rest.isEmpty ? [] : [UInt8(ascii: ".")] + rest)
  }
}
