import CLibPQ

extension PostgresError {
  /// The error that a failed result carries.
  init(_ result: ResultHandle, statement: Statement?) {
    let state = result.field("C").map(SQLState.init(rawValue:))
    let severity = result.field("V")
    let message = result.field("M") ?? trimmedMessage(PQresultErrorMessage(result.pointer))
    let kind: Kind
    if severity == "FATAL" || severity == "PANIC" {
      kind = .connectionLost
    } else if let state {
      kind = .server(state)
    } else {
      // libpq's own report, without a code: the link broke.
      kind = .connectionLost
    }
    self.init(kind, message)
    self.severity = severity
    self.sqlState = state
    self.detail = result.field("D")
    self.hint = result.field("H")
    self.context = result.field("W")
    self.position = result.field("P").flatMap { Int($0) }
    self.schema = result.field("s")
    self.table = result.field("t")
    self.column = result.field("c")
    self.dataType = result.field("d")
    self.constraint = result.field("n")
    self.statementName = statement?.name
    self.safeMessage = withoutData(message, state: state, parameters: statement?.parameters ?? [])
  }
}

extension PostgresError {
  /// Why no connection was made, from libpq's verbose report: `... failed: FATAL:  57P03: the database system is ...`,
  /// then lines that begin with `LOCATION:`. Where it holds the server's code, the error gets that code.
  init(refusal report: String) {
    let told = report.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("LOCATION:") }
    let text = told.joined(separator: "\n")
    // The severity before the code is matched as a word of its own, since `FATAL` looks like a code, too: five capitals.
    guard let match = text.firstMatch(of: #/(?<lead>: +[^\s:]+: +)(?<code>[0-9A-Z]{5}): /#) else {
      self.init(.connectionFailed, text)
      return
    }
    var message = text
    message.replaceSubrange(match.range, with: match.output.lead)
    self.init(.connectionFailed, message)
    self.sqlState = SQLState(rawValue: String(match.output.code))
  }
}

/// The server's message without the data it quotes: `invalid input syntax for type date: "…"`.
private func withoutData(_ message: String, state: SQLState?, parameters: [Parameter]) -> String {
  var text = message
  // Data exceptions quote the value itself, also one that came by COPY.
  if state?.errorClass == "22" || state?.errorClass == "P0" { text = withoutQuoted(text) }
  for parameter in parameters {
    for value in parameter.texts where value.utf8.count >= 4 {
      text = text.replacing(value, with: "…")
    }
  }
  return text
}

/// `text` with whatever stands between double quotes replaced by an ellipsis.
func withoutQuoted(_ text: String) -> String {
  guard let first = text.firstIndex(of: "\""), let last = text.lastIndex(of: "\""), first < last else { return text }
  return text[...first] + "…" + text[last...]
}
