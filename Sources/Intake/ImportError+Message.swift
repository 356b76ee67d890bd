public import CadreModel
import DataContract
import FieldFormats
import Files
import Messages
import Spreadsheet

extension ImportError {
  /// One sentence: what, where, what to do.
  public func message(in language: Language) -> String {
    message.text(in: language)
  }

  private var message: Message {
    switch self {
    case .noSuchPath(let path): ImportErrorMessages.noSuchPath(path)
    case .nothingToImport(let paths, let passedOver):
      ImportErrorMessages.nothingToImport(
        paths, passedOver: passedOver.prefix(20).map(\.message), areMore: passedOver.count > 20)
    case .folderUnreadable(let path): ImportErrorMessages.folderUnreadable(path)
    case .notImported(let entry): entry.message
    case .encodingUnclear(let path, let line, let readings?):
      UnreadableFileMessages.encodingUnclear(
        path, line: line, asUTF8: readings.asUTF8, asGB18030: readings.asGB18030)
    case .encodingUnclear(let path, let line, nil): UnreadableFileMessages.encodingUnclear(path, line: line)
    case .linesUnaccounted(let path, let lines, let accounted):
      UnreadableFileMessages.linesUnaccounted(path, lines: lines, accounted: accounted)
    case .unknownTable(let path, let nearest): ImportErrorMessages.unknownTable(path, nearest: nearest)
    case .twoFiles(let table, let paths): ImportErrorMessages.twoFiles(table.rawValue, paths)
    case .twoWithdrawals(let paths): WithdrawalErrorMessages.twoLists(paths)
    case .completeNotDelivered(let table): WithdrawalErrorMessages.completeNotDelivered(table.called)
    case .completeWithQuarantine: WithdrawalErrorMessages.completeWithQuarantine
    case .tooManyWithdrawn(let missing, let said): WithdrawalErrorMessages.tooMany(missing: missing, said: said)
    case .unreadable(let path, let error): error.message(path)
    case .fieldFormat(.unreadable(let path, let error)): error.message(path)
    case .fieldFormat(let error): error.message
    case .workbookUnreadable(let path, let sheet, let error): error.message(path, sheet: sheet)
    case .findingsFile(let path, let reason): FindingsFileErrorMessages.notWritten(path, reason: reason.message)
    case .findingsReplaceData(let path): FindingsFileErrorMessages.replacesData(path)
    case .findingsLeft(let path, let wanted, let number, let reason):
      FindingsFileErrorMessages.left(at: path, wanted: wanted, number: number, reason: reason.message)
    case .fileChanged(let path): ImportErrorMessages.fileChanged(path)
    case .databaseNotMigrated(let pending): ImportErrorMessages.databaseNotMigrated(pending: pending)
    case .quarantineFolder(let path, let reason): ImportErrorMessages.quarantineFolder(path, reason: reason.message)
    case .rejectsLeft(let path, let wanted, let number, let reason):
      ImportErrorMessages.rejectsLeft(at: path, wanted: wanted, number: number, reason: reason.message)
    case .commitLost: ImportErrorMessages.commitLost
    case .commitUnknown(let quarantine): ImportErrorMessages.commitUnknown(quarantine: quarantine)
    case .spillFile(let folder, let reason): ImportErrorMessages.spillFile(folder, reason: reason.message)
    case .duplicatesTooMany(let file): ImportErrorMessages.duplicatesTooMany(file)
    }
  }
}

extension SpreadsheetError {
  /// - Parameter path: the file's, as it was given.
  fileprivate func message(_ path: String) -> Message {
    switch self {
    case .notAFile: UnreadableFileMessages.notAFile(path)
    case .file(_, let reason): UnreadableFileMessages.notReadable(path, reason: reason.message)
    case .recordTooLong(let line, let limit):
      UnreadableFileMessages.recordTooLong(path, line: line, megabytes: limit >> 20)
    case .notText(.workbook): UnreadableFileMessages.workbook(path)
    case .notText(.utf16): UnreadableFileMessages.utf16(path)
    case .notText(.binary): UnreadableFileMessages.binary(path)
    case .converterMissing(let encoding): UnreadableFileMessages.converterMissing(path, encoding: encoding)
    }
  }
}

extension SystemError {
  fileprivate var message: Message { Message(chinese, english) }
}

extension ImportError: CustomStringConvertible {
  public var description: String { message(in: .english) }
}
