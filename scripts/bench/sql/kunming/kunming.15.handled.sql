-- Omissions and concealments found by verification: dealt with within 90 days.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with verified as (
  select
    v.verification_id,
    v.person_id,
    v.verified_on,
    case when v.handled_on <= '2025-12-31' then v.handled_on end as done_on,
    v.verified_on + 90 as due_on
  from verifications v
  where v.city_code = 'kunming'
    and v.result in ('omitted', 'concealed')
    and v.verified_on <= '2025-12-31'
),
judged as (
  select
    v.verification_id as subject_id,
    r.unit_id,
    case
      when v.done_on <= v.due_on then 'met'
      when v.done_on is not null then 'unmet'
      when v.due_on <= '2025-12-31' then 'unmet'
      when v.due_on - date '2025-12-31' <= 30 then 'at_risk'
      else 'pending'
    end as status,
    null::numeric as observed,
    null::numeric as required,
    v.due_on as due_on,
    case
      when v.done_on <= v.due_on then 'done_in_time'
      when v.done_on is not null then 'done_late'
      when v.due_on <= '2025-12-31' then 'overdue'
      else 'not_done_yet'
    end as reason,
    v.done_on::text as detail,
    array['verifications/' || v.verification_id] as evidence
  from verified v
  left join on_roll r on r.person_id = v.person_id
  where v.verified_on >= '2025-01-01'
    or (
      v.due_on >= '2025-01-01'
      and (v.done_on is null or v.done_on >= '2025-01-01')
    )
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.15.handled'),
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
  on w.indicator = 'kunming.15.handled'
  and w.subject_id = j.subject_id;
