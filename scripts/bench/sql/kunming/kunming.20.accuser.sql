-- Who accused falsely is dealt with within 90 days of the petition's closing.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with closed as (
  select
    p.petition_id,
    p.closed_on,
    case when p.accuser_handled_on <= '2025-12-31' then p.accuser_handled_on end as done_on,
    p.closed_on + 90 as due_on
  from petitions p
  where p.city_code = 'kunming'
    and p.false_accusation
    and p.received_on <= '2025-12-31'
    and p.closed_on <= '2025-12-31'
),
judged as (
  select
    d.petition_id as subject_id,
    null::text as unit_id,
    case
      when d.done_on <= d.due_on then 'met'
      when d.done_on is not null then 'unmet'
      when d.due_on <= '2025-12-31' then 'unmet'
      when d.due_on - date '2025-12-31' <= 30 then 'at_risk'
      else 'pending'
    end as status,
    null::numeric as observed,
    null::numeric as required,
    d.due_on as due_on,
    case
      when d.done_on <= d.due_on then 'done_in_time'
      when d.done_on is not null then 'done_late'
      when d.due_on <= '2025-12-31' then 'overdue'
      else 'not_done_yet'
    end as reason,
    d.done_on::text as detail,
    array['petitions/' || d.petition_id] as evidence
  from closed d
  where d.closed_on >= '2025-01-01'
    or (
      d.due_on >= '2025-01-01'
      and (d.done_on is null or d.done_on >= '2025-01-01')
    )
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.20.accuser'),
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
  on w.indicator = 'kunming.20.accuser'
  and w.subject_id = j.subject_id;
