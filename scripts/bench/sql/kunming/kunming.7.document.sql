-- The rules of assessment: issued within 180 days of the policy taking effect on 2019-02-02.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with issued as (
  select
    'kunming' as city,
    min(d.issued_on) as done_on,
    date '2019-02-02' + 180 as due_on,
    array_agg('documents/' || d.document_id order by d.issued_on, d.document_id collate "C") as evidence
  from documents d
  where d.city_code = 'kunming'
    and d.clause = 'kunming.7'
    and d.issued_on <= '2025-12-31'
),
judged as (
  select
    i.city as subject_id,
    null::text as unit_id,
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
    i.evidence as evidence
  from issued i
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.7.document'),
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
  on w.indicator = 'kunming.7.document'
  and w.subject_id = j.subject_id;
