import DataContract
import PolicyKit

/// What must be on file when a selection is decided (article 12).
enum SelectionDocuments {
  /// Selections whose documents are all dated by the day of the decision.
  /// - Parameters:
  ///   - condition: the selections judged, over `c`.
  ///   - documents: columns of dates.
  static func complete(of condition: String, documents: [String]) -> Cases {
    Cases(
      .ofTheYear(by: "c.decided_on"), of: Rows.of(.selections, where: condition), kind: .completeness,
      outcomes: [.when(documents.map { "c.\($0) <= c.decided_on" }.joined(separator: "\n    and "), .met)],
      otherwise: .unmet(.incomplete), detail: documents.map { Part.dated($0, by: "decided_on") }.lacking("c"))
  }
}
