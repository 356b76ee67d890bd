import DataContract

extension ContradictionCheck {
  static let ofPosts: [ContradictionCheck] = [
    ContradictionCheck(.postBeforeBirth, in: .posts, of: .persons, reads: [.persons, .posts]) { looked in
      """
      select
        r.post_id as row_key,
        '' as other_key,
        r.person_id as subject_id,
        null::text as other_id,
        array[r.started_on::text, p.birth_date::text] as detail
      from posts r
      join persons p
        on p.city_code = $1
        and p.person_id = r.person_id
      where r.city_code = $1
        and r.started_on < p.birth_date\(looked.condition("r.person_id"))
      """
    },
    // The day of leaving is the first day out, as a post's end is: a post that ends on it is none too long.
    ContradictionCheck(.postAfterLeaving, in: .posts, of: .persons, reads: [.persons, .posts]) { looked in
      """
      select
        r.post_id as row_key,
        '' as other_key,
        r.person_id as subject_id,
        null::text as other_id,
        array[p.left_on::text, r.started_on::text, coalesce(r.ended_on::text, '')] as detail
      from persons p
      join posts r
        on r.city_code = $1
        and r.person_id = p.person_id
      where p.city_code = $1
        and p.left_on is not null
        and (r.started_on >= p.left_on or coalesce(r.ended_on > p.left_on, true))\(looked.condition("p.person_id"))
      """
    },
    ContradictionCheck(.postOutsideUnitLife, in: .posts, of: .units, reads: [.units, .posts]) { looked in
      """
      select
        r.post_id as row_key,
        r.unit_id as other_key,
        r.unit_id as subject_id,
        null::text as other_id,
        array[
          r.started_on::text,
          coalesce(r.ended_on::text, ''),
          coalesce(u.founded_on::text, ''),
          coalesce(u.dissolved_on::text, '')
        ] as detail
      from units u
      join posts r
        on r.city_code = $1
        and r.unit_id = u.unit_id
      where u.city_code = $1
        and (
          r.started_on < u.founded_on
          or r.started_on >= u.dissolved_on
          or r.ended_on > u.dissolved_on
          or (r.ended_on is null and u.dissolved_on is not null)
        )\(looked.condition("u.unit_id"))
      """
    },
    // Of a unit's Party side and its administrative side each has one head; one who leads both stands on both.
    ContradictionCheck(.twoHeads, in: .posts, of: .units, reads: [.posts]) { looked in
      """
      select distinct on (clash.row_key)
        clash.row_key,
        clash.other_key,
        clash.group_id[1] as subject_id,
        null::text as other_id,
        array[clash.group_id[1]] as detail
      from (
      \(overlapping(
        """
        select
          array[r.unit_id, side.name] as group_id,
          r.person_id as holder,
          r.post_id as row_key,
          r.started_on as starts,
          coalesce(r.ended_on, 'infinity') as ends
        from posts r
        cross join unnest(
          case r.branch when 'both' then array['party', 'admin'] else array[r.branch] end
        ) as side (name)
        where r.city_code = $1
          and r.role = 'principal'\(looked.condition("r.unit_id"))
        """))
      ) clash
      order by clash.row_key, clash.other_key
      """
    },
    ContradictionCheck(.postKeyShared, in: .posts, of: nil, reads: [.posts]) { _ in
      """
      select
        clash.row_key,
        clash.other_key,
        clash.holder as subject_id,
        clash.other_holder as other_id,
        array[clash.group_id] as detail
      from (
      \(overlapping(
        """
        select
          r.post_key as group_id,
          r.person_id as holder,
          r.post_id as row_key,
          r.started_on as starts,
          coalesce(r.ended_on, 'infinity') as ends
        from posts r
        where r.city_code = $1
          and r.post_key in (
            select several.post_key
            from posts several
            where several.city_code = $1
            group by several.post_key
            having min(several.person_id) <> max(several.person_id)
          )
        """))
      ) clash
      """
    },
  ]

  /// Of spells (`group_id`, `holder`, `row_key`, `starts`, `ends`, the end being the first day out) those that begin while
  /// another's of the same group still lasts: each with the one that lasts longest of those begun before. Two of different
  /// holders never overlap unseen: at the first day on which two do, whatever lasts longest then overlaps one of the two.
  private static func overlapping(_ spells: String) -> String {
    """
    select
      s.group_id,
      s.holder,
      s.row_key,
      s.longest[2] as other_holder,
      s.longest[3] as other_key
    from (
      select
        spell.*,
        max(array[spell.ends::text, spell.holder, spell.row_key] collate "C") over (
          partition by spell.group_id
          order by spell.starts, spell.row_key collate "C"
          rows between unbounded preceding and 1 preceding
        ) as longest
      from (
    \(spells)
      ) spell
      where spell.starts < spell.ends
    ) s
    where s.longest[1]::date > s.starts
      and s.longest[2] <> s.holder
    """
  }
}
