-- Selected graduates in the teams of townships: a figure.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.6.graduates'),
  'kunming',
  null,
  '2025',
  'info',
  null,
  count(*),
  null,
  null,
  'figure',
  null,
  array_agg('persons/' || r.person_id order by r.person_id collate "C")
from on_roll r
where 'selected_graduate' = any(r.lists)
  and r.person_id in (
    select c.person_id
    from current_post c
    where c.unit_kind = 'township'
      and c.role in ('principal', 'deputy')
  );
