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
        domain: .training, subject: .person, measure: .times,
        rule: Quota(
          Population.persons.filtered(
            "young persons hired, promoted or admitted to the Party this year",
            where: """
              s.age <= {max_age}
                and (
                  s.entered_on between {year_start} and {as_of}
                  or s.joined_party_on between {year_start} and {as_of}
                  or s.person_id in (
                    select p.person_id
                    from {posts} p
                    where p.entry = 'promotion'
                      and p.started_on between {year_start} and {as_of}
                  )
                )
              """
          ).withoutExemption,
          each: .year, .facts(Facts.activitiesOfPersons("integrity_education"), atLeast: "count"))),
    ])
}
