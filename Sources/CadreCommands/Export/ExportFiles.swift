import Messages

/// What results are exported as.
enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  case csv, xlsx
}

/// Which files an export writes.
struct ExportFiles: Hashable {
  /// Nil: no CSV, or to standard output where there is no workbook either.
  let csv: String?
  let workbook: String?

  /// - Parameters:
  ///   - file: the path that was given; of two files it names both, each with its own ending.
  ///   - formats: empty where none was asked for.
  /// - Throws: `ArgumentProblem` for a workbook without a path.
  init(_ file: String?, _ formats: Set<ExportFormat>) throws(ArgumentProblem) {
    let ending = ".\(ExportFormat.xlsx.rawValue)"
    let formats = formats.isEmpty ? [file?.lowercased().hasSuffix(ending) == true ? .xlsx : .csv] : formats
    guard formats.contains(.xlsx) else {
      (csv, workbook) = (file, nil)
      return
    }
    guard let file else { throw ArgumentProblem(ExportMessages.workbookNeedsFile) }
    guard formats.contains(.csv) else {
      (csv, workbook) = (nil, file)
      return
    }
    let known = ExportFormat.allCases.map { ".\($0.rawValue)" }.first { file.lowercased().hasSuffix($0) } ?? ""
    let name = file.dropLast(known.count)
    (csv, workbook) = ("\(name).\(ExportFormat.csv.rawValue)", name + ending)
  }

  var paths: [String] { [csv, workbook].compactMap(\.self) }
}
