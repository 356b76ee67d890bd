-- Leaders of rank county_division or bureau: 550 hours, or 90 days of classes off or on the job, in 2021-2025: whole
-- years of the rollup. A class that has not begun counts no days: such a year's days come from the facts.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with leader as (
  select
    r.person_id,
    r.unit_id
  from on_roll r
  where r.trains_as_leader
),
first_leading_post as (
  select
    p.person_id,
    min(p.started_on) as started_on
  from leader l
  join posts p
    on p.city_code = 'kunming'
    and p.person_id = l.person_id
  where p.leading
    and p.rank in ('county_division', 'bureau')
    and p.started_on <= '2025-12-31'
  group by p.person_id
),
trained as (
  select
    y.person_id,
    sum(y.hours) * 0.01 as hours,
    sum(case when y.settled_on <= '2025-12-31' then (y.off_job_days + y.on_job_days) * 0.01 else f.class_days end) as class_days
  from leader l
  join training_years y
    on y.city_code = 'kunming'
    and y.person_id = l.person_id
    and y.year between 2021 and 2025
  left join lateral (
    select coalesce(sum(t.days), 0) * 0.01 as class_days
    from training_records t
    join training_classes c
      on c.city_code = 'kunming'
      and c.class_id = t.class_id
    where y.settled_on > '2025-12-31'
      and t.city_code = 'kunming'
      and t.person_id = y.person_id
      and t.completed_on between make_date(y.year, 1, 1) and make_date(y.year, 12, 31)
      and c.mode in ('off_job', 'on_job')
      and c.started_on <= '2025-12-31'
  ) f on y.settled_on > '2025-12-31'
  group by y.person_id
),
judged as (
  select
    l.person_id as subject_id,
    l.unit_id,
    case
      when t.hours >= 550 or t.class_days >= 90 then 'met'
      when f.started_on > '2020-12-31' then 'pending'
      else 'unmet'
    end as status,
    coalesce(trim_scale(t.hours), 0) as observed,
    550::numeric as required,
    null::date as due_on,
    case
      when t.hours >= 550 then 'reached'
      when t.class_days >= 90 then 'reached_by_other'
      when f.started_on > '2020-12-31' then 'rolling_short_so_far'
      else 'rolling_short'
    end as reason,
    trim_scale(coalesce(t.class_days, 0)) || '/90' as detail,
    null::text[] as evidence
  from leader l
  left join trained t on t.person_id = l.person_id
  left join first_leading_post f on f.person_id = l.person_id
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.4.leader-training'),
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
  on w.indicator = 'kunming.4.leader-training'
  and w.subject_id = j.subject_id;
