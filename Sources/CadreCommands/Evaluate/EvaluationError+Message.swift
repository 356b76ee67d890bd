import CadreModel
import Evaluation
import Messages
import Results

extension EvaluationError: ExitStatusProviding, MessageProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .unknownCity, .unknownPolicy, .unknownIndicator, .unknownRun: .usage
    default: .rejected
    }
  }

  func message(in language: Language) -> String {
    message.text(in: language)
  }

  private var message: Message {
    switch self {
    case .cityNotStored(let city): EvaluationErrorMessages.cityNotStored(city)
    case .unknownCity(let city, let known): EvaluationErrorMessages.unknownCity(city, known: known)
    case .noData: EvaluationErrorMessages.noData
    case .unknownPolicy(let policy, let known): EvaluationErrorMessages.unknownPolicy(policy, known: known)
    case .unknownIndicator(let indicator, let nearest):
      EvaluationErrorMessages.unknownIndicator(indicator, nearest: nearest)
    case .noSuchSubject(let subject, let indicator, let city, let asOf):
      EvaluationErrorMessages.noSuchSubject(subject, indicator: indicator, city: city, asOf: asOf)
    case .mayNotJudge(let city, let asOf, let latest):
      EvaluationErrorMessages.mayNotJudge(city, asOf: asOf, latest: latest.map { ($0.id, $0.asOf) })
    case .unknownRun(let run, let city): EvaluationErrorMessages.unknownRun(run, city: city)
    case .runsOfTwoPolicies(let first, let second): EvaluationErrorMessages.runsOfTwoPolicies(first, second)
    case .otherRules(let run, let asOf): EvaluationErrorMessages.otherRules(run: run, asOf: asOf)
    case .notInEffect(let policy, let from, let asOf):
      EvaluationErrorMessages.notInEffect(policy: policy, from: from, asOf: asOf)
    }
  }
}
