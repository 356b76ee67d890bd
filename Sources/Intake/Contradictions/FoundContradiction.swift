import CadreModel
import DataContract
import Messages

/// One contradiction, with what its sentence names.
struct FoundContradiction: Sendable, Hashable {
  let kind: Contradiction
  /// The table of the row, and its key.
  let table: TableName
  let row: String
  /// The row that it contradicts; empty for itself.
  let other: String
  let subject: String
  let detail: [String]

  private func part(_ index: Int) -> String {
    index < detail.count ? detail[index] : ""
  }

  /// A day, or `today` where there is none.
  private func day(_ index: Int) -> Message {
    part(index).isEmpty ? ContradictionMessages.today : Message(part(index), part(index))
  }

  /// The sex that the row has, as people call it and as files do.
  private var sex: Message {
    guard case .code(let codes) = Table[.persons].columns.first(where: { $0.name == "sex" })?.type else {
      return Message(part(0), part(0))
    }
    return Message(codes.first { $0.code == part(0) }?.label ?? part(0), part(0))
  }

  /// What contradicts what, with its values: for the file of findings, not for a screen.
  func text(in language: Language) -> String {
    message.text(in: language)
  }

  private var message: Message {
    switch kind {
    case .identityAgainstBirth: ContradictionMessages.identityAgainstBirth(part(0), identity: part(1))
    case .identityAgainstSex: ContradictionMessages.identityAgainstSex(sex)
    case .identityShared: ContradictionMessages.identityShared(with: other)
    case .hiredTooYoung: ContradictionMessages.hiredTooYoung(birth: part(0), hired: part(1))
    case .datedInFuture: ContradictionMessages.datedInFuture(part(0))
    case .postBeforeBirth: PostContradictionMessages.beforeBirth(part(0), person: subject, birth: part(1))
    case .postAfterLeaving:
      PostContradictionMessages.afterLeaving(subject, left: part(0), from: part(1), to: day(2))
    case .postOutsideUnitLife:
      PostContradictionMessages.outsideUnitLife(
        from: part(0), to: day(1), unit: subject, founded: part(2), dissolved: day(3))
    case .twoHeads: PostContradictionMessages.twoHeads(of: subject, other: other)
    case .postKeyShared: PostContradictionMessages.keyShared(part(0), other: other)
    case .ownSuperior: ContradictionMessages.ownSuperior(levels: part(0))
    case .superiorDissolved: ContradictionMessages.superiorDissolved(other, on: part(0))
    case .leftInDissolvedUnit: PostContradictionMessages.leftInDissolvedUnit(subject, unit: other, dissolved: part(0))
    case .notOnRoll:
      part(0).isEmpty ? PostContradictionMessages.none : PostContradictionMessages.lastEnded(on: part(0))
    case .classesOverlap:
      ContradictionMessages.classesOverlap(part(0), from: part(1), to: part(2), part(3), from: part(4), to: part(5))
    case .trainingOverDay:
      ContradictionMessages.trainingOverDay(subject, hours: part(0), days: part(1), from: part(2), to: part(3))
    case .talkWithOneself: ContradictionMessages.talkWithOneself
    }
  }

  /// What kind of contradiction it is, and which values contradict each other.
  fileprivate var told: Message {
    [Message(kind.chinese, kind.english), message].joined(by: Punctuation.colon)
  }
}

extension FindingsFile {
  /// - Parameter tables: those of the import, for the name of the row's file.
  func append(_ found: FoundContradiction, of tables: [TableReport]) throws(ImportError) {
    let table = Table[found.table]
    let file = tables.first { $0.table == found.table }?.file ?? "\(found.table.rawValue).csv"
    let key = table.columns.first { $0.name == table.key.first }
    try append(
      file: file, line: nil, column: key?.called.text(in: language) ?? "", value: found.row,
      told: found.told.text(in: language), kind: found.kind.rawValue)
  }
}
