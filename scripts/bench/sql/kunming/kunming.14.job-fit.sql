-- Party committees of the city and its counties: at least one assessment of fit for the post a year.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with held as (
  select
    a.unit_id,
    count(*) as times,
    array_agg('activities/' || a.activity_id order by a.activity_id collate "C") as evidence
  from activity a
  where a.kind = 'job_fit_assessment'
  group by a.unit_id
),
judged as (
  select
    u.unit_id as subject_id,
    u.unit_id,
    case when h.times >= 1 then 'met' else 'unmet' end as status,
    coalesce(h.times, 0)::numeric as observed,
    1::numeric as required,
    date '2025-12-31' as due_on,
    case when h.times >= 1 then 'reached' else 'short' end as reason,
    null::text as detail,
    h.evidence
  from live_unit u
  left join held h on h.unit_id = u.unit_id
  where u.unit_kind = 'party_committee'
    and u.level in ('city', 'county')
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.14.job-fit'),
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
  on w.indicator = 'kunming.14.job-fit'
  and w.subject_id = j.subject_id;
