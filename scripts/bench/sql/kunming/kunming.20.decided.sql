-- Tolerance applied for: decided within 60 days.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with applied as (
  select
    t.case_id,
    t.unit_id,
    t.applied_on,
    case when t.decided_on <= '2025-12-31' then t.decided_on end as done_on,
    t.applied_on + 60 as due_on
  from tolerance_cases t
  where t.city_code = 'kunming'
    and t.applied_on <= '2025-12-31'
),
judged as (
  select
    a.case_id as subject_id,
    a.unit_id,
    case
      when a.done_on <= a.due_on then 'met'
      when a.done_on is not null then 'unmet'
      when a.due_on <= '2025-12-31' then 'unmet'
      when a.due_on - date '2025-12-31' <= 7 then 'at_risk'
      else 'pending'
    end as status,
    null::numeric as observed,
    null::numeric as required,
    a.due_on as due_on,
    case
      when a.done_on <= a.due_on then 'done_in_time'
      when a.done_on is not null then 'done_late'
      when a.due_on <= '2025-12-31' then 'overdue'
      else 'not_done_yet'
    end as reason,
    a.done_on::text as detail,
    array['tolerance_cases/' || a.case_id] as evidence
  from applied a
  where a.applied_on >= '2025-01-01'
    or (
      a.due_on >= '2025-01-01'
      and (a.done_on is null or a.done_on >= '2025-01-01')
    )
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.20.decided'),
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
  on w.indicator = 'kunming.20.decided'
  and w.subject_id = j.subject_id;
