import CadreModel
import Results

extension ResultsError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus { .rejected }

  func message(in language: Language) -> String { message.text(in: language) }
}
