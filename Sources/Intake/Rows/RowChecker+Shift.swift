import DataContract
import Spreadsheet

extension RowChecker {
  /// By how many columns a row with several wrong cells seems to be shifted: 1 to the right, -1 to the left; nil where that would
  /// not put all of them right.
  mutating func shift(_ record: CSVRecord, in batch: RecordBatch) -> Int? {
    let wrong = plan.table.columns.indices.filter { column in
      findings.contains { $0.column?.name == plan.table.columns[column].name }
    }
    // Columns of a few forms alone tell: nearly everything is a text.
    guard wrong.count > 2, wrong.filter({ isTelling($0) }).count > 1 else { return nil }
    return [1, -1].first { shift in
      wrong.allSatisfy { column in
        guard let cell = cells[column], (0..<record.cellCount).contains(cell + shift) else { return !plan.isRequired[column] }
        var bytes: [UInt8] = []
        guard decode(batch.bytes.span.extracting(batch.cells[record.firstCell + cell + shift].range), into: &bytes) else {
          return false
        }
        let text = bytes.span.extracting(trimmed(bytes.span, 0..<bytes.count))
        return text.isEmpty ? !plan.isRequired[column] : fits(column, text)
      }
    }
  }

  private func isTelling(_ column: Int) -> Bool {
    switch plan.checks[column] {
    case .date, .code, .bool, .regionCode, .half, .identityNumber: true
    default: false
    }
  }

  /// Whether a text has the form that a column asks for.
  private func fits(_ column: Int, _ text: Span<UInt8>) -> Bool {
    switch plan.checks[column] {
    case .id, .reference, .subject: return isID(text)
    case .text, .clause, .indicator: return true
    case .date: if case .day = DateCell.parse(text) { return true } else { return false }
    case .bool: return BoolCell.parse(text) != nil
    case .number: if case .value = NumberCell.parseDecimal(text) { return true } else { return false }
    case .integer: if case .value = NumberCell.parseInteger(text) { return true } else { return false }
    case .code(let table): return plan.codeTables[table].index(of: text) != nil
    case .tags(let table): return plan.codeTables[table].mask(of: text).unknown == nil
    case .regionCode: return isRegionCode(text)
    case .half: return isHalf(text)
    case .identityNumber: return IdentityNumberCell.parse(text) == .valid
    }
  }
}
