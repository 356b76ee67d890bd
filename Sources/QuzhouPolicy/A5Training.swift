import CadreModel
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
        domain: .training, subject: "person", reach: .ownPerson, measure: .times,
        rule: Quota(
          .persons, each: .year,
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
        "quzhou.a5.class-approval", title: Label("办班审核", "Classes approved"),
        domain: .training, subject: "training_class", measure: .none,
        rule: Cases(
          rows: """
            select
              c.class_id as subject_id,
              c.organizer_unit_id as unit_id,
              c.started_on as referenced_on,
              case when c.approved_on <= c.started_on then 'met' else 'unmet' end as status,
              null::numeric as observed,
              null::numeric as required,
              null::date as due_on,
              case when c.approved_on <= c.started_on then 'holds' else 'class_not_approved' end as reason,
              array['training_classes/' || c.class_id] as evidence
            from {training_classes} c
            """)),
      Indicator(
        "quzhou.a5.double-hundred", title: Label("“双百分”制考核", "Study and conduct both scored"),
        domain: .training, subject: "training_record", reach: .ownPerson, measure: .points,
        rule: Cases(
          kind: .completeness,
          rows: """
            select
              t.record_id as subject_id,
              c.organizer_unit_id as unit_id,
              t.completed_on as referenced_on,
              case when t.study_score + t.conduct_score is not null then 'met' else 'unmet' end as status,
              (t.study_score + t.conduct_score) * 0.01 as observed,
              null::numeric as required,
              null::date as due_on,
              case when t.study_score + t.conduct_score is not null then 'holds' else 'incomplete' end as reason,
              array['training_records/' || t.record_id, 'training_classes/' || c.class_id] as evidence
            from {training_records} t
            join {training_classes} c on c.class_id = t.class_id
            where c.main_class
            """)),
    ])
}
