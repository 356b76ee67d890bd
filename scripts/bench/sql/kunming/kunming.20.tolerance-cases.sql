-- Tolerance granted in the year: a figure.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with judged as (
  select
    'kunming' as subject_id,
    null::text as unit_id,
    'info' as status,
    count(*)::numeric as observed,
    null::numeric as required,
    null::date as due_on,
    'figure' as reason,
    null::text as detail,
    array_agg('tolerance_cases/' || t.case_id order by t.case_id collate "C") as evidence
  from tolerance_cases t
  where t.city_code = 'kunming'
    and t.granted
    and t.decided_on between '2025-01-01' and '2025-12-31'
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.20.tolerance-cases'),
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
  on w.indicator = 'kunming.20.tolerance-cases'
  and w.subject_id = j.subject_id
  and j.status <> 'info';
