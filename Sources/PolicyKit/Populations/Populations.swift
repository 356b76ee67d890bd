extension Population {
  /// Persons on roll; entered after the period's first day: exempt.
  public static let persons = Population(
    "persons",
    """
    select
      r.person_id as subject_id,
      r.*
    from on_roll r
    """, exemption: .enteredAfterStart)

  /// Leading cadres: persons with a current leading post.
  public static let leadingCadres = persons.filtered("leading cadres", where: "s.is_leading")

  /// Party members on roll, probationary ones included.
  public static let partyMembers = persons.filtered("Party members", where: "s.party_member")

  /// The jurisdiction as one subject.
  public static let jurisdiction = Population(
    "jurisdiction",
    """
    select
      $1::text as subject_id,
      null::text as unit_id
    """)

  /// Live units of the kinds, optionally of the levels.
  public static func units(_ kinds: UnitKind..., levels: [UnitLevel] = []) -> Population {
    let kindList = kinds.map(\.rawValue.sqlLiteral).joined(separator: ", ")
    let levelList = levels.map(\.rawValue.sqlLiteral).joined(separator: ", ")
    return Population(
      "units",
      """
      select
        u.unit_id as subject_id,
        u.*
      from live_unit u
      where u.unit_kind in (\(kindList))\(levels.isEmpty ? "" : "\n  and u.level in (\(levelList))")
      """)
  }

  /// Live units that carry a duty.
  public static func units(withDuty duty: String) -> Population {
    Population(
      "units with a duty",
      """
      select
        u.unit_id as subject_id,
        u.*
      from live_unit u
      where \(duty.sqlLiteral) = any(u.duties)
      """)
  }

  /// Persons with a current post of one of the roles in a unit of one of the kinds. `unit_id` is the unit of their main post.
  public static func persons(
    withRoles roles: [String], inUnitsOf kinds: UnitKind..., levels: [UnitLevel] = []
  ) -> Population {
    let roleList = roles.map(\.sqlLiteral).joined(separator: ", ")
    let kindList = kinds.map(\.rawValue.sqlLiteral).joined(separator: ", ")
    let levelList = levels.map(\.rawValue.sqlLiteral).joined(separator: ", ")
    return persons.filtered(
      "persons by post",
      where: """
        exists (
          select from current_post c
          where c.person_id = s.person_id
            and c.role in (\(roleList))
            and c.unit_kind in (\(kindList))\(levels.isEmpty ? "" : "\n    and c.level in (\(levelList))")
        )
        """)
  }

  /// Pairs of persons by the routes that oblige one to talk with the other. A route selects `from_id`, `to_id`,
  /// `unit_id` (whose duty it is) and `began_on` (when its later post or charge began).
  ///
  /// Where several routes lead to one pair, its unit is the one with the smallest id, and the pair is exempt only if it
  /// would be by every route.
  public static func pairs(_ name: String, routes: String) -> Population {
    Population(
      name,
      """
      select
        r.from_id || '>' || r.to_id as subject_id,
        min(r.unit_id collate "C") as unit_id,
        r.from_id,
        r.to_id,
        min(r.began_on) as began_on
      from (
      \(Fragment.indented(routes))
      ) r
      where r.from_id <> r.to_id
      group by r.from_id, r.to_id
      """, exemption: .pairBeganLate)
  }
}

/// Kinds of units, as `units.unit_kind`.
public enum UnitKind: String, Sendable, Hashable, CaseIterable {
  case partyCommittee = "party_committee"
  case organ
  case township
  case institution
  case enterprise
  case partySchool = "party_school"
}

/// Levels of units, as `units.level`.
public enum UnitLevel: String, Sendable, Hashable, CaseIterable {
  case province, city, county, township
}
