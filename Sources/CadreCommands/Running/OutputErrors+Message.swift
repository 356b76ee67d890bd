import CadreModel
import Files
import Glibc
import Messages
import Printing
import Reporting
import Workbook

extension SystemError {
  var message: Message { Message(chinese, english) }

  /// Whoever reads what the program prints has gone.
  var isClosedPipe: Bool { code == EPIPE }
}

extension DestinationError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .usage }

  func message(in language: Language) -> String { language(zh: chinese, en: english) }
}

extension OutputError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String {
    let place = path == OutputError.standardOutput ? OutputMessages.standardOutput : Message(path, path)
    return OutputMessages.unwritable(place, reason: reason.message).text(in: language)
  }
}

extension PrintingError: MessageProviding {
  func message(in language: Language) -> String { reason.text(in: language) }
}

extension WorkbookWritingError: MessageProviding {
  func message(in language: Language) -> String {
    switch self {
    case .library(let path, let detail):
      OutputMessages.unwritable(Message(path, path), reason: Message(detail, detail)).text(in: language)
    // What the writers of reports see to: a fault of the program.
    case .sheetName, .noSheet, .sheetIsFull, .tooManyColumns, .rowHasPassed, .notANumber, .definedName, .emptyList, .closed:
      ProgramMessages.internalFault("\(self)").text(in: language)
    }
  }
}
