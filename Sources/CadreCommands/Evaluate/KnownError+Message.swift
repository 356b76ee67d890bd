import CadreModel
import Journal
import Messages

extension KnownError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .noSuchImport, .numberOfSeveralCities: .usage
    case .nothingBy, .beforeJournal: .rejected
    }
  }

  func message(in language: Language) -> String {
    message.text(in: language)
  }
}
