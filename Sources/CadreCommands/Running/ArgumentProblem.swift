import CadreModel

/// Arguments that each are right, but not for this command or not together.
struct ArgumentProblem: MessageProviding, ExitStatusProviding, Hashable {
  private let text: Label
  var exitStatus: ExitStatus { .usage }

  init(_ chinese: String, _ english: String) {
    text = Label(chinese, english)
  }

  func message(in language: Language) -> String { text.text(in: language) }
}
