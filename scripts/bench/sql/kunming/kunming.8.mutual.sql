-- Principals of county party committees: at least one mutual appraisal in the year.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with done as (
  select
    a.person_id,
    count(*) as times,
    array_agg('activities/' || a.activity_id order by a.activity_id collate "C") as evidence
  from activity a
  where a.kind = 'mutual_appraisal'
  group by a.person_id
),
judged as (
  select
    r.person_id as subject_id,
    r.unit_id,
    case
      when r.entered_on > '2025-01-01' then 'exempt'
      when d.times >= 1 then 'met'
      else 'unmet'
    end as status,
    case when r.entered_on <= '2025-01-01' then coalesce(d.times, 0)::numeric end as observed,
    case when r.entered_on <= '2025-01-01' then 1::numeric end as required,
    date '2025-12-31' as due_on,
    case
      when r.entered_on > '2025-01-01' then 'entered_after_start'
      when d.times >= 1 then 'reached'
      else 'short'
    end as reason,
    null::text as detail,
    d.evidence
  from on_roll r
  left join done d on d.person_id = r.person_id
  where r.person_id in (select p.person_id from county_principal p where p.ended_on is null)
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.8.mutual'),
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
  on w.indicator = 'kunming.8.mutual'
  and w.subject_id = j.subject_id;
