import PolicyKit

/// Commitments to be signed, shared by a7 and b10.
enum CommitmentRules {
  /// Signed within `days` of `starts_on`.
  /// - Parameters:
  ///   - kind: the commitment's kind.
  ///   - persons: selects `subject_id`, `person_id`, `unit_id`, `starts_on`.
  static func signed(_ kind: String, by persons: String) -> Deadline {
    Deadline(
      .days("days"), cases: .all,
      of: """
        select
          bound.subject_id,
          bound.unit_id,
          bound.starts_on,
          signed.done_on,
          signed.evidence
        from (
        \(persons)
        ) bound
        left join (
          select
            c.person_id,
            min(c.signed_on) as done_on,
            array_agg('commitments/' || c.commitment_id order by c.signed_on, c.commitment_id collate "C") as evidence
          from {commitments} c
          where c.kind = '\(kind)'
          group by c.person_id
        ) signed on signed.person_id = bound.person_id
        """)
  }
}
