import ArgumentParser
import Audit
import CadreModel
import Messages

/// `cadre audit`: the log of who looked.
struct AuditCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "audit", AuditHelp.abstract, discussion: AuditHelp.discussion, subcommands: [AuditList.self, AuditVerify.self])
  }
}

extension AuditError: MessageProviding, ExitStatusProviding {
  var exitStatus: ExitStatus {
    switch self {
    case .notAppended(let error): error.exitStatus
    }
  }

  func message(in language: Language) -> String {
    switch self {
    case .notAppended(let error): AuditMessages.notAppended(error.message).text(in: language)
    }
  }
}
