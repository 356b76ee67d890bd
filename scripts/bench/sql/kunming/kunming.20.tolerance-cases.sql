-- Tolerance granted in the year: a figure.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.20.tolerance-cases'),
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
  array_agg('tolerance_cases/' || t.case_id order by t.case_id collate "C")
from tolerance_cases t
where t.city_code = 'kunming'
  and t.granted
  and t.decided_on between '2025-01-01' and '2025-12-31';
