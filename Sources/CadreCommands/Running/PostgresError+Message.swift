import CadreModel
import Messages
import PostgresClient

extension PostgresError: MessageProviding {
  /// What happened, as PostgreSQL or the system says it, and what to do about it.
  func message(in language: Language) -> String {
    if case .unsuitableSetting(let name, let found, let wanted) = self.kind {
      return PostgresErrorMessages.unsuitableSetting(name, found: found, wanted: wanted).text(in: language)
    }
    // libpq's own reports run over several lines.
    let lines = description.split(separator: "\n")
    let subject = subject.map { $0.text(in: language) + Punctuation.colon.text(in: language) } ?? ""
    let remedy = remedy.map { Punctuation.semicolon.text(in: language) + $0.text(in: language) } ?? ""
    let first = subject + (lines.first ?? "") + remedy
    return ([first] + lines.dropFirst().map { "  | " + $0 }).joined(separator: "\n")
  }

  private var subject: Message? {
    switch exitStatus {
    case _ where self.kind == .outcomeUnknown: PostgresErrorMessages.outcomeUnknown
    case .unreachable where self.kind == .connectionLost: PostgresErrorMessages.connectionLost
    case .unreachable: PostgresErrorMessages.unreachable
    case .usage: nil
    default: PostgresErrorMessages.reported
    }
  }

  private var remedy: Message? {
    switch (self.kind, self.sqlState) {
    case (.poolExhausted, _), (_, SQLState.tooManyConnections): PostgresErrorMessages.tryLater
    case (.outcomeUnknown, _): PostgresErrorMessages.doAgain
    case (_, SQLState.readOnlyTransaction): PostgresErrorMessages.useThePrimary
    case (.connectionFailed, _), (.connectionLost, _), (.timeout, nil): PostgresErrorMessages.seeWhetherItRuns
    case (_, SQLState.undefinedTable), (_, SQLState.undefinedColumn), (_, SQLState.undefinedFunction):
      PostgresErrorMessages.migrateFirst
    case (_, SQLState.insufficientPrivilege): PostgresErrorMessages.lacksRights
    case (_, SQLState.diskFull): PostgresErrorMessages.diskFull
    case (_, SQLState.deadlockDetected), (_, SQLState.serializationFailure), (_, SQLState.lockNotAvailable):
      PostgresErrorMessages.somethingElseAtWork
    default: nil
    }
  }
}
