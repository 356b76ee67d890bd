import CadreModel
import PolicyKit

extension Article {
  static let b4 = Article(
    "quzhou.b4", Label("全面推行村党组织书记、村委会主任和村经济合作组织负责人“一肩挑”", "Three offices on one shoulder"),
    gist: Label("书记、主任、合作社负责人由一人担任", "one person is secretary, director and head of the co-operative"),
    indicators: [
      Indicator(
        "quzhou.b4.one-shoulder", title: Label("“一肩挑”", "One shoulder"),
        domain: .village, subject: "village", measure: .none,
        rule: State(
          otherwise: .fails,
          rows: """
            with shoulder as (
              select
                vc.village_id,
                vc.person_id,
                array_agg('village_cadres/' || vc.vc_id order by vc.vc_id collate "C") as evidence
              from current_village_cadre vc
              where vc.role in ('secretary', 'director', 'coop_head')
              group by vc.village_id, vc.person_id
              having count(distinct vc.role) = 3
            )
            select
              v.village_id as subject_id,
              v.township_id as unit_id,
              exists (select from shoulder s where s.village_id = v.village_id) as holds,
              null::text as exempt,
              null::numeric as observed,
              null::numeric as required,
              array['villages/' || v.village_id] || (
                select s.evidence
                from shoulder s
                where s.village_id = v.village_id
                order by s.person_id collate "C"
                limit 1
              ) as evidence
            from village_in_city v
            """)),
    ])
}
