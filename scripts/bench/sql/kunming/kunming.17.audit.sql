-- County principals: an economic audit within five years of the tenure's start.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with principal as materialized (
  select
    c.post_id,
    c.person_id,
    c.unit_id,
    c.post_key
  from current_post c
  where c.role = 'principal'
    and c.rank = 'county_division'
    and c.unit_kind = 'party_committee'
    and c.level = 'county'
),
record as (
  select
    p.person_id,
    p.post_key,
    p.post_id,
    p.started_on,
    max(case when p.ended_on <= '2025-12-31' then p.ended_on else 'infinity' end) over (
      partition by p.person_id, p.post_key
      order by p.started_on, p.post_id
      rows between unbounded preceding and 1 preceding
    ) as ended_before
  from posts p
  where p.city_code = 'kunming'
    and p.started_on <= '2025-12-31'
    and (p.person_id, p.post_key) in (select c.person_id, c.post_key from principal c)
),
run as (
  select
    r.*,
    count(*) filter (where r.ended_before is null or r.ended_before < r.started_on - 1) over (
      partition by r.person_id, r.post_key
      order by r.started_on, r.post_id
    ) as run_number
  from record r
),
tenure as (
  select
    r.post_id,
    min(r.started_on) over (partition by r.person_id, r.post_key, r.run_number) as began_on
  from run r
),
inspected as (
  select
    c.post_id,
    c.unit_id,
    (t.began_on + interval '5 years')::date as due_on,
    min(i.started_on) as done_on,
    array_agg('inspections/' || i.inspection_id order by i.started_on, i.inspection_id collate "C")
      filter (where i.inspection_id is not null) as inspections
  from principal c
  join tenure t on t.post_id = c.post_id
  left join inspections i
    on i.city_code = 'kunming'
    and i.kind = 'economic_audit'
    and i.person_id = c.person_id
    and i.started_on between t.began_on and '2025-12-31'
  group by c.post_id, c.unit_id, t.began_on
),
judged as (
  select
    d.post_id as subject_id,
    d.unit_id,
    case
      when d.done_on <= d.due_on then 'met'
      when d.done_on is not null then 'unmet'
      when d.due_on <= '2025-12-31' then 'unmet'
      when d.due_on - date '2025-12-31' <= 30 then 'at_risk'
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
    array['posts/' || d.post_id] || d.inspections as evidence
  from inspected d
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
