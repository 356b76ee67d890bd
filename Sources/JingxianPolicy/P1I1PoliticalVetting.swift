import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let p1i1 = Article(
    "jingxian.1.1", Label("强化政治素质考察", "Political vetting"),
    gist: Label(
      "政治表现考察贯穿综合考核、换届考察、任职考察；政治表现不过关的一票否决",
      "political conduct is vetted throughout; who fails it is vetoed"),
    indicators: [
      Indicator(
        "jingxian.1.1.veto", title: Label("政治表现不过关一票否决", "Veto of the politically unqualified"),
        domain: .political, subject: .person, measure: .none, rule: PoliticalVettingRules.veto),
      Indicator(
        "jingxian.1.1.vetted", title: Label("任职考察政治素质", "Vetted before promotion"),
        domain: .political, subject: .row(of: .selections), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.decided_on"),
          of: """
            select
              s.selection_id as subject_id,
              s.unit_id,
              s.decided_on,
              vetted.evidence is not null as is_vetted,
              array['selections/' || s.selection_id] || vetted.evidence as evidence
            from {selections} s
            left join lateral (
              select array_agg('political_vettings/' || v.vetting_id order by v.vetting_id collate "C") as evidence
              from {political_vettings} v
              where v.person_id = s.person_id
                and v.held_on between s.decided_on - {days} and s.decided_on
            ) vetted on true
            where s.kind = 'promotion'
              or s.important
            """, outcomes: [.when("c.is_vetted", .met)], otherwise: .unmet(.notVettedBefore))),
      Indicator(
        "jingxian.1.1.yearly", title: Label("年度政治素质考察", "Vetted each year"),
        domain: .political, subject: .person, measure: .times,
        rule: Quota(
          Population.leadingCadres.filtered("leading cadres managed by the county", where: "s.managed_by = 'county'"),
          each: .year,
          .facts(
            """
            select
              v.person_id as subject_id,
              v.held_on,
              1 as amount,
              'political_vettings/' || v.vetting_id as evidence
            from {political_vettings} v
            """, atLeast: "count"))),
    ])
}
