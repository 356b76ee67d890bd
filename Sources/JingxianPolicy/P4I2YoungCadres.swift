import CadreModel
import PolicyKit

extension Article {
  static let p4i2 = Article(
    "jingxian.4.2", Label("加强年轻干部管理监督", "Young cadres"),
    gist: Label(
      "对新入职、新提拔、新入党的年轻干部开展廉政教育；主要负责人定期与年轻干部谈心谈话",
      "integrity education for young cadres newly hired, promoted or in the Party; heads talk with the young"),
    indicators: [
      Indicator(
        "jingxian.4.2.young-talk", title: Label("与年轻干部谈心谈话", "Talks with young cadres"),
        domain: .talks, subject: .pair, measure: .times,
        rule: Quota(
          .pairs(
            "head and young cadres of the unit",
            routes: """
              select
                h.person_id as from_id,
                c.person_id as to_id,
                h.unit_id,
                greatest(h.started_on, c.started_on) as began_on
              from unit_head h
              join current_post c on c.unit_id = h.unit_id
              join on_roll r on r.person_id = c.person_id
              where r.age <= {max_age}
              """),
          each: .year, .facts(Facts.heartToHeartOfPairs, atLeast: "count"))),
      Indicator(
        "jingxian.4.2.young-education", title: Label("年轻干部廉政教育", "Integrity education of the young"),
        domain: .training, subject: .youngEvent, measure: .none, rule: educated),
    ])

  /// Education against corruption after a young person entered, was promoted or joined the Party. Of several promotions
  /// the first that is a case of the year counts. It is picked in this template, so `Deadline` judges all rows (`.all`).
  private static let educated = Deadline(
    .days("days"), cases: .all,
    of: """
      with event as (
        select
          r.person_id,
          r.unit_id,
          'entered' as kind,
          r.entered_on as day,
          'persons/' || r.person_id as evidence
        from on_roll r
        union all
        select
          r.person_id,
          r.unit_id,
          'joined',
          r.joined_party_on,
          'persons/' || r.person_id
        from on_roll r
        union all
        select
          r.person_id,
          r.unit_id,
          'promoted',
          p.started_on,
          'posts/' || p.post_id
        from on_roll r
        join {posts} p on p.person_id = r.person_id
        where p.entry = 'promotion'
      ),
      event_of_young as (
        select e.*
        from event e
        join {persons} n on n.person_id = e.person_id
        where e.day <= {as_of}
          and e.day + {days} >= {year_start}
          and extract(year from age(e.day, n.birth_date)) <= {max_age}
      ),
      education as (
        select
          e.person_id,
          e.kind,
          e.evidence,
          min(a.held_on) as done_on,
          array_agg('activities/' || a.activity_id order by a.held_on, a.activity_id collate "C") as activities
        from event_of_young e
        join {activities} a on a.person_id = e.person_id
        where a.kind = 'integrity_education'
          and a.held_on >= e.day
        group by
          e.person_id,
          e.kind,
          e.evidence
      ),
      dated as (
        select
          e.*,
          education.done_on,
          education.activities
        from event_of_young e
        left join education
          on education.person_id = e.person_id
          and education.kind = e.kind
          and education.evidence = e.evidence
      )
      select distinct on (d.person_id, d.kind)
        d.person_id || ':' || d.kind as subject_id,
        d.unit_id,
        d.day as starts_on,
        d.done_on,
        array[d.evidence] || d.activities as evidence
      from dated d
      where d.day >= {year_start}
        or d.done_on is null
        or d.done_on >= {year_start}
      order by
        d.person_id,
        d.kind,
        d.day,
        d.evidence collate "C"
      """)
}
