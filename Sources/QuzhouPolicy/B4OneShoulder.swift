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
        rule: StateByDate(
          .fixed("{due_on}"),
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
      Indicator(
        "quzhou.b4.vacancy", title: Label("书记出缺村选派第一书记", "First secretary where the office is vacant"),
        domain: .village, subject: .village, measure: .none, rule: firstSecretaryWhereVacant
      )
      .lacking("村书记任职记录", "a record of a secretary"),
    ])

  /// A village that had secretaries and has none any more gets a first secretary within so many days of the day on which the
  /// last one left.
  private static let firstSecretaryWhereVacant = Deadline(
    .days("days"), cases: .all,
    of: """
      select
        v.village_id as subject_id,
        v.township_id as unit_id,
        office.vacant_since as starts_on,
        sent.done_on,
        array['villages/' || v.village_id] || office.evidence || sent.evidence as evidence
      from village_in_city v
      left join (
        select
          vc.village_id,
          bool_or(vc.ended_on is null) as is_held,
          max(vc.ended_on) as vacant_since,
          array_agg('village_cadres/' || vc.vc_id order by vc.vc_id collate "C") as evidence
        from {village_cadres} vc
        where vc.role = 'secretary'
        group by vc.village_id
      ) office on office.village_id = v.village_id
      left join (
        select
          s.village_id,
          min(s.started_on) as done_on,
          array_agg('village_supports/' || s.support_id order by s.started_on, s.support_id collate "C") as evidence
        from {village_supports} s
        where s.kind = 'first_secretary'
          and s.ended_on is null
        group by s.village_id
      ) sent on sent.village_id = v.village_id
      where office.is_held is not true
      """, exempt: [.when("c.starts_on is null", .noData)])
}
