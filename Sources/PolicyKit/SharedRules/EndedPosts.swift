/// Posts that ended and were not continued by another record.
public enum EndedPosts {
  /// A template that selects, as `l`'s columns, the posts in live units that ended and were not continued by a record of
  /// the same person and post_key within one day, also one that overlaps and ends later.
  ///
  /// - Parameter condition: SQL over the post `l` and its unit `u`.
  public static func notContinued(where condition: String) -> String {
    """
    select
      l.*,
      u.unit_kind,
      u.level
    from {posts} l
    join live_unit u on u.unit_id = l.unit_id
    where l.ended_on is not null
      and \(condition)
      and not exists (
        select
        from {posts} n
        where n.person_id = l.person_id
          and n.post_key = l.post_key
          and n.post_id <> l.post_id
          and n.started_on <= l.ended_on + 1
          and (n.started_on >= l.ended_on or coalesce(n.ended_on > l.ended_on, true))
      )
    """
  }
}
