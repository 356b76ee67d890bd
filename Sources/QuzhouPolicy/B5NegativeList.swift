import CadreModel
import PolicyKit

extension Article {
  static let b5 = Article(
    "quzhou.b5", Label("建立负面清单严格换届选举资格审查甄别", "Vetting of candidates"),
    gist: Label(
      "拟新进村“两委”人选由十二部门联合审查，凡进必审；触碰负面清单一律不得通过",
      "twelve departments vet whoever enters; a hit on the negative list is never passed"),
    indicators: [
      Indicator(
        "quzhou.b5.vetting", title: Label("村干部凡进必审", "Vetted before office"),
        domain: .village, subject: "village_cadre", measure: .none,
        rule: Cases(
          rows: """
            with passed as (
              select
                w.village_id,
                w.person_id,
                w.held_on,
                w.vetting_id
              from {village_vettings} w
              where w.kind = 'candidate'
                and w.departments @> {departments}
                and w.negative_hits = 0
                and w.passed
            ),
            first_passed as (
              select
                p.village_id,
                p.person_id,
                min(p.held_on) as held_on,
                array_agg('village_vettings/' || p.vetting_id order by p.held_on, p.vetting_id collate "C") as evidence
              from passed p
              group by p.village_id, p.person_id
            )
            select
              vc.vc_id as subject_id,
              v.township_id as unit_id,
              vc.started_on as referenced_on,
              case when f.held_on <= vc.started_on then 'met' else 'unmet' end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case when f.held_on <= vc.started_on then 'holds' else 'not_vetted' end as reason,
              array['village_cadres/' || vc.vc_id] || f.evidence as evidence
            from {village_cadres} vc
            join village_in_city v on v.village_id = vc.village_id
            left join first_passed f
              on f.village_id = vc.village_id
              and f.person_id = vc.person_id
            where vc.role <> 'reserve'
            """)),
      Indicator(
        "quzhou.b5.negative-list", title: Label("触碰负面清单不得通过", "No pass with a hit"),
        domain: .village, subject: "village_vetting", measure: .none,
        rule: Cases(
          rows: """
            select
              w.vetting_id as subject_id,
              v.township_id as unit_id,
              w.held_on as referenced_on,
              case when w.negative_hits > 0 and w.passed then 'unmet' else 'met' end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case when w.negative_hits > 0 and w.passed then 'passed_despite_hit' else 'holds' end as reason,
              array['village_vettings/' || w.vetting_id] as evidence
            from {village_vettings} w
            join village_in_city v on v.village_id = w.village_id
            """)),
    ])
}
