public import CadreModel
import DataContract

/// The titles of the main posts that a city's persons hold on a day.
public enum MainPosts {
  /// A `select` of `person_id` and `title`.
  ///
  /// - Parameter city: SQL for the city's code.
  public static func titles(at day: Day, in city: String) -> String {
    """
    with current_post as (
      select
        p.person_id,
        p.post_id,
        p.title,
        \(Snapshot.rankOrder("p.rank")) as rank_order,
        p.leading,
        p.started_on
      from \(Table.posts.seen(at: day, by: nil)) p
      join \(Table.units.seen(at: day, by: nil)) u on u.unit_id = p.unit_id
      where p.ended_on is null
        and (u.founded_on is null or u.founded_on <= \(day.sql))
        and u.dissolved_on is null
    )
    select distinct on (c.person_id)
      c.person_id,
      c.title
    from current_post c
    order by
      c.person_id,
      \(Snapshot.mainPostFirst)
    """.replacing("$1", with: city)
  }
}
