import DataContract

extension ContradictionCheck {
  static let ofTraining: [ContradictionCheck] = [
    // Of a person's full-time classes each that begins before all begun earlier have ended.
    ContradictionCheck(.classesOverlap, in: .trainingRecords, of: .persons, reads: [.trainingRecords, .trainingClasses]) {
      looked in
      """
      with attended as (
        select
          r.person_id,
          r.record_id,
          r.class_id,
          c.started_on,
          c.ended_on,
          max(c.ended_on) over (
            partition by r.person_id
            order by c.started_on, r.class_id, r.record_id
            rows between unbounded preceding and 1 preceding
          ) as busy_until
        from training_records r
        join training_classes c
          on c.city_code = $1
          and c.class_id = r.class_id
        where r.city_code = $1
          and c.mode = 'off_job'\(looked.condition("r.person_id"))
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
      looked in
      """
      select
        r.record_id as row_key,
        '' as other_key,
        r.person_id as subject_id,
        null::text as other_id,
        array[
          (r.hours / 100.0)::numeric(14, 2)::text,
          (r.days / 100.0)::numeric(14, 2)::text,
          coalesce(c.started_on, r.completed_on)::text,
          coalesce(c.ended_on, r.completed_on)::text
        ] as detail
      from training_records r
      left join training_classes c
        on c.city_code = $1
        and c.class_id = r.class_id
      where r.city_code = $1
        and case
          when c.class_id is not null then
            r.hours > 2400 * (c.ended_on - c.started_on + 1)
            or r.days > 100 * (c.ended_on - c.started_on + 1)
          else r.days > 100 and r.hours > 24 * r.days
        end\(looked.condition("r.person_id"))
      union all
      select
        min(r.record_id collate "C"),
        '',
        r.person_id,
        null,
        array[
          (sum(r.hours) / 100.0)::numeric(14, 2)::text,
          (sum(r.days) / 100.0)::numeric(14, 2)::text,
          coalesce(c.started_on, r.completed_on)::text,
          coalesce(c.started_on, r.completed_on)::text
        ]
      from training_records r
      left join training_classes c
        on c.city_code = $1
        and c.class_id = r.class_id
      where r.city_code = $1
        and case
          when c.class_id is not null then c.ended_on = c.started_on
          else r.days <= 100
        end\(looked.condition("r.person_id"))
      group by
        r.person_id,
        coalesce(c.started_on, r.completed_on)
      having (sum(r.hours) > 2400 or sum(r.days) > 100)
        and (count(*) > 1 or bool_or(r.class_id is null))
      """
    },
  ]
}
