-- Leading cadres of rank county_division at a base of Party education in the year, in a class or otherwise: at least
-- one.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with leader as (
  select r.person_id
  from on_roll r
  where r.is_leading
    and r.rank = 'county_division'
),
visit as (
  select
    t.person_id,
    t.completed_on as held_on,
    'training_records/' || t.record_id as evidence
  from training_records t
  join training_classes c
    on c.city_code = 'kunming'
    and c.class_id = t.class_id
  where t.city_code = 'kunming'
    and t.person_id in (select l.person_id from leader l)
    and t.completed_on between '2025-01-01' and '2025-12-31'
    and c.provider = 'base'
    and c.started_on <= '2025-12-31'
  union all
  select
    a.person_id,
    a.held_on,
    'activities/' || a.activity_id
  from activity a
  join leader l on l.person_id = a.person_id
  where a.kind = 'party_base_education'
),
first_visit as (
  select distinct on (v.person_id) v.evidence
  from visit v
  order by
    v.person_id,
    v.held_on,
    v.evidence collate "C"
),
judged as (
  select
    'kunming' as subject_id,
    null::text as unit_id,
    case when count(*) >= 1 then 'met' else 'unmet' end as status,
    count(*)::numeric as observed,
    1::numeric as required,
    date '2025-12-31' as due_on,
    case when count(*) >= 1 then 'reached' else 'short' end as reason,
    null::text as detail,
    array_agg(v.evidence order by v.evidence collate "C") as evidence
  from first_visit v
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.3.party-base'),
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
  on w.indicator = 'kunming.3.party-base'
  and w.subject_id = j.subject_id;
