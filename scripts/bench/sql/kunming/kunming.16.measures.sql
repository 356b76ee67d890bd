-- Reminders, inquiry letters and admonitions of the year: figures.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.16.measures'),
  'kunming',
  null,
  '2025',
  'info',
  listed.kind,
  count(m.measure_id),
  null,
  null,
  'figure',
  null,
  array_agg('measures/' || m.measure_id order by m.measure_id collate "C") filter (where m.measure_id is not null)
from unnest(array['reminder', 'inquiry_letter', 'admonition']) as listed (kind)
left join measures m
  on m.city_code = 'kunming'
  and m.kind = listed.kind
  and m.taken_on between '2025-01-01' and '2025-12-31'
group by listed.kind;
