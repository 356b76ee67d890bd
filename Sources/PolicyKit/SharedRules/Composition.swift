/// Figures over who leads, and how teams are made up, that several policies share.
public enum CompositionRules {
  /// The share of the leading cadres of whom the condition holds.
  ///
  /// - Parameters:
  ///   - condition: SQL over the person `r`.
  ///   - whole: SQL over the person: of which leading cadres the share is.
  public static func shareOfLeadingCadres(_ condition: String, among whole: String = "true") -> Statistic {
    Statistic(
      shareOf: """
        select
          \(condition) as counts,
          case when {explaining} then 'persons/' || r.person_id end as evidence
        from on_roll r
        where r.is_leading
          and \(whole)
        """)
  }

  /// Women.
  public static let women = shareOfLeadingCadres("r.sex = '2'")
  /// Not of the Party.
  public static let nonParty = shareOfLeadingCadres("not r.party_member")
  /// Aged up to `max_age`.
  public static let young = shareOfLeadingCadres("r.age <= {max_age}")
  /// Of a minority, among those whose ethnicity is given.
  public static let minority = shareOfLeadingCadres("r.ethnicity <> '01'", among: "r.ethnicity is not null")

  /// The share of the teams (head and team of a live party committee, organ or township, of at least `members`) that have
  /// a woman, one who is not of the Party, a young one, all three ages. Parameters: `members`, `young_age`, `middle_age`.
  public static let mixedTeams = Statistic(
    sharesOfClasses: ["women", "non_party", "young", "three_ages"],
    facts: """
      with member as (
        select
          h.unit_id,
          h.person_id
        from unit_head h
        union
        select
          t.unit_id,
          t.person_id
        from team_member t
      ),
      team as (
        select
          m.unit_id,
          bool_or(r.sex = '2') as women,
          bool_or(not r.party_member) as non_party,
          bool_or(r.age <= {young_age}) as young,
          bool_or(r.age <= {young_age})
            and bool_or(r.age > {young_age} and r.age <= {middle_age})
            and bool_or(r.age > {middle_age}) as three_ages
        from member m
        join on_roll r on r.person_id = m.person_id
        join live_unit u on u.unit_id = m.unit_id
        where u.unit_kind in ('party_committee', 'organ', 'township')
        group by m.unit_id
        having count(*) >= {members}
      )
      select
        asked.class,
        asked.counts,
        'units/' || t.unit_id as evidence
      from team t
      cross join lateral (
        values
          ('women', t.women),
          ('non_party', t.non_party),
          ('young', t.young),
          ('three_ages', t.three_ages)
      ) as asked (class, counts)
      """)
}
