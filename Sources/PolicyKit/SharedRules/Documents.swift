/// Documents that a clause asks for.
public enum DocumentRules {
  /// The first document for the clause, issued within so many days of the policy's effect. Parameter: `days`.
  public static func issued(for clause: String) -> Deadline {
    Deadline(
      .days("days"), cases: .all,
      of: """
        select
          $1::text as subject_id,
          null::text as unit_id,
          {effective_on} as starts_on,
          min(d.issued_on) as done_on,
          array_agg('documents/' || d.document_id order by d.issued_on, d.document_id collate "C")
            filter (where d.document_id is not null) as evidence
        from {documents} d
        where d.clause = \(clause.sqlLiteral)
        """)
  }
}
