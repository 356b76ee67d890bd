-- Decisions of the year: in a meeting, and the head speaks last.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with judged as (
  select
    d.decision_id as subject_id,
    d.unit_id,
    case
      when d.mode <> 'meeting' then 'unmet'
      when d.principal_last is null then 'no_data'
      when d.principal_last then 'met'
      else 'unmet'
    end as status,
    null::numeric as observed,
    null::numeric as required,
    null::date as due_on,
    case
      when d.mode <> 'meeting' then 'not_by_meeting'
      when d.principal_last is null then 'record_missing'
      when d.principal_last then 'holds'
      else 'principal_not_last'
    end as reason,
    null::text as detail,
    array['decisions/' || d.decision_id] as evidence
  from decisions d
  where d.city_code = 'kunming'
    and d.held_on between '2025-01-01' and '2025-12-31'
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.17.last-word'),
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
  on w.indicator = 'kunming.17.last-word'
  and w.subject_id = j.subject_id;
