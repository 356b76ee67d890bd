import CadreModel
import PolicyKit

extension Article {
  static let a4 = Article(
    "kunming.4", Label("加强干部能力培训", "Training of ability"),
    gist: Label(
      "县处级党政领导干部每5年累计3个月或550学时以上，其他干部每年累计不少于12天或90学时；提任前未达到要求的，提任后一年内完成",
      "leaders of county rank: 3 months or 550 hours in 5 years; all others: 12 days or 90 hours a year; those promoted short of it make it up within a year"
    ),
    indicators: [
      Indicator(
        "kunming.4.experts", title: Label("专家学者授课", "Lectures by experts"),
        domain: .training, subject: .jurisdiction, measure: .times,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(Facts.activitiesOfJurisdiction("expert_lecture"), atLeast: "count"))),
      Indicator(
        "kunming.4.leader-training", title: Label("县处级领导干部五年培训", "Five years' training of leaders"),
        domain: .training, subject: .person, measure: .hours, rule: TrainingRules.ofLeaders),
      Indicator(
        "kunming.4.annual-training", title: Label("其他干部年度培训", "Yearly training of all others"),
        domain: .training, subject: .person, measure: .hours, rule: TrainingRules.ofAllOthers),
      Indicator(
        "kunming.4.promoted-training", title: Label("新提拔领导干部培训", "Training of the newly promoted"),
        domain: .training, subject: .person, measure: .none, rule: TrainingRules.ofThePromoted),
      Indicator(
        "kunming.4.study-tour", title: Label("外出学习培训", "Study tours"),
        domain: .training, subject: .jurisdiction, measure: .times,
        rule: Quota(
          .jurisdiction, each: .year,
          .facts(
            """
            select
              $1::text as subject_id,
              a.held_on,
              1 as amount,
              'activities/' || a.activity_id as evidence
            from {activities} a
            join division_leader l on l.person_id = a.person_id
            where a.kind = 'study_tour'
            """, atLeast: "count"))),
    ])
}
