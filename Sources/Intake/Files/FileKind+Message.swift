import CadreModel
import Messages
import Workbook

extension FileKind {
  /// What a file is that has the name of a workbook, and what to do about it.
  var message: Message {
    switch self {
    case .empty: FileKindMessages.empty
    case .onlyZeros: FileKindMessages.onlyZeros
    case .encryptedWorkbook: FileKindMessages.encrypted
    case .legacyWorkbook: FileKindMessages.legacy
    case .compoundFile: FileKindMessages.compound
    case .binaryWorkbook: FileKindMessages.binary
    case .openDocument: FileKindMessages.openDocument
    case .numbersDocument: FileKindMessages.numbers
    case .wordDocument: FileKindMessages.wordDocument
    case .presentation: FileKindMessages.presentation
    case .otherArchive, .otherPacking: FileKindMessages.otherArchive
    case .spreadsheetXML: FileKindMessages.spreadsheetXML
    case .otherXML: FileKindMessages.otherXML
    case .webPage, .webArchive: FileKindMessages.webPage
    case .text: FileKindMessages.text
    case .pdf: FileKindMessages.pdf
    case .picture: FileKindMessages.picture
    case .unknown: FileKindMessages.unknown
    }
  }
}
