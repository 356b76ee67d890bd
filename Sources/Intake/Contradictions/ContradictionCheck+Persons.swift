import DataContract

extension ContradictionCheck {
  static let ofPersons: [ContradictionCheck] = [
    // Numbers are sealed: what they say was listed by who can open them.
    ContradictionCheck(.identityAgainstBirth, in: .persons, of: .persons, reads: [.persons]) { _ in
      """
      select
        d.person_id as row_key,
        '' as other_key,
        d.person_id as subject_id,
        null::text as other_id,
        array[d.birth_date, d.born] as detail
      from \(NumberDoubts.table) d
      where d.born <> d.birth_date
      """
    },
    ContradictionCheck(.identityAgainstSex, in: .persons, of: .persons, reads: [.persons]) { _ in
      """
      select
        d.person_id as row_key,
        '' as other_key,
        d.person_id as subject_id,
        null::text as other_id,
        array[d.sex] as detail
      from \(NumberDoubts.table) d
      where d.sex <> d.sex_by_number
      """
    },
    // Each beside the first of those that share the number: a number that stands for "unknown" makes no pair of all with all.
    ContradictionCheck(.identityShared, in: .persons, of: nil, reads: [.persons]) { _ in
      """
      select
        p.person_id as row_key,
        shared.first_id as other_key,
        p.person_id as subject_id,
        shared.first_id as other_id,
        '{}'::text[] as detail
      from (
        select
          n.id_number,
          min(n.person_id collate "C") as first_id
        from persons n
        where n.city_code = $1
          and n.id_number is not null
        group by n.id_number
        having count(*) > 1
      ) shared
      join persons p
        on p.city_code = $1
        and p.id_number = shared.id_number
        and p.person_id <> shared.first_id
      """
    },
    ContradictionCheck(.hiredTooYoung, in: .persons, of: .persons, reads: [.persons]) { looked in
      """
      select
        p.person_id as row_key,
        '' as other_key,
        p.person_id as subject_id,
        null::text as other_id,
        array[p.birth_date::text, p.hired_on::text] as detail
      from persons p
      where p.city_code = $1
        and p.hired_on < p.birth_date + interval '16 years'\(looked.condition("p.person_id"))
      """
    },
    // Employed today and without a post today, in whatever unit; village cadres are judged by their village office.
    ContradictionCheck(.notOnRoll, in: .persons, of: nil, reads: [.persons, .posts, .villageCadres], isTimely: true) { _ in
      """
      select
        p.person_id as row_key,
        '' as other_key,
        p.person_id as subject_id,
        null::text as other_id,
        array[coalesce(last_post.ended_on::text, '')] as detail
      from persons p
      left join lateral (
        select max(r.ended_on) as ended_on
        from posts r
        where r.city_code = $1
          and r.person_id = p.person_id
          and r.ended_on <= current_date
      ) last_post on true
      where p.city_code = $1
        and p.hired_on <= current_date
        and coalesce(p.left_on > current_date, true)
        and not exists (
          select 1
          from posts r
          where r.city_code = $1
            and r.person_id = p.person_id
            and r.started_on <= current_date
            and coalesce(r.ended_on > current_date, true)
        )
        and not exists (
          select 1
          from village_cadres v
          where v.city_code = $1
            and v.person_id = p.person_id
        )
      """
    },
    ContradictionCheck(.leftInDissolvedUnit, in: .posts, of: nil, reads: [.persons, .posts, .units], isTimely: true) { _ in
      """
      select
        r.post_id as row_key,
        r.unit_id as other_key,
        r.person_id as subject_id,
        null::text as other_id,
        array[u.dissolved_on::text] as detail
      from units u
      join posts r
        on r.city_code = $1
        and r.unit_id = u.unit_id
      join persons p
        on p.city_code = $1
        and p.person_id = r.person_id
      where u.city_code = $1
        and u.dissolved_on <= current_date
        and r.started_on <= current_date
        and coalesce(r.ended_on > current_date, true)
        and p.hired_on <= current_date
        and coalesce(p.left_on > current_date, true)
        and not exists (
          select 1
          from posts other
          join units live
            on live.city_code = $1
            and live.unit_id = other.unit_id
          where other.city_code = $1
            and other.person_id = r.person_id
            and other.started_on <= current_date
            and coalesce(other.ended_on > current_date, true)
            and coalesce(live.dissolved_on > current_date, true)
        )
      """
    },
    // Two ids of one person: the same identity number, or the same letters and digits when case, marks and leading zeros are
    // left out. Those end alike, which is quickly seen.
    ContradictionCheck(.talkWithOneself, in: .talks, of: .persons, reads: [.persons, .talks]) { looked in
      """
      select
        t.talk_id as row_key,
        '' as other_key,
        t.from_person_id as subject_id,
        t.to_person_id as other_id,
        '{}'::text[] as detail
      from talks t
      join persons f
        on f.city_code = $1
        and f.person_id = t.from_person_id
      join persons o
        on o.city_code = $1
        and o.person_id = t.to_person_id
      where t.city_code = $1
        and f.person_id <> o.person_id
        and (
          f.id_number = o.id_number
          or (
            \(lastSign("f.person_id")) = \(lastSign("o.person_id"))
            and \(spelling("f.person_id")) = \(spelling("o.person_id"))
          )
        )\(looked.condition("t.from_person_id", "t.to_person_id"))
      """
    },
  ]

  private static func lastSign(_ id: String) -> String {
    "right(rtrim(upper(\(id)), '_-'), 1)"
  }

  private static func spelling(_ id: String) -> String {
    "regexp_replace(upper(\(id)), '[_-]|(?<![0-9])0+(?=[0-9])', '', 'g')"
  }
}
