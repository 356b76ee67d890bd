import DataContract

extension ContradictionCheck {
  /// The step that the checks of training read, each its share: the records of whoever is looked at, with their classes. Of few
  /// persons they are looked up once and kept; all records are not kept, but read by each check for itself, which the server
  /// shares out over processes.
  static func training(_ looked: Narrowing) -> String {
    let isKept = if case .all = looked { false } else { true }
    return """
      with training as \(isKept ? "" : "not ")materialized (
        select
          r.record_id,
          r.person_id,
          r.class_id,
          r.completed_on,
          r.hours,
          r.days,
          c.mode,
          c.started_on,
          c.ended_on
        from training_records r
        left join training_classes c
          on c.city_code = $1
          and c.class_id = r.class_id
        where r.city_code = $1\(looked.condition("r.person_id"))
      )
      """
  }

  static let ofTraining: [ContradictionCheck] = [
    // Of a person's full-time classes each that begins before all begun earlier have ended.
    ContradictionCheck(.classesOverlap, in: .trainingRecords, of: .persons, reads: [.trainingRecords, .trainingClasses]) {
      _ in
      """
      with attended as (
        select
          r.person_id,
          r.record_id,
          r.class_id,
          r.started_on,
          r.ended_on,
          max(r.ended_on) over (
            partition by r.person_id
            order by r.started_on, r.class_id, r.record_id
            rows between unbounded preceding and 1 preceding
          ) as busy_until
        from training r
        where r.mode = 'off_job'
      )
      select distinct on (a.record_id)
        a.record_id as row_key,
        b.record_id as other_key,
        a.person_id as subject_id,
        null::text as other_id,
        array[a.class_id, a.started_on::text, a.ended_on::text, b.class_id, b.started_on::text, b.ended_on::text] as detail
      from attended a
      join attended b
        on b.person_id = a.person_id
        and b.class_id <> a.class_id
        and b.started_on <= a.ended_on
        and b.ended_on >= a.started_on
        and (b.started_on, b.class_id) < (a.started_on, a.class_id)
      where a.busy_until >= a.started_on
      order by a.record_id, b.started_on, b.record_id
      """
    },
    // A class gives at most a day's hours for each of its days; a longer training without a class, for each of the days that it
    // claims. What takes one day at most is added up by person and day.
    ContradictionCheck(.trainingOverDay, in: .trainingRecords, of: .persons, reads: [.trainingRecords, .trainingClasses]) {
      _ in
      """
      select
        r.record_id as row_key,
        '' as other_key,
        r.person_id as subject_id,
        null::text as other_id,
        array[
          (r.hours / 100.0)::numeric(14, 2)::text,
          (r.days / 100.0)::numeric(14, 2)::text,
          coalesce(r.started_on, r.completed_on)::text,
          coalesce(r.ended_on, r.completed_on)::text
        ] as detail
      from training r
      where case
          when r.started_on is not null then
            r.hours > 2400 * (r.ended_on - r.started_on + 1)
            or r.days > 100 * (r.ended_on - r.started_on + 1)
          else r.days > 100 and r.hours > 24 * r.days
        end
      union all
      select
        min(r.record_id collate "C"),
        '',
        r.person_id,
        null,
        array[
          (sum(r.hours) / 100.0)::numeric(14, 2)::text,
          (sum(r.days) / 100.0)::numeric(14, 2)::text,
          coalesce(r.started_on, r.completed_on)::text,
          coalesce(r.started_on, r.completed_on)::text
        ]
      from training r
      where case
          when r.started_on is not null then r.ended_on = r.started_on
          else r.days <= 100
        end
      group by
        r.person_id,
        coalesce(r.started_on, r.completed_on)
      having (sum(r.hours) > 2400 or sum(r.days) > 100)
        and (count(*) > 1 or bool_or(r.class_id is null))
      """
    },
  ]
}
