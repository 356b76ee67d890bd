public import CadreModel
public import DataContract
import Intake
import Messages

/// One doubtful row, or one that is missing.
public struct QualityFinding: Sendable, Hashable {
  public let kind: QualityKind
  public let table: TableName
  /// The row's key, its parts apart by `:`. Of a gap whose series it is; empty for a table as a whole.
  public let key: String
  /// Which kind of row, where the table holds several (`activities.kind`); else empty.
  public let code: String
  /// The day since which it is so, as far as it is known: of the row, of the first period that is missing, of the import that
  /// brought it.
  public let since: Day?
  /// What its sentence names, in its order.
  let detail: [String]

  init(kind: QualityKind, table: TableName, key: String, code: String = "", since: Day?, detail: [String]) {
    self.kind = kind
    self.table = table
    self.key = key
    self.code = code
    self.since = since
    self.detail = detail
  }

  private func part(_ index: Int) -> String {
    index < detail.count ? detail[index] : ""
  }

  /// Nil for an empty cell.
  private func given(_ index: Int) -> String? {
    part(index).isEmpty ? nil : part(index)
  }

  /// What is doubtful, with its values: for a file, and for a screen where the kind is not personal.
  public func text(in language: Language) -> String {
    if case .contradiction(let kind) = kind {
      return FoundContradiction(
        kind: kind, table: table, row: key, other: part(0), subject: part(1), detail: Array(detail.dropFirst(2))
      ).text(in: language)
    }
    return sentence.text(in: language)
  }

  private var sentence: Message {
    switch kind {
    case .contradiction(let kind): Message(kind.chinese, kind.english)
    case .gap:
      QualityFindingMessages.gap(
        of: seriesTitle, present: part(0), of: part(1), missing: Array(detail.dropFirst(2)))
    case .sameNameAndBirth: QualityFindingMessages.sameNameAndBirth(as: part(0), identity: IdentityComparison(part(1)))
    case .attendanceTwice:
      QualityFindingMessages.attendanceTwice(as: part(0), person: part(1), of: part(2), on: part(3))
    case .postTwice: QualityFindingMessages.postTwice(as: part(0), person: part(1), unit: part(2), from: part(3))
    case .hoursOutlier: QualityFindingMessages.hoursOutlier(part(0), person: part(1), days: part(2))
    case .daysOutlier: QualityFindingMessages.daysOutlier(part(0), person: part(1))
    case .ageOutlier: QualityFindingMessages.ageOutlier(part(0))
    case .leaveOutlier: QualityFindingMessages.leaveOutlier(due: given(0), taken: given(1))
    case .onlineOverDay: QualityFindingMessages.onlineOverDay(person: part(0), on: part(1), hours: part(2), records: part(3))
    case .onlineBurst:
      QualityFindingMessages.onlineBurst(person: part(0), year: part(1), late: part(2), all: part(3), percent: part(4))
    case .stale: QualityFindingMessages.stale(days: part(0), rhythm: part(1))
    }
  }

  /// What the series is of: the kind of activity, else the table.
  private var seriesTitle: Message {
    let table = Table[table]
    guard case .code(let codes) = table.column("kind")?.type, let found = codes.first(where: { $0.code == code }) else {
      return Message(table.label, table.name.rawValue.replacing("_", with: " "))
    }
    return Message(found.label, found.code.replacing("_", with: " "))
  }
}

extension IdentityComparison {
  init(_ text: String) {
    self = text == "true" ? .same : text == "false" ? .different : .unknown
  }
}
