-- Last year's assessments of live units and of leading cadres: fed back by the end of this year.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with judged as (
  select
    a.assessment_id as subject_id,
    coalesce(u.unit_id, r.unit_id) as unit_id,
    case when a.feedback_on <= '2025-12-31' then 'met' else 'unmet' end as status,
    null::numeric as observed,
    null::numeric as required,
    date '2025-12-31' as due_on,
    case when a.feedback_on <= '2025-12-31' then 'done_in_time' else 'overdue' end as reason,
    case when a.feedback_on <= '2025-12-31' then a.feedback_on::text end as detail,
    array['assessments/' || a.assessment_id] as evidence
  from assessments a
  left join live_unit u
    on a.subject_kind = 'unit'
    and u.unit_id = a.subject_id
  left join on_roll r
    on a.subject_kind = 'person'
    and r.person_id = a.subject_id
    and r.is_leading
  where a.city_code = 'kunming'
    and a.year = 2024
    and (u.unit_id is not null or r.person_id is not null)
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.10.feedback'),
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
  on w.indicator = 'kunming.10.feedback'
  and w.subject_id = j.subject_id;
