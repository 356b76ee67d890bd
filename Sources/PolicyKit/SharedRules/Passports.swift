import DataContract

/// Duties over passports that several policies share.
public enum PassportRules {
  /// Handed in within so many days of being issued. Parameter: `days`.
  ///
  /// - Parameter post: SQL over the post `p` that the holder must have held on the day of issue.
  public static func handedIn(ofHoldersWhere post: String) -> Deadline {
    Deadline(
      .days("days"), cases: .begunThisYear, from: "c.issued_on",
      of: Rows.of(.passports, where: HeldPosts.held(by: "c.person_id", on: "c.issued_on", where: post)),
      done: "c.handed_in_on")
  }
}
