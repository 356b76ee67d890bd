import CadreModel
import DataContract
import PolicyKit

extension Article {
  static let a5 = Article(
    "quzhou.a5", Label("严格落实干部教育培训制度", "Training of cadres"),
    gist: Label(
      "全员培训与重点培训相结合；严格执行办班审核制度，落实“双百分”制考核",
      "everyone is trained; classes are approved first; study and conduct are both scored"),
    indicators: [
      Indicator(
        "quzhou.a5.coverage", title: Label("全员培训覆盖", "Everyone trained"),
        domain: .training, subject: .person, measure: .times,
        rule: Quota(
          .persons, within: .year,
          .progress(
            """
            select
              t.person_id as subject_id,
              t.records as observed,
              {count}::numeric as required,
              t.records >= {count} as reached,
              t.evidence
            from (
            \(TrainingSums.template([.records], within: .oneYear))
            ) t
            """, absent: .nothing(required: "count")),
          kind: .coverage)),
      Indicator(
        "quzhou.a5.groups", title: Label("分类培训覆盖比例", "Trained by establishment"),
        domain: .training, subject: .jurisdiction, measure: .share,
        rule: Statistic(
          sharesOfClasses: Table.persons.codes(of: "establishment"),
          facts: """
            select
              r.establishment as class,
              t.person_id is not null as counts,
              case when {explaining} then 'persons/' || r.person_id end as evidence
            from on_roll r
            left join (
              \(hanging: TrainingSums.template([.records], within: .oneYear))
            ) t on t.person_id = r.person_id
            """)
      )
      .lacking("该编制类别的在职人员", "anyone of that establishment"),
      Indicator(
        "quzhou.a5.class-approval", title: Label("办班审核", "Classes approved"),
        domain: .training, subject: .row(of: .trainingClasses), measure: .none,
        rule: Cases(
          .ofTheYear(by: "c.started_on"), of: Rows.of(.trainingClasses, unit: .column("organizer_unit_id")),
          outcomes: [.when("c.approved_on <= c.started_on", .met)], otherwise: .unmet(.classNotApproved),
          detail: [Part.dated("approved_on", by: "started_on")].lacking("c"))),
      Indicator(
        "quzhou.a5.double-hundred", title: Label("“双百分”制考核", "Study and conduct both scored"),
        domain: .training, subject: .row(of: .trainingRecords), measure: .points,
        rule: Cases(
          .ofTheYear(by: "c.completed_on"),
          of: """
            select
              t.record_id as subject_id,
              c.organizer_unit_id as unit_id,
              t.completed_on,
              t.study_score,
              t.conduct_score,
              t.study_score + t.conduct_score as total,
              array['training_records/' || t.record_id, 'training_classes/' || c.class_id] as evidence
            from {training_records} t
            join {training_classes} c on c.class_id = t.class_id
            where c.main_class
              or {main_classes_alone} = 0
            """, amounts: Amounts(observed: AmountStorage(of: .trainingRecords).amount("c.total")), kind: .completeness,
          outcomes: [.when("c.total is not null", .met)], otherwise: .unmet(.incomplete),
          detail: [Part.given("study_score"), .given("conduct_score")].lacking("c"))),
    ])
}
