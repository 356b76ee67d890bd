-- Persons in the talent pool: a figure.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.12.pool'),
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
where 'talent_pool' = any(r.lists);
