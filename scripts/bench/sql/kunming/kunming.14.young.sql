-- Leading cadres: the share of those of age up to 40.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with leader as (
  select
    count(*) as total,
    count(*) filter (where r.age <= 40) as counted
  from on_roll r
  where r.is_leading
),
judged as (
  select
    'kunming' as subject_id,
    null::text as unit_id,
    case when l.total > 0 then 'info' else 'no_data' end as status,
    round(l.counted::numeric / nullif(l.total, 0), 4) as observed,
    null::numeric as required,
    null::date as due_on,
    case when l.total > 0 then 'figure' else 'record_missing' end as reason,
    case when l.total > 0 then l.counted || '/' || l.total end as detail,
    null::text[] as evidence
  from leader l
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.14.young'),
  j.subject_id,
  j.unit_id,
  '2025',
  case when w.subject_id is not null then 'exempt' else j.status end,
  null,
  case when w.subject_id is null then j.observed end,
  case when w.subject_id is null then j.required end,
  j.due_on,
  case when w.subject_id is not null and j.status <> 'exempt' then 'waived' else j.reason end,
  case when w.subject_id is not null and j.status <> 'exempt' then w.basis else j.detail end,
  case
    when w.subject_id is not null and j.status <> 'exempt' then array['waivers/' || w.waiver_id] || j.evidence
    else j.evidence
  end
from judged j
left join waiver w
  on w.indicator = 'kunming.14.young'
  and w.subject_id = j.subject_id
  and j.status <> 'info';
