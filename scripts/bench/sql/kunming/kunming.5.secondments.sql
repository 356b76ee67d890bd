-- Secondments to central and provincial organs and developed areas begun in the year: at least one.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with judged as (
  select
    'kunming' as subject_id,
    null::text as unit_id,
    case when count(*) >= 1 then 'met' else 'unmet' end as status,
    count(*)::numeric as observed,
    1::numeric as required,
    date '2025-12-31' as due_on,
    case when count(*) >= 1 then 'reached' else 'short' end as reason,
    null::text as detail,
    array_agg('posts/' || p.post_id order by p.post_id collate "C") as evidence
  from posts p
  where p.city_code = 'kunming'
    and p.entry = 'secondment'
    and p.secondment_to in ('central', 'provincial', 'developed')
    and p.started_on between '2025-01-01' and '2025-12-31'
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.5.secondments'),
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
  on w.indicator = 'kunming.5.secondments'
  and w.subject_id = j.subject_id;
