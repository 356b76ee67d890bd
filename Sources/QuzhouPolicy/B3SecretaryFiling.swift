import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let b3 = Article(
    "quzhou.b3", Label("上压一级全面实行村党组织书记县级党委备案管理", "Village secretaries are filed with the county"),
    gist: Label(
      "村书记每年至少参加1次县级以上集中轮训、1次研判体检，县级党委备案管理",
      "secretaries are trained at county level or above and reviewed each year, and filed with the county committee"),
    indicators: [
      Indicator(
        "quzhou.b3.training", title: Label("村书记县级以上轮训", "Training of secretaries"),
        domain: .training, subject: .person, measure: .times,
        rule: Quota(
          VillageRules.settledSecretaries, each: .year,
          .facts(
            """
            select
              t.person_id as subject_id,
              t.completed_on as held_on,
              1 as amount,
              'training_records/' || t.record_id as evidence
            from {training_records} t
            join {training_classes} c on c.class_id = t.class_id
            where c.admin_level = any({levels})
              and c.mode in ('off_job', 'on_job')
              and t.completed_on >= {year_start}
              and t.person_id in (
            \(VillageRules.secretaryIDs)
              )
            """, atLeast: "count"))),
      Indicator(
        "quzhou.b3.review", title: Label("村书记研判体检", "Review of secretaries"),
        domain: .village, subject: .person, measure: .times,
        rule: Quota(
          VillageRules.settledSecretaries, each: .year,
          .facts(Facts.activitiesOfPersons("secretary_review"), atLeast: "count"))),
      Indicator(
        "quzhou.b3.file", title: Label("村书记档案建立", "Secretary's file kept"),
        domain: .village, subject: .person, measure: .none,
        rule: State(
          of: """
            select
              s.subject_id,
              s.unit_id,
              f.evidence is not null as holds,
              f.evidence
            from (
            \(hanging: VillageRules.secretaries)
            ) s
            left join (
              select
                a.subject_id,
                array_agg('archives/' || a.archive_id order by a.archive_id collate "C") as evidence
              from {archives} a
              where a.subject_kind = 'person'
                and a.document = 'secretary_file'
              group by a.subject_id
            ) f on f.subject_id = s.subject_id
            """, otherwise: .noFile)),
      Indicator(
        "quzhou.b3.filing", title: Label("村书记县级备案", "Secretaries filed with the county"),
        domain: .village, subject: .row(of: .villageCadres), measure: .none,
        rule: Deadline(
          .days("days"), cases: .all, from: "c.started_on",
          of: """
            select
              vc.vc_id as subject_id,
              vc.township_id as unit_id,
              vc.started_on,
              vc.filed_with_county_on,
              array['village_cadres/' || vc.vc_id] as evidence
            from current_village_cadre vc
            where vc.role = 'secretary'
            """, done: "c.filed_with_county_on")),
      Indicator(
        "quzhou.b3.gate", title: Label("村书记人选县级把关", "Reviewed by the county before office"),
        domain: .village, subject: .row(of: .villageCadres), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.started_on"), of: Rows.of(.villageCadres, where: "c.role = 'secretary'"),
          outcomes: [.when("c.county_reviewed_on <= c.started_on", .met)], otherwise: .unmet(.notReviewedByCounty),
          detail: [Part.dated("county_reviewed_on", by: "started_on")].lacking("c"))),
    ])
}
