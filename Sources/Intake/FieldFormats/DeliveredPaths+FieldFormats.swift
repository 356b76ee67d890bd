import CadreModel
import DataContract
import FieldFormats
import Messages

extension DeliveredPaths {
  /// What the delivery says in the field's own formats; nil where it has none.
  func fieldDraft(hidingNames: Bool) throws(ImportError) -> FieldDraft? {
    guard !fieldSources.isEmpty else { return nil }
    do {
      return try FieldDelivery.read(fieldSources, naming: hidingNames ? .byNumber : .byFile)
    } catch {
      throw .fieldFormat(error)
    }
  }
}

extension FieldRows {
  /// What is told of all of the rows together.
  func notices(of spool: FieldSpool) -> [FileNotice] {
    func name(_ table: TableName) -> String { spool.files.first { $0.table == table }?.origin.name ?? table.rawValue }
    let months = Table.all.flatMap { table in
      table.columns.compactMap { column in
        monthsLeftEmpty[table.name]?[column].map { FileNotice(file: name(table.name), .field(.monthsLeftEmpty(column, $0))) }
      }
    }
    let passed =
      resumeLinesPassed > 0 ? [FileNotice(file: name(.posts), .field(.resumeLinesPassed(resumeLinesPassed)))] : []
    return notices + months + passed
  }
}

extension FieldFormatError {
  var message: Message {
    switch self {
    // Said as of any other file.
    case .unreadable(let path, _): FieldFormatMessages.nothingKnown(shown(path))
    case .malformedXML(let file, let line, let detail):
      FieldFormatMessages.damagedXML(shown(file), line: line, detail: detail)
    case .documentType(let file): FieldFormatMessages.documentType(shown(file))
    case .unknownEncoding(let file): FieldFormatMessages.unknownEncoding(shown(file))
    case .unexpectedRoot(let file, let root, let expected):
      FieldFormatMessages.unexpectedRoot(shown(file), root: shown(root), expected: expected)
    case .damagedArchive(let path, let detail): FieldFormatMessages.damagedArchive(shown(path), detail: detail)
    case .encryptedArchive(let path): FieldFormatMessages.encryptedArchive(shown(path))
    case .overLimit(let limit, let file, let allowed): FieldFormatMessages.overLimit(shown(file), limit.message(allowed))
    case .notText(let file): FieldFormatMessages.notText(shown(file))
    case .tooFewFields(let file, let found): FieldFormatMessages.tooFewFields(shown(file), found: found)
    case .nothingKnown(let path): FieldFormatMessages.nothingKnown(shown(path))
    }
  }
}

extension FieldLimit {
  fileprivate func message(_ allowed: Int) -> Message {
    switch self {
    case .fileSize: FieldFormatMessages.fileSize(allowed)
    case .totalSize: FieldFormatMessages.totalSize(allowed)
    case .ratio: FieldFormatMessages.ratio(allowed)
    case .entries: FieldFormatMessages.entries(allowed)
    case .depth: FieldFormatMessages.depth(allowed)
    case .rows: FieldFormatMessages.rows(allowed)
    }
  }
}
