-- Meetings, documents and inspections of units: this year's numbers less last year's, figures.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.21.burden'),
  u.unit_id,
  u.unit_id,
  '2025',
  'info',
  counted.name,
  counted.change,
  null,
  null,
  'figure',
  null,
  array['burdens/' || u.unit_id || ':2025', 'burdens/' || u.unit_id || ':2024']
from live_unit u
join burdens b
  on b.city_code = 'kunming'
  and b.unit_id = u.unit_id
  and b.year = 2025
join burdens l
  on l.city_code = 'kunming'
  and l.unit_id = u.unit_id
  and l.year = 2024
cross join lateral (
  values
    ('meetings', b.meetings - l.meetings),
    ('documents', b.documents - l.documents),
    ('inspections', b.inspections - l.inspections)
) as counted (name, change);
