-- Inspections of townships, of this year and of last year up to the same day: figures.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.21.checks'),
  u.unit_id,
  u.unit_id,
  '2025',
  'info',
  span.name,
  count(i.inspection_id),
  null,
  null,
  'figure',
  null,
  array_agg('inspections/' || i.inspection_id order by i.inspection_id collate "C")
    filter (where i.inspection_id is not null)
from live_unit u
cross join (
  values
    ('this_year', date '2025-01-01', date '2025-12-31'),
    ('last_year', date '2024-01-01', date '2024-12-31')
) as span (name, starts_on, ends_on)
left join inspections i
  on i.city_code = 'kunming'
  and i.unit_id = u.unit_id
  and i.started_on between span.starts_on and span.ends_on
where u.unit_kind = 'township'
group by u.unit_id, span.name;
