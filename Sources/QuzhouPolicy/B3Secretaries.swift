import CadreModel
import PolicyKit

extension Article {
  static let b3 = Article(
    "quzhou.b3", Label("上压一级全面实行村党组织书记县级党委备案管理", "Village secretaries filed with the county"),
    gist: Label(
      "村党组织书记县级备案，每年至少1次县级以上集中轮训、1次分析研判和履职体检",
      "filed with the county; trained by county or above and reviewed at least once a year"),
    indicators: [
      Indicator(
        "quzhou.b3.training", title: Label("村书记县级以上轮训", "Training of village secretaries"),
        domain: .training, subject: "person", measure: .times,
        rule: Quota(
          .villageSecretaries, each: .year,
          .facts(
            """
            select
              t.person_id as subject_id,
              t.completed_on as held_on,
              1 as amount,
              'training_records/' || t.record_id as evidence
            from {training_records} t
            join {training_classes} c on c.class_id = t.class_id
            where c.admin_level in ('county', 'city', 'province')
            """, atLeast: "count"))),
      Indicator(
        "quzhou.b3.review", title: Label("村书记研判体检", "Reviews of village secretaries"),
        domain: .village, subject: "person", measure: .times,
        rule: Quota(
          .villageSecretaries, each: .year,
          .facts(Facts.activitiesOfPersons("secretary_review"), atLeast: "count"))),
      Indicator(
        "quzhou.b3.filing", title: Label("村书记县级备案", "Filing with the county"),
        domain: .village, subject: "village_cadre", measure: .none,
        rule: Deadline(
          .days("days"), cases: .all,
          rows: """
            select
              vc.vc_id as subject_id,
              vc.township_id as unit_id,
              vc.started_on as starts_on,
              vc.filed_with_county_on as done_on,
              array['village_cadres/' || vc.vc_id] as evidence
            from current_village_cadre vc
            where vc.role = 'secretary'
            """)),
    ])
}
