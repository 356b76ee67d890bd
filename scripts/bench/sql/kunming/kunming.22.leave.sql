-- Persons: the year's annual leave taken as due.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with judged as (
  select
    r.person_id as subject_id,
    r.unit_id,
    case
      when r.entered_on > '2025-01-01' then 'exempt'
      when w.leave_days_due is null then 'no_data'
      when coalesce(w.leave_days_taken, 0) >= w.leave_days_due then 'met'
      else 'unmet'
    end as status,
    case
      when r.entered_on <= '2025-01-01' and w.leave_days_due is not null
        then trim_scale(coalesce(w.leave_days_taken, 0))
    end as observed,
    case when r.entered_on <= '2025-01-01' then trim_scale(w.leave_days_due) end as required,
    date '2025-12-31' as due_on,
    case
      when r.entered_on > '2025-01-01' then 'entered_after_start'
      when w.leave_days_due is null then 'record_missing'
      when coalesce(w.leave_days_taken, 0) >= w.leave_days_due then 'reached'
      else 'short'
    end as reason,
    null::text as detail,
    case when w.person_id is not null then array['welfare/' || w.person_id || ':2025'] end as evidence
  from on_roll r
  left join welfare w
    on w.city_code = 'kunming'
    and w.person_id = r.person_id
    and w.year = 2025
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.22.leave'),
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
  on w.indicator = 'kunming.22.leave'
  and w.subject_id = j.subject_id;
