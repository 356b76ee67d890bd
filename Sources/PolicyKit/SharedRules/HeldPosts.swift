/// Posts as they were held on a day, in whatever unit.
public enum HeldPosts {
  /// SQL of whether a person held, on a day, a post of which the condition is true.
  ///
  /// - Parameters:
  ///   - person, day: SQL.
  ///   - condition: SQL over the post `p`.
  public static func held(by person: String, on day: String, where condition: String) -> String {
    """
    exists (
      select
      from {posts} p
      join {persons} e on e.person_id = p.person_id
      where p.person_id = \(person)
        and \(condition)
        and p.started_on <= \(day)
        and coalesce(p.ended_on > \(day), true)
        and e.hired_on <= \(day)
        and coalesce(e.left_on > \(day), true)
    )
    """
  }

  /// SQL of whether a person held a leading post on a day.
  public static func heldLeadingPost(by person: String, on day: String) -> String {
    held(by: person, on: day, where: "p.leading")
  }
}
