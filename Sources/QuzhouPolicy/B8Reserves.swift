import CadreModel
import PolicyKit

extension Article {
  static let b8 = Article(
    "quzhou.b8", Label("加快培养村党组织书记后备力量,切实改进农村发展党员工作", "Reserves and new members"),
    gist: Label(
      "每村2名左右后备，其中40周岁以下至少1名；到2022年1000人以上的村至少1名大学生进班子；解决5年未发展党员、缺乏35岁以下党员的村",
      "about two reserves a village, one aged 40 or less; a graduate in villages of 1000 by 2022; new and young members"),
    indicators: [
      Indicator(
        "quzhou.b8.reserve", title: Label("村书记后备人选", "Reserves"),
        domain: .village, subject: "village", measure: .persons,
        rule: State(
          otherwise: .fails,
          rows: """
            select
              v.village_id as subject_id,
              v.township_id as unit_id,
              reserve.persons >= {count} and reserve.young >= {young_count} as holds,
              null::text as exempt,
              reserve.persons as observed,
              {count}::numeric as required,
              array['villages/' || v.village_id] || reserve.evidence as evidence
            from village_in_city v
            cross join lateral (
              select
                count(distinct vc.person_id)::numeric as persons,
                count(distinct vc.person_id)
                  filter (where extract(year from age({as_of}, p.birth_date)) <= {young_age}) as young,
                array_agg('village_cadres/' || vc.vc_id order by vc.vc_id collate "C") as evidence
              from current_village_cadre vc
              join {persons} p on p.person_id = vc.person_id
              where vc.village_id = v.village_id
                and vc.role = 'reserve'
            ) reserve
            """)),
      // The year as read from a misprint ("20221000" for "2022, 1000"), the day assumed.
      Indicator(
        "quzhou.b8.graduates", title: Label("大学生进村级班子", "Graduates in office"),
        domain: .village, subject: "village", measure: .none,
        rule: Deadline(
          .fixed("{due_on}"), cases: .all,
          rows: """
            select
              v.village_id as subject_id,
              v.township_id as unit_id,
              {due_on} as starts_on,
              case when graduate.evidence is not null then least({as_of}, {due_on}) end as done_on,
              array['villages/' || v.village_id] || graduate.evidence as evidence
            from village_in_city v
            cross join lateral (
              select array_agg('village_cadres/' || vc.vc_id order by vc.vc_id collate "C") as evidence
              from current_village_cadre vc
              where vc.village_id = v.village_id
                and vc.role <> 'reserve'
                and vc.graduate
            ) graduate
            where v.population >= {population}
            """)),
      Indicator(
        "quzhou.b8.new-members", title: Label("五年内发展党员", "Members admitted within five years"),
        domain: .village, subject: "village", measure: .none,
        rule: State(
          otherwise: .fails,
          rows: """
            select
              v.village_id as subject_id,
              v.township_id as unit_id,
              coalesce(
                v.last_member_admitted_on > ({as_of} - make_interval(years => {years}))::date, false
              ) as holds,
              null::text as exempt,
              null::numeric as observed,
              null::numeric as required,
              array['villages/' || v.village_id] as evidence
            from village_in_city v
            """)),
      Indicator(
        "quzhou.b8.young-members", title: Label("35岁以下党员", "Members aged 35 or less"),
        domain: .village, subject: "village", measure: .persons,
        rule: State(
          otherwise: .fails,
          rows: """
            select
              v.village_id as subject_id,
              v.township_id as unit_id,
              v.members_under_36 >= {count} as holds,
              null::text as exempt,
              v.members_under_36::numeric as observed,
              {count}::numeric as required,
              array['villages/' || v.village_id] as evidence
            from village_in_city v
            """)),
    ])
}
