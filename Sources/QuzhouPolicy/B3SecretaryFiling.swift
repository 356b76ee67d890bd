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
    ])
}
