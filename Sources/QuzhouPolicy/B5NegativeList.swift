import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let b5 = Article(
    "quzhou.b5", Label("建立负面清单严格换届选举资格审查甄别", "Negative list and vetting of candidates"),
    gist: Label(
      "触碰负面清单的一律不得通过；新进村“两委”人选由十二个部门联合审查，凡进必审",
      "a hit on the negative list fails the candidate; twelve departments vet whoever enters office"),
    indicators: [
      // Whoever stays in office, or changes to another role without a break, does not enter office.
      Indicator(
        "quzhou.b5.vetting", title: Label("凡进必审", "Vetted before entering office"),
        domain: .village, subject: .row(of: .villageCadres), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.started_on"),
          of: """
            select
              vc.vc_id as subject_id,
              v.township_id as unit_id,
              vc.started_on,
              vetted.evidence is not null as is_vetted,
              latest.lacking,
              array['village_cadres/' || vc.vc_id] || vetted.evidence as evidence
            from {village_cadres} vc
            join village_in_city v on v.village_id = vc.village_id
            left join (
              select
                vc.vc_id,
                array_agg('village_vettings/' || w.vetting_id order by w.vetting_id collate "C") as evidence
              from {village_cadres} vc
              join {village_vettings} w
                on w.village_id = vc.village_id
                and w.person_id = vc.person_id
                and w.held_on <= vc.started_on
              where w.kind = 'candidate'
                and w.departments @> {departments}
                and w.negative_hits = 0
                and w.passed
              group by vc.vc_id
            ) vetted on vetted.vc_id = vc.vc_id
            left join lateral (
              select concat_ws(
                ';',
                case when w.held_on > vc.started_on then 'held_on:' || w.held_on || '>started_on:' || vc.started_on end,
                (
                  select string_agg(asked.code, ';' order by asked.position)
                  from unnest({departments}) with ordinality as asked (code, position)
                  where asked.code <> all(w.departments)
                ),
                case when w.negative_hits > 0 then 'negative_hits:' || w.negative_hits end,
                case when not w.passed then 'passed!' end
              ) as lacking
              from {village_vettings} w
              where w.village_id = vc.village_id
                and w.person_id = vc.person_id
                and w.kind = 'candidate'
              order by
                w.held_on > vc.started_on,
                w.held_on desc,
                w.vetting_id collate "C" desc
              limit 1
            ) latest on true
            where vc.role in ('secretary', 'director', 'committee')
              and not exists (
                select
                from {village_cadres} before
                where before.village_id = vc.village_id
                  and before.person_id = vc.person_id
                  and before.role in ('secretary', 'director', 'committee')
                  and before.started_on < vc.started_on
                  and coalesce(before.ended_on >= vc.started_on - 1, true)
              )
            """, outcomes: [.when("c.is_vetted", .met)], otherwise: .unmet(.vettingMissing),
          detail: "case when not c.is_vetted then c.lacking end")),
      Indicator(
        "quzhou.b5.negative-list", title: Label("触碰负面清单不得通过", "Negative list respected"),
        domain: .village, subject: .row(of: .villageVettings), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.held_on"), of: Rows.of(.villageVettings),
          outcomes: [.when("c.negative_hits > 0 and c.passed", .unmet(.passedDespiteHit))], otherwise: .met)),
    ])
}
