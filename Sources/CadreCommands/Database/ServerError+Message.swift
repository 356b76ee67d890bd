import CadreModel
import EmbeddedPostgres
import Messages

extension ServerError: MessageProviding {
  func message(in language: Language) -> String { message.text(in: language) }

  private var message: Message {
    switch self {
    case .postgresNotFound(let found): ServerErrorMessages.postgresNotFound(found)
    case .installationUnusable(let folder, let reason):
      ServerErrorMessages.installationUnusable(folder, reason: reason.message)
    case .versionMismatch(let folder, let version, let installed):
      ServerErrorMessages.versionMismatch(folder, version: version, installed: installed.map(String.init))
    case .noAccount(let reason): ServerErrorMessages.noAccount(reason: reason.message)
    case .homeNotWritable(let folder, let reason): ServerErrorMessages.homeNotWritable(folder, reason: reason.message)
    case .homeNotOurs(let folder, let reason): ServerErrorMessages.homeNotOurs(folder, reason: reason.message)
    case .homeUnreachable(let folder, let account): ServerErrorMessages.homeUnreachable(folder, account: account)
    case .socketFolderUnsafe(let folder): ServerErrorMessages.socketFolderUnsafe(folder)
    case .busy(let lock): ServerErrorMessages.busy(lock: lock)
    case .notCreated(let home): ServerErrorMessages.notCreated(home)
    case .notRunning(let home): ServerErrorMessages.notRunning(home)
    case .creationFailed(let log, let tail): ServerErrorMessages.creationFailed(log: log, tail: tail)
    case .startFailed(let log, let tail): ServerErrorMessages.startFailed(log: log, tail: tail)
    case .startTimedOut(let log, let seconds): ServerErrorMessages.startTimedOut(log: log, seconds: seconds)
    case .stopTimedOut(let pid, let seconds): ServerErrorMessages.stopTimedOut(process: pid, seconds: seconds)
    case .programFailed(let program, let reason): ServerErrorMessages.programFailed(program, reason: reason.message)
    }
  }
}

extension ServerReason {
  fileprivate var message: Message { Message(chinese, english) }
}
