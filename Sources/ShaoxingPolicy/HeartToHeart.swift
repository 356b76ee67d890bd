import PolicyKit

/// Who talks with whom each year (article 13).
enum HeartToHeart {
  /// Secretaries with their team, and those of city and county with the principals of the committees and townships
  /// right below.
  static let bySecretaries = Population.pairs(
    "secretaries' talks",
    routes: """
      select
        h.person_id as from_id,
        m.person_id as to_id,
        h.unit_id,
        greatest(h.started_on, m.started_on) as began_on
      from unit_head h
      join team_member m on m.unit_id = h.unit_id
      where h.branch in ('party', 'both')
      union all
      select
        h.person_id as from_id,
        c.person_id as to_id,
        h.unit_id,
        greatest(h.started_on, c.started_on) as began_on
      from unit_head h
      join live_unit below
        on below.parent_unit_id = h.unit_id
        and below.unit_kind in ('party_committee', 'township')
      join current_post c
        on c.unit_id = below.unit_id
        and c.role = 'principal'
      where h.unit_kind = 'party_committee'
        and h.level in ('city', 'county')
      """)

  /// Leaders in charge of a unit, from units of city and county, with its head.
  static let byLeadersInCharge = Population.pairs(
    "talks by leaders in charge",
    routes: """
      select
        g.person_id as from_id,
        h.person_id as to_id,
        g.unit_id,
        greatest(g.started_on, h.started_on) as began_on
      from current_charge g
      join on_roll r on r.person_id = g.person_id
      join live_unit u
        on u.unit_id = g.unit_id
        and u.level in ('city', 'county')
      join unit_head h on h.unit_id = g.charged_unit_id
      """)

  /// Heads of organs, institutions, enterprises and party schools of city and county with their team and the
  /// principals of the middle level.
  static let byHeads = Population.pairs(
    "heads' talks",
    routes: """
      with head as (
        select h.*
        from unit_head h
        where h.unit_kind in ('organ', 'institution', 'enterprise', 'party_school')
          and h.level in ('city', 'county')
      )
      select
        h.person_id as from_id,
        m.person_id as to_id,
        h.unit_id,
        greatest(h.started_on, m.started_on) as began_on
      from head h
      join team_member m on m.unit_id = h.unit_id
      union all
      select
        h.person_id as from_id,
        c.person_id as to_id,
        h.unit_id,
        greatest(h.started_on, c.started_on) as began_on
      from head h
      join current_post c
        on c.unit_id = h.unit_id
        and c.role = 'middle_principal'
      """)
}
