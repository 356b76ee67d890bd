-- The same as its namesake, from the facts alone.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with trained as (
  select
    t.person_id,
    sum(t.hours) * 0.01 as hours,
    sum(t.days) * 0.01 as days
  from training_records t
  where t.city_code = 'kunming'
    and t.completed_on between '2025-01-01' and '2025-12-31'
  group by t.person_id
),
judged as (
  select
    r.person_id as subject_id,
    r.unit_id,
    case
      when r.entered_on > '2025-01-01' then 'exempt'
      when t.hours >= 90 or t.days >= 12 then 'met'
      else 'unmet'
    end as status,
    case when r.entered_on <= '2025-01-01' then coalesce(trim_scale(t.hours), 0) end as observed,
    case when r.entered_on <= '2025-01-01' then 90::numeric end as required,
    date '2025-12-31' as due_on,
    case
      when r.entered_on > '2025-01-01' then 'entered_after_start'
      when t.hours >= 90 then 'reached'
      when t.days >= 12 then 'reached_by_other'
      else 'short'
    end as reason,
    case when r.entered_on <= '2025-01-01' then trim_scale(coalesce(t.days, 0)) || '/12' end as detail,
    null::text[] as evidence
  from on_roll r
  left join trained t on t.person_id = r.person_id
  where not r.trains_as_leader
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.4.annual-training'),
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
  on w.indicator = 'kunming.4.annual-training'
  and w.subject_id = j.subject_id;
