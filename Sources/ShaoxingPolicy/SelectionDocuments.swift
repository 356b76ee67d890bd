import DataContract
import PolicyKit

/// What must be on file when a selection is decided, and how it is decided (article 12).
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

  /// Selections that were decided on a day on which a party committee, organ or township (any of the city) decided on
  /// personnel in a meeting.
  static let decidedInMeeting = Cases(
    .ofTheYear(by: "c.decided_on"),
    of: """
      with meeting as (
        select
          d.held_on,
          array_agg('decisions/' || d.decision_id order by d.decision_id collate "C") as evidence
        from {decisions} d
        join {units} u on u.unit_id = d.unit_id
        where d.matter = 'personnel'
          and d.mode = 'meeting'
          and u.unit_kind in ('party_committee', 'organ', 'township')
        group by d.held_on
      )
      select
        s.selection_id as subject_id,
        s.unit_id,
        s.decided_on,
        m.held_on,
        array['selections/' || s.selection_id] || m.evidence as evidence
      from {selections} s
      left join meeting m on m.held_on = s.decided_on
      """,
    outcomes: [.when("c.held_on is not null", .met)], otherwise: .unmet(.notByMeeting))
}
