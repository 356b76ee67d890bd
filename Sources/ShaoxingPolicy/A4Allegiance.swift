import CadreModel
import PolicyKit

extension Article {
  static let a4 = Article(
    "shaoxing.4", Label("坚决向核心看齐", "Following the core"),
    gist: Label(
      "增强“四个意识”，服从中央；重大问题请示报告，科级以上干部集中轮训",
      "unity with the centre; serious matters are reported upwards; cadres from section rank up are trained in turn"),
    indicators: [
      Indicator(
        "shaoxing.4.rotation-training", title: Label("科级以上干部集中轮训", "Section rank and above trained in turn"),
        domain: .training, subject: .person, measure: .times,
        rule: Quota(
          Population.persons.filtered(
            "persons of section rank and above",
            where: "s.rank in ('township_section', 'county_division', 'bureau')"
          ).withoutExemption,
          each: .term,
          .facts(
            """
            select
              t.person_id as subject_id,
              t.completed_on as held_on,
              1 as amount,
              'training_records/' || t.record_id as evidence
            from {training_records} t
            join {training_classes} c on c.class_id = t.class_id
            where c.mode = 'off_job'
              and t.completed_on >= {term_start}
            """, atLeast: "count"),
          training: .ofThePeriods, kind: .coverage)),
      .attested("shaoxing.4"),
    ])
}
