import CadreModel
import PolicyKit

extension Article {
  static let b4 = Article(
    "quzhou.b4", Label("全面推行村党组织书记、村委会主任和村经济合作组织负责人“一肩挑”", "Three village offices in one hand"),
    gist: Label(
      "村党组织书记、村委会主任、村经济合作组织负责人由一人担任",
      "one person is secretary, director and head of the cooperative"),
    indicators: [
      Indicator(
        "quzhou.b4.one-shoulder", title: Label("“一肩挑”落实", "Three offices held by one person"),
        domain: .village, subject: .village, measure: .none,
        rule: State(
          of: """
            select
              v.village_id as subject_id,
              v.township_id as unit_id,
              united.evidence is not null as holds,
              array['villages/' || v.village_id] || united.evidence as evidence
            from village_in_city v
            left join (
              select distinct on (held.village_id)
                held.village_id,
                held.evidence
              from (
                select
                  vc.village_id,
                  vc.person_id,
                  array_agg('village_cadres/' || vc.vc_id order by vc.vc_id collate "C") as evidence
                from current_village_cadre vc
                where vc.role = any({roles})
                group by
                  vc.village_id,
                  vc.person_id
                having count(distinct vc.role) = cardinality({roles})
              ) held
              order by
                held.village_id,
                held.person_id collate "C"
            ) united on united.village_id = v.village_id
            """, otherwise: .rolesApart)),
    ])
}
