import CadreModel
import Files
import Messages
import Workbook

extension WorkbookReadingError {
  /// - Parameters:
  ///   - path: the file's, as it was given.
  ///   - sheet: the one that was being read.
  func message(_ path: String, sheet: String?) -> Message {
    WorkbookMessages.line(path, at: place?.message ?? sheet.map { WorkbookMessages.sheet(shown($0)) }, what)
  }

  private var place: WorkbookPlace? {
    switch self {
    case .damagedPart(_, let place, _), .malformedXML(_, let place, _, _), .badCell(_, _, let place): place
    default: nil
    }
  }

  /// What is wrong, without the place.
  var what: Message {
    switch self {
    case .cannotOpen(_, let code): WorkbookMessages.notReadable(reason: Self.reason(code))
    case .notAFile: WorkbookMessages.notAFile
    case .notAWorkbook(let kind): kind.message
    case .damagedArchive(let detail): WorkbookMessages.damaged(part: nil, detail: detail)
    case .damagedPart(let part, _, let detail), .malformedXML(let part, _, _, let detail):
      WorkbookMessages.damaged(part: part, detail: detail)
    case .documentType(let part): WorkbookMessages.documentType(part: part)
    case .unknownEncoding(let part): WorkbookMessages.encoding(part: part)
    case .missingPart(let part): WorkbookMessages.missing(part: part)
    case .unexpectedPart(let part, let root): WorkbookMessages.damaged(part: part, detail: "<\(root)>")
    case .overLimit(let limit, _, let allowed):
      WorkbookMessages.overLimit(limit.message, allowed: limit.isLarge ? allowed >> 20 : allowed)
    case .badCell: WorkbookMessages.badCell
    case .noScratchFile(let code): WorkbookMessages.noScratch(reason: Self.reason(code))
    }
  }

  private static func reason(_ code: Int32) -> Message {
    let error = SystemError(code: code)
    return Message(error.chinese, error.english)
  }
}

extension WorkbookPlace {
  fileprivate var message: Message? {
    guard let sheet else { return nil }
    let name = shown(sheet)
    if let cell { return PlaceMessages.inSheet(name, PlaceMessages.cell(cell)) }
    return row.map { PlaceMessages.inSheet(name, PlaceMessages.row($0)) } ?? WorkbookMessages.sheet(name)
  }
}

extension ReadingLimit {
  /// Whether it is told in megabytes.
  fileprivate var isLarge: Bool { self == .entrySize || self == .totalSize }

  fileprivate var message: Message {
    switch self {
    case .entries: WorkbookMessages.entries
    case .entrySize: WorkbookMessages.entrySize
    case .totalSize: WorkbookMessages.totalSize
    case .ratio: WorkbookMessages.ratio
    case .cellText: WorkbookMessages.cellText
    case .tag: WorkbookMessages.tag
    case .depth: WorkbookMessages.depth
    case .listEntries: WorkbookMessages.listEntries
    }
  }
}
