import PolicyKit

/// What must be on file when a selection is decided (article 12).
enum SelectionDocuments {
  /// Selections whose documents are all dated by the day of the decision.
  /// - Parameters:
  ///   - condition: the selections judged, over `s`.
  ///   - documents: columns of dates.
  static func complete(of condition: String, documents: [String]) -> Cases {
    let dated = documents.map { "coalesce(s.\($0) <= s.decided_on, false)" }.joined(separator: " and ")
    return Cases(
      kind: .completeness,
      rows: """
        select
          s.selection_id as subject_id,
          s.unit_id,
          s.decided_on as referenced_on,
          case when \(dated) then 'met' else 'unmet' end as status,
          null::numeric as observed,
          null::numeric as required,
          null::date as due_on,
          case when \(dated) then 'holds' else 'incomplete' end as reason,
          array['selections/' || s.selection_id] as evidence
        from {selections} s
        where \(condition)
        """)
  }
}
