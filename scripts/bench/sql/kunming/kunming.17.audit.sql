-- County principals: an economic audit within five years of the tenure's start, and before it ended.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with inspected as (
  select
    p.post_id,
    p.unit_id,
    least((p.began_on + interval '5 years')::date, p.ended_on) as due_on,
    min(i.started_on) as done_on,
    array_agg('inspections/' || i.inspection_id order by i.started_on, i.inspection_id collate "C")
      filter (where i.inspection_id is not null) as inspections
  from county_principal p
  left join inspections i
    on i.city_code = 'kunming'
    and i.kind = 'economic_audit'
    and i.person_id = p.person_id
    and i.started_on between p.began_on and '2025-12-31'
  group by
    p.post_id,
    p.unit_id,
    p.began_on,
    p.ended_on
),
judged as (
  select
    i.post_id as subject_id,
    i.unit_id,
    case
      when i.done_on <= i.due_on then 'met'
      when i.done_on is not null then 'unmet'
      when i.due_on <= '2025-12-31' then 'unmet'
      when i.due_on - date '2025-12-31' <= 30 then 'at_risk'
      else 'pending'
    end as status,
    null::numeric as observed,
    null::numeric as required,
    i.due_on as due_on,
    case
      when i.done_on <= i.due_on then 'done_in_time'
      when i.done_on is not null then 'done_late'
      when i.due_on <= '2025-12-31' then 'overdue'
      else 'not_done_yet'
    end as reason,
    i.done_on::text as detail,
    array['posts/' || i.post_id] || i.inspections as evidence
  from inspected i
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.17.audit'),
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
  on w.indicator = 'kunming.17.audit'
  and w.subject_id = j.subject_id;
