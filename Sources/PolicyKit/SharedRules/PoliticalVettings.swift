/// The veto over who failed the political vetting, shared by several policies.
public enum PoliticalVettingRules {
  /// Nobody is promoted while the latest political vetting is "unqualified". Judged for everyone whose latest vetting is
  /// unqualified now, or was on the day of a promotion this year. A promotion is a post begun by promotion, or being chosen
  /// for promotion or for an important post. Of two vettings of one day the one with the greater vetting_id is the later.
  public static let veto = State(
    of: """
      with vetting as (
        select
          v.*,
          lead(v.held_on) over (
            partition by v.person_id
            order by v.held_on, v.vetting_id collate "C"
          ) as superseded_on
        from {political_vettings} v
      ),
      promotion as (
        select
          p.person_id,
          p.started_on as promoted_on,
          'posts/' || p.post_id as evidence
        from {posts} p
        where p.entry = 'promotion'
          and p.started_on >= {year_start}
        union all
        select
          s.person_id,
          s.decided_on,
          'selections/' || s.selection_id
        from {selections} s
        where (s.kind = 'promotion' or s.important)
          and s.decided_on >= {year_start}
      ),
      vetoed_promotion as (
        select
          v.person_id,
          array_agg(distinct 'political_vettings/' || v.vetting_id) as vettings,
          array_agg(p.evidence order by p.promoted_on, p.evidence collate "C") as promotions
        from vetting v
        join promotion p
          on p.person_id = v.person_id
          and p.promoted_on > v.held_on
          and coalesce(p.promoted_on <= v.superseded_on, true)
        where v.result = 'unqualified'
        group by v.person_id
      ),
      unqualified as (
        select
          v.person_id,
          array['political_vettings/' || v.vetting_id] as vettings
        from vetting v
        where v.superseded_on is null
          and v.result = 'unqualified'
      )
      select
        r.person_id as subject_id,
        r.unit_id,
        p.person_id is null as holds,
        coalesce(p.vettings, u.vettings) || p.promotions as evidence
      from on_roll r
      left join unqualified u on u.person_id = r.person_id
      left join vetoed_promotion p on p.person_id = r.person_id
      where u.person_id is not null
        or p.person_id is not null
      """, otherwise: .promotedAfterVeto)
}
