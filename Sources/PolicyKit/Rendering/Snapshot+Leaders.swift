extension Snapshot {
  /// Leaders of county rank (县处级领导干部): those of `on_roll` who hold a leading post and whose main post has that rank. Few
  /// of a city's persons are, and to find them takes much less than to make `on_roll`: so a rule about the whole city that
  /// asks for them alone is quickly judged again after a day's changes.
  static let divisionLeader = """
    with of_rank as (
      select distinct p.person_id
      from {posts} p
      where p.rank = 'county_division'
        and \(isOpen("p.ended_on"))
    ),
    held as (
      \(hanging: currentPosts(of: "of_rank"))
    ),
    main_post as (
      \(hanging: mainPosts(of: "held"))
    )
    select
      m.person_id,
      m.post_id,
      m.unit_id
    from main_post m
    where m.rank = 'county_division'
      and m.is_leading
    """
}
