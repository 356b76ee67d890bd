import CadreModel
import PolicyKit

extension Article {
  static let a3 = Article(
    "kunming.3", Label("突出政治素质培养", "Political training"),
    gist: Label(
      "每年选派一批县处级领导干部到党性教育基地开展党性教育",
      "each year leading cadres of county rank are sent to bases of Party education"),
    indicators: [
      Indicator(
        "kunming.3.party-base", title: Label("党性教育基地培训", "Training at bases of Party education"),
        domain: .training, subject: .jurisdiction, measure: .persons,
        rule: Quota(.jurisdiction, each: .year, .facts(educatedAtBase, atLeast: "count"))),
      Indicator(
        "kunming.3.study", title: Label("理论学习中心组学习", "Group studies"),
        domain: .political, subject: .unit, measure: .times,
        rule: Statistic(
          of: .units(.partyCommittee, .organ, .township), count: Facts.counted(Facts.activitiesOfUnits("center_group_study")))),
    ])

  /// Leading cadres of county rank who were at a base this year, in a class or otherwise: each once.
  private static let educatedAtBase = """
    with educated as (
      select
        t.person_id,
        t.completed_on as held_on,
        'training_records/' || t.record_id as evidence
      from {training_records} t
      join {training_classes} c on c.class_id = t.class_id
      where c.provider = 'base'
        and t.completed_on >= {year_start}
        and t.person_id in (
          select l.person_id
          from division_leader l
        )
      union all
      select
        a.person_id,
        a.held_on,
        'activities/' || a.activity_id
      from {activities} a
      where a.kind = 'party_base_education'
        and a.held_on >= {year_start}
    )
    select distinct on (l.person_id)
      $1::text as subject_id,
      e.held_on,
      1 as amount,
      e.evidence
    from division_leader l
    join educated e on e.person_id = l.person_id
    order by
      l.person_id,
      e.held_on,
      e.evidence collate "C"
    """
}
