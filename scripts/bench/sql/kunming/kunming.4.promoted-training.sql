-- Leaders by their latest promotion into a leading post of that rank: within a year of it, 550 hours or 90 days of
-- classes, counted from five years before it.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with promoted as materialized (
  select distinct on (r.person_id)
    r.person_id,
    r.unit_id,
    p.post_id,
    p.started_on,
    (p.started_on + interval '1 year')::date as due_on
  from on_roll r
  join posts p
    on p.city_code = 'kunming'
    and p.person_id = r.person_id
  where r.trains_as_leader
    and p.leading
    and p.rank in ('county_division', 'bureau')
    and p.entry = 'promotion'
    and p.started_on between '2024-01-01' and '2025-12-31'
  order by
    r.person_id,
    p.started_on desc,
    p.post_id collate "C"
),
trained as (
  select
    p.person_id,
    t.completed_on,
    sum(t.hours) over so_far as hours,
    sum(t.days) filter (where c.class_id is not null) over so_far as class_days
  from promoted p
  join training_records t
    on t.city_code = 'kunming'
    and t.person_id = p.person_id
    and t.completed_on > (p.started_on - interval '5 years')::date
    and t.completed_on <= '2025-12-31'
  left join training_classes c
    on c.city_code = 'kunming'
    and c.class_id = t.class_id
    and c.mode in ('off_job', 'on_job')
    and c.started_on <= '2025-12-31'
  window so_far as (partition by p.person_id order by t.completed_on)
),
done as (
  select
    t.person_id,
    min(t.completed_on) as done_on
  from trained t
  where t.hours >= 55000
    or t.class_days >= 9000
  group by t.person_id
),
judged as (
  select
    p.person_id as subject_id,
    p.unit_id,
    case
      when d.done_on <= p.due_on then 'met'
      when d.done_on is not null then 'unmet'
      when p.due_on <= '2025-12-31' then 'unmet'
      when p.due_on - date '2025-12-31' <= 30 then 'at_risk'
      else 'pending'
    end as status,
    null::numeric as observed,
    null::numeric as required,
    p.due_on as due_on,
    case
      when d.done_on <= p.due_on then 'done_in_time'
      when d.done_on is not null then 'done_late'
      when p.due_on <= '2025-12-31' then 'overdue'
      else 'not_done_yet'
    end as reason,
    d.done_on::text as detail,
    array['posts/' || p.post_id] as evidence
  from promoted p
  left join done d on d.person_id = p.person_id
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.4.promoted-training'),
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
  on w.indicator = 'kunming.4.promoted-training'
  and w.subject_id = j.subject_id;
