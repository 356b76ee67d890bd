import Audit
import CadreModel
import Evaluation
import FoundationEssentials
import Messages
import PolicyKit
import Results

/// Who runs the program.
enum Operator {
  /// The account and the machine, as runs and imports record them.
  static var current: String {
    let information = ProcessInfo.processInfo
    return "\(information.userName)@\(information.hostName)"
  }

  /// Judges in the name of who runs the program; says where a login that may not judge gets what was judged before.
  static func evaluator(_ library: PolicyLibrary, _ language: Language) -> Evaluator {
    Evaluator(library: library, evaluatedBy: current) { run in
      let told = EvaluateMessages.heldRun(run.city, asOf: run.asOf, run: run.id)
      Terminal.report(ReportCommandMessages.note(told).text(in: language))
    }
  }

  /// Who the log says a command hands something out for.
  static func author(of command: String) -> AuditAuthor {
    AuditAuthor(osUser: current, command: command)
  }
}
