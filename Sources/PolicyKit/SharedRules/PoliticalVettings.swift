/// The veto over who failed the political vetting, shared by several policies.
public enum PoliticalVettingRules {
  /// A person whose latest vetting is unqualified has not been promoted since. Same day: the greater vetting_id.
  public static let veto = State(
    of: """
      with latest as (
        select distinct on (v.person_id)
          v.*
        from {political_vettings} v
        order by v.person_id, v.held_on desc, v.vetting_id collate "C" desc
      ),
      promotion as (
        select
          l.person_id,
          array_agg('posts/' || p.post_id order by p.post_id collate "C") as evidence
        from latest l
        join {posts} p
          on p.person_id = l.person_id
          and p.entry = 'promotion'
          and p.started_on > l.held_on
        group by l.person_id
      )
      select
        l.person_id as subject_id,
        r.unit_id,
        p.person_id is null as holds,
        array['political_vettings/' || l.vetting_id] || p.evidence as evidence
      from latest l
      join on_roll r on r.person_id = l.person_id
      left join promotion p on p.person_id = l.person_id
      where l.result = 'unqualified'
      """, otherwise: .promotedAfterVeto)
}
