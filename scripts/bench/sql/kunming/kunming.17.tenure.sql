-- County principals: less than ten years in office.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with held as (
  select
    p.post_id,
    p.unit_id,
    p.began_on,
    extract(year from age(date '2025-12-31', p.began_on)) as years
  from county_principal p
  where p.ended_on is null
),
judged as (
  select
    h.post_id as subject_id,
    h.unit_id,
    case when h.years < 10 then 'met' else 'unmet' end as status,
    h.years as observed,
    10::numeric as required,
    null::date as due_on,
    case when h.years < 10 then 'holds' else 'terms_exceeded' end as reason,
    h.began_on::text as detail,
    array['posts/' || h.post_id] as evidence
  from held h
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.17.tenure'),
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
  on w.indicator = 'kunming.17.tenure'
  and w.subject_id = j.subject_id;
