-- Part-time posts and pay against the rules: unmet until resolved; those resolved before this year are left out.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with judged as (
  select
    d.declaration_id as subject_id,
    r.unit_id,
    case when d.resolved_on <= '2025-12-31' then 'met' else 'unmet' end as status,
    null::numeric as observed,
    null::numeric as required,
    null::date as due_on,
    case when d.resolved_on <= '2025-12-31' then 'resolved' else 'unresolved' end as reason,
    null::text as detail,
    array['declarations/' || d.declaration_id] as evidence
  from declarations d
  left join on_roll r on r.person_id = d.person_id
  where d.city_code = 'kunming'
    and d.occurred_on <= '2025-12-31'
    and d.kind in ('part_time', 'paid_role')
    and (d.resolved_on is null or d.resolved_on >= '2025-01-01')
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.15.part-time'),
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
  on w.indicator = 'kunming.15.part-time'
  and w.subject_id = j.subject_id;
