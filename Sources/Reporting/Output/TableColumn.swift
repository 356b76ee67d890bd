package import CadreModel
package import Messages
package import Results

/// A column of a table: what stands above it, and what its cells hold. Both the CSV and the workbook are written by it.
package struct TableColumn: Sendable, Hashable {
  package let kind: Kind
  package let heading: Message
  /// Whether a workbook keeps it out of sight, and off paper, until somebody wants to see it.
  package var isHidden = false

  package init(_ kind: Kind, _ heading: Message) {
    self.kind = kind
    self.heading = heading
  }

  /// What its cells hold.
  package enum Kind: Sendable, Hashable {
    case text
    /// Names and titles: of several lines where they are long.
    case words
    /// Sentences: wide, and of several lines where need be.
    case sentence
    /// Ids and codes: text, whatever they look like.
    case identifier
    case count
    /// How many results have a status.
    case counted(Status)
    /// A plain decimal.
    case decimal
    /// Of four digits, 0.8333.
    case rate
    /// The difference of two rates.
    case change
    /// 1 or 0.
    case flag
    case day
    /// The name of a status.
    case status
  }
}

extension TableColumn {
  /// A column of results.
  package init(_ column: ResultColumn) {
    let kind: Kind =
      switch column {
      case .indicator, .subjectID, .unitID, .period: .identifier
      case .observed, .required: .decimal
      case .dueOn: .day
      case .status: .status
      case .reason: .sentence
      case .subjectName, .unitName, .title, .article, .post: .words
      case .policy, .subjectKind, .class: .text
      }
    self.init(kind, column.heading)
  }
}
