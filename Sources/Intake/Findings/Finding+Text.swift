public import CadreModel
import DataContract
import Messages

extension Finding {
  /// One line: where, what is there, what is expected.
  public func text(in language: Language) -> String {
    FindingMessages.finding(
      place.message(in: file), column: column?.called, value: value.map { shown($0, limit: 60) }, problem: problem.message
    ).text(in: language)
  }
}

extension FindingSummary {
  /// How often, in which column, what is wrong, and an example.
  public func text(in language: Language) -> String {
    FindingMessages.summary(
      calledFile(first.file, sheet: first.place.sheet), column: first.column?.called, count: count,
      problem: first.problem.message, first: first.place.within, value: first.value.map { shown($0, limit: 60) }
    ).text(in: language)
  }
}

extension Column {
  /// As people call it, and as files do.
  var called: Message { Message(label, name) }
}

extension TableName {
  /// As people call it, and as files do.
  var called: Message { Message(Table[self].label, rawValue) }
}
