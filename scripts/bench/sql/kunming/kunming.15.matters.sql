-- Four kinds of matters of those who led when they occurred: housing and investment reported by 31 January of the next
-- year, the others within 30 days.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with declared as (
  select
    d.declaration_id,
    d.person_id,
    d.occurred_on,
    case when d.reported_on <= '2025-12-31' then d.reported_on end as done_on,
    case
      when d.kind in ('housing', 'investment') then make_date(extract(year from d.occurred_on)::integer + 1, 1, 31)
      else d.occurred_on + 30
    end as due_on,
    case when d.kind in ('housing', 'investment') then 30 else 7 end as warn_days
  from declarations d
  where d.city_code = 'kunming'
    and d.occurred_on between '2024-01-01' and '2025-12-31'
    and d.kind in ('housing', 'investment', 'marriage', 'family_employment')
    and exists (
      select
      from posts p
      join persons e
        on e.city_code = 'kunming'
        and e.person_id = p.person_id
      where p.city_code = 'kunming'
        and p.person_id = d.person_id
        and p.leading
        and p.started_on <= d.occurred_on
        and (p.ended_on is null or p.ended_on > d.occurred_on)
        and e.hired_on <= d.occurred_on
        and (e.left_on is null or e.left_on > d.occurred_on)
    )
),
judged as (
  select
    d.declaration_id as subject_id,
    r.unit_id,
    case
      when d.done_on <= d.due_on then 'met'
      when d.done_on is not null then 'unmet'
      when d.due_on <= '2025-12-31' then 'unmet'
      when d.due_on - date '2025-12-31' <= d.warn_days then 'at_risk'
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
    array['declarations/' || d.declaration_id] as evidence
  from declared d
  left join on_roll r on r.person_id = d.person_id
  where d.occurred_on >= '2025-01-01'
    or (
      d.due_on >= '2025-01-01'
      and (d.done_on is null or d.done_on >= '2025-01-01')
    )
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.15.matters'),
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
  on w.indicator = 'kunming.15.matters'
  and w.subject_id = j.subject_id;
