import DataContract
import Workbook

/// What is handed back as one sheet: a delivered file, or a sheet of a delivered workbook.
struct DeliveredPart: Sendable, Hashable {
  let file: String
  /// Nil of a CSV file.
  let sheet: String?

  init(_ file: DeliveredFile) {
    self.file = file.name
    sheet = file.sheets.first?.name
  }

  fileprivate init(_ finding: Finding) {
    file = finding.file
    sheet = finding.place.sheet
  }
}

extension DeliveredFile {
  /// The file itself, or each of a workbook's sheets by itself.
  var parts: [DeliveredFile] {
    guard isWorkbook else { return [self] }
    return sheets.map { sheet in
      var part = self
      part.sheets = [sheet]
      return part
    }
  }
}

/// Where a finding stands in what was delivered. Made here alone of what a finding says of its place.
struct MarkPlace: Sendable, Hashable {
  let part: DeliveredPart
  /// The line that the row begins on, or its row in the sheet, from 1.
  let line: Int
  /// The column's English name; nil where the whole row is wrong.
  let column: String?

  init(_ finding: Finding) {
    part = DeliveredPart(finding)
    line = finding.place.line
    column = finding.column?.name
  }
}

/// The findings of an import as marks on what was delivered, kept until the delivery is handed back.
///
/// Of each part so many are kept, and of the others how many they are: whoever mends does not read fifty thousand comments.
final class ReturnMarks {
  struct Mark {
    let place: MarkPlace
    let column: Column?
    let problem: Problem
    /// What stands there, as far as findings tell it.
    let value: String?
  }

  /// Of a part.
  static let limit = 50_000

  private(set) var marks: [Mark] = []
  /// By part, kept or not.
  private(set) var counts: [DeliveredPart: Int] = [:]

  var isEmpty: Bool { counts.isEmpty }
  var total: Int { counts.values.reduce(0, +) }

  func append(_ finding: Finding) {
    let place = MarkPlace(finding)
    let count = counts[place.part, default: 0] + 1
    counts[place.part] = count
    guard count <= Self.limit else { return }
    marks.append(Mark(place: place, column: finding.column, problem: finding.problem, value: finding.value))
  }

  /// How far it is, for `rewind`.
  struct Position {
    fileprivate let marks: Int
    fileprivate let counts: [DeliveredPart: Int]
  }

  var position: Position { Position(marks: marks.count, counts: counts) }

  /// Takes back what was appended since: a file's rows are read anew.
  func rewind(to position: Position) {
    marks.removeLast(marks.count - position.marks)
    counts = position.counts
  }

  /// The marks of a part by its lines.
  func byLine(of part: DeliveredPart) -> [Int: [Mark]] {
    Dictionary(grouping: marks.lazy.filter { $0.place.part == part }) { $0.place.line }
  }
}
