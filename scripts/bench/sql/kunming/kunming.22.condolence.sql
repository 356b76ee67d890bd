-- Visits to families in need by party committee, organ and township: figures.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.22.condolence'),
  u.unit_id,
  u.unit_id,
  '2025',
  'info',
  null,
  count(a.activity_id),
  null,
  null,
  'figure',
  null,
  array_agg('activities/' || a.activity_id order by a.activity_id collate "C")
    filter (where a.activity_id is not null)
from live_unit u
left join activity a
  on a.unit_id = u.unit_id
  and a.kind = 'condolence_visit'
where u.unit_kind in ('party_committee', 'organ', 'township')
group by u.unit_id;
