import CadreModel
import PolicyKit

extension Article {
  static let b8 = Article(
    "quzhou.b8", Label("加快培养村党组织书记后备力量，切实改进农村发展党员工作", "Successors and new Party members"),
    gist: Label(
      "每村2名左右后备人选，其中40周岁以下至少1名；千人以上村有大学生进班子；解决多年未发展党员和缺乏年轻党员",
      "about two in reserve, one of them aged 40 or under; a graduate in larger villages; new and young Party members"),
    indicators: [
      Indicator(
        "quzhou.b8.reserve", title: Label("村书记后备人选", "Reserve secretaries"),
        domain: .village, subject: .village, measure: .persons,
        rule: State(
          of: """
            select
              v.village_id as subject_id,
              v.township_id as unit_id,
              coalesce(ready.persons, 0) >= {count} and coalesce(ready.young, 0) >= {young_count} as holds,
              coalesce(ready.persons, 0)::numeric as observed,
              coalesce(ready.young, 0) as young,
              array['villages/' || v.village_id] || ready.evidence as evidence
            from village_in_city v
            left join (
              select
                vc.village_id,
                count(distinct vc.person_id) as persons,
                count(distinct vc.person_id) filter (
                  where extract(year from age({as_of}, p.birth_date)) <= {young_age}
                ) as young,
                array_agg('village_cadres/' || vc.vc_id order by vc.vc_id collate "C") as evidence
              from current_village_cadre vc
              join {persons} p on p.person_id = vc.person_id
              where vc.role = 'reserve'
              group by vc.village_id
            ) ready on ready.village_id = v.village_id
            """, amounts: Amounts(observed: "c.observed", required: "{count}::numeric"), otherwise: .reserveShort,
          detail: "c.young || '/' || {young_count}")),
      Indicator(
        "quzhou.b8.graduates", title: Label("大学生进村级班子", "Graduates among village cadres"),
        domain: .village, subject: .village, measure: .none,
        rule: StateByDate(
          .fixed("{due_on}"),
          of: """
            select
              v.village_id as subject_id,
              v.township_id as unit_id,
              graduates.evidence is not null as holds,
              array['villages/' || v.village_id] || graduates.evidence as evidence
            from village_in_city v
            left join (
              select
                vc.village_id,
                array_agg('village_cadres/' || vc.vc_id order by vc.vc_id collate "C") as evidence
              from current_village_cadre vc
              where vc.role <> 'reserve'
                and vc.graduate
              group by vc.village_id
            ) graduates on graduates.village_id = v.village_id
            where v.population >= {population}
            """, otherwise: .noGraduate)),
      Indicator(
        "quzhou.b8.new-members", title: Label("近年发展党员", "New Party members"),
        domain: .village, subject: .village, measure: .none,
        rule: VillageRules.state(
          holds: """
            coalesce(
              c.last_member_admitted_on > ({as_of} - make_interval(years => {years}))::date, false
            )
            """, otherwise: .noNewMembers)),
      Indicator(
        "quzhou.b8.young-members", title: Label("35岁以下年轻党员", "Party members under 36"),
        domain: .village, subject: .village, measure: .persons,
        rule: VillageRules.state(
          holds: "c.members_under_36 >= {count}",
          amounts: Amounts(observed: "c.members_under_36::numeric", required: "{count}::numeric"), otherwise: .noYoungMembers)),
    ])
}
