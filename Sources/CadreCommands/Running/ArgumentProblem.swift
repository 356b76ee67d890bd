import CadreModel
import Messages

/// Arguments that each are right, but not for this command or not together.
struct ArgumentProblem: MessageProviding, ExitStatusProviding, Hashable {
  private let text: Message
  var exitStatus: ExitStatus { .usage }

  init(_ text: Message) {
    self.text = text
  }

  func message(in language: Language) -> String { text.text(in: language) }
}
