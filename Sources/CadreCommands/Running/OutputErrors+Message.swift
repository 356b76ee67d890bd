import CadreModel
import Files
import Glibc
import Messages
import Reporting

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
