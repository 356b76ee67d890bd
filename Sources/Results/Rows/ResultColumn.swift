package import Messages

/// The columns of results in files for people, in order.
package enum ResultColumn: String, CaseIterable {
  case policy
  case indicator
  case subjectKind = "subject_kind"
  case subjectID = "subject_id"
  case subjectName = "subject_name"
  case unitID = "unit_id"
  case unitName = "unit_name"
  case period
  case status
  case `class`
  case observed
  case required
  case dueOn = "due_on"
  case reason
  // Beside those of `results.csv`, for who has to see to something.
  case title
  case article
  case post

  /// Of `results.csv`.
  package static let results = allCases.filter { ![.title, .article, .post].contains($0) }
  /// Of `exceptions.csv` and `due.csv`.
  package static let attention = allCases

  package var heading: Message {
    switch self {
    case .policy: ColumnHeadings.policy
    case .indicator: ColumnHeadings.indicator
    case .subjectKind: ColumnHeadings.subjectKind
    case .subjectID: ColumnHeadings.subjectID
    case .subjectName: ColumnHeadings.subjectName
    case .unitID: ColumnHeadings.unitID
    case .unitName: ColumnHeadings.unitName
    case .period: ColumnHeadings.period
    case .status: ColumnHeadings.status
    case .class: ColumnHeadings.class
    case .observed: ColumnHeadings.observed
    case .required: ColumnHeadings.required
    case .dueOn: ColumnHeadings.dueOn
    case .reason: ColumnHeadings.reason
    case .title: ColumnHeadings.title
    case .article: ColumnHeadings.article
    case .post: ColumnHeadings.post
    }
  }
}
