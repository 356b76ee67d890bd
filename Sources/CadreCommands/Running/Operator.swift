import Audit
import FoundationEssentials

/// Who runs the program.
enum Operator {
  /// The account and the machine, as runs and imports record them.
  static var current: String {
    let information = ProcessInfo.processInfo
    return "\(information.userName)@\(information.hostName)"
  }

  /// Who the log says a command hands something out for.
  static func author(of command: String) -> AuditAuthor {
    AuditAuthor(osUser: current, command: command)
  }
}
