public import CadreModel
import Messages
public import Results

extension ChangeCause {
  /// As people read it.
  public var label: Label {
    switch self {
    case .rules: ChangesMessages.rules
    case .data: ChangesMessages.data
    case .parameters: ChangesMessages.parameters
    case .waiverBegan: ChangesMessages.waiverBegan
    case .waiverEnded: ChangesMessages.waiverEnded
    case .periodBegan: ChangesMessages.periodBegan
    case .periodEnded: ChangesMessages.periodEnded
    case .entered: ChangesMessages.entered
    case .left: ChangesMessages.left
    case .duePassed: ChangesMessages.duePassed
    case .dueNear: ChangesMessages.dueNear
    case .facts: ChangesMessages.facts
    case .timePassed: ChangesMessages.timePassed
    }
  }

  /// As tables have it: the label in Chinese, the code in English.
  func name(in language: Language) -> String { language == .chinese ? label.chinese : rawValue }
}

extension ChangedCell.Change {
  private var label: Label {
    switch self {
    case .inserted: ChangesMessages.inserted
    case .updated: ChangesMessages.updated
    case .withdrawn: ChangesMessages.withdrawn
    case .wholeTable: ChangesMessages.wholeTable
    case .firstLoad: ChangesMessages.firstLoad
    }
  }

  func name(in language: Language) -> String { language == .chinese ? label.chinese : rawValue }
}

extension ChangesFigures.Indicators {
  /// Its causes, each with how many results it changed and by how many points the rate.
  func causes(_ parts: PageParts) -> Message {
    causes.map { entry in
      entry.rateChange.map { ChangesMessages.counted(entry.cause.label, entry.flips, points: parts.change($0)) }
        ?? ChangesMessages.counted(entry.cause.label, entry.flips)
    }.joined(by: Punctuation.comma)
  }
}
