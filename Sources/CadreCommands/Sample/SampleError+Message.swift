import CadreModel
import Files
import Messages
import SampleData

extension SampleError: ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .tooFewPersons, .tooManyPersons, .wrongYears, .wrongTrainingAmount: .usage
    case .cannotWrite, .unconvertible, .cancelled: .rejected
    }
  }
}

extension SampleError: MessageProviding {
  func message(in language: Language) -> String {
    let message =
      switch self {
      case .tooFewPersons(let count, let least): SampleErrorMessages.tooFewPersons(count, least: least)
      case .tooManyPersons(let count, let most): SampleErrorMessages.tooManyPersons(count, most: most)
      case .wrongYears(let from, let to): SampleErrorMessages.wrongYears(from: from, to: to)
      case .wrongTrainingAmount(let count): SampleErrorMessages.wrongTrainingAmount(count)
      case .cannotWrite(let path, let reason): SampleErrorMessages.cannotWrite(path, reason: reason.message)
      case .unconvertible(let path): SampleErrorMessages.unconvertible(path)
      case .cancelled: SampleErrorMessages.cancelled
      }
    return message.text(in: language)
  }
}
