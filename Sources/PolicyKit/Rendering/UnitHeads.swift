public import CadreModel
import DataContract

/// The heads of a city's units on a day, as rules see them: for who lists whom to turn to.
public enum UnitHeads {
  /// A `select` of `unit_id`, `person_id`, `name` and `title`, of each live unit that has a head.
  ///
  /// - Parameter city: SQL for the city's code.
  public static func select(at day: Day, in city: String) -> String {
    """
    with live_unit as (
      \(hanging: Snapshot.liveUnit)
    ),
    current_post as (
      \(hanging: Snapshot.currentPosts())
    ),
    unit_head as (
      \(hanging: Snapshot.unitHead)
    )
    select
      h.unit_id,
      h.person_id,
      e.name,
      p.title
    from unit_head h
    join {persons} e on e.person_id = h.person_id
    join {posts} p on p.post_id = h.post_id
    """
    .replacing("{units}", with: Table.units.seen(at: day, by: nil))
    .replacing("{posts}", with: Table.posts.seen(at: day, by: nil))
    .replacing("{persons}", with: Table.persons.seen(at: day, by: nil))
    .replacing("{as_of}", with: day.sql)
    .replacing("$1", with: city)
  }
}
