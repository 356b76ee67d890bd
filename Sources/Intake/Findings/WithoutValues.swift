// What may be told where nobody may see what stands in a city's files: where something is wrong and what, never the cell.

extension ImportReport {
  /// The report without anything that stands in the files.
  public var withoutValues: ImportReport {
    var report = self
    report.findings = findings.map(\.withoutValues)
    report.summary = summary.map { $0.withoutValues }
    report.warnings = warnings.map(\.withoutValues)
    report.cellNotices = cellNotices.map(\.withoutValues)
    report.notices = notices.map(\.withoutValues)
    report.withdrawals = withdrawals.map { WithdrawnKeys(table: $0.table, count: $0.count, keys: []) }
    return report
  }
}

extension ImportError {
  /// The error without anything that stands in the files.
  public var withoutValues: ImportError {
    switch self {
    case .encodingUnclear(let path, let line, _): .encodingUnclear(path: path, line: line, readings: nil)
    default: self
    }
  }
}

extension Finding {
  /// The same, without the cell's value and what else of the row its sentence would tell.
  public var withoutValues: Finding {
    Finding(file: file, place: place, column: column, problem.withoutValues)
  }
}

extension FindingSummary {
  fileprivate var withoutValues: FindingSummary {
    var summary = self
    summary.first = first.withoutValues
    return summary
  }
}

extension Problem {
  /// What is wrong, without what is there instead or stands beside it. Codes, tables, columns and the catalogue's ids are no city's.
  fileprivate var withoutValues: Problem {
    switch self {
    case .lostZeros: .lostZeros(meant: nil)
    case .character(let scalar, _): .character(scalar, after: nil)
    case .tag(_, let codes): .tag(nil, codes)
    case .interval(let from, _): .interval(from: from, start: nil)
    case .referredTo(let rows):
      .referredTo(
        ReferringRows(
          referred: rows.referred, key: "", table: rows.table, column: rows.column, count: rows.count, keys: []))
    case .heading(.character(let scalar, _)): .heading(.character(scalar, after: nil))
    case .duplicateColumn(let column, _): .duplicateColumn(column, headings: [])
    case .field(let problem): .field(problem.withoutValues)
    default: self
    }
  }
}

extension HeadingWarning {
  /// Where a file has no headings, its first row stands in their place.
  fileprivate var withoutValues: HeadingWarning {
    HeadingWarning(file: file, sheet: sheet, position: position, heading: nil, nearest: nil)
  }
}

extension CellNotice {
  fileprivate var withoutValues: CellNotice {
    CellNotice(file: file, column: column, reading: reading, count: count, place: place, value: nil)
  }
}

extension FileNotice {
  fileprivate var withoutValues: FileNotice {
    switch kind {
    case .openEnd: FileNotice(file: file, sheet: sheet, .openEnd(lastRow: nil))
    case .invisibleInHeadings(let characters):
      FileNotice(
        file: file, sheet: sheet,
        .invisibleInHeadings(characters.map { InvisibleCharacter(name: $0.name, after: nil, heading: nil) }))
    default: self
    }
  }
}
