-- Persons of age up to 35 of city organs seconded down in the year: at least one.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with seconded as (
  select distinct on (r.person_id) p.post_id
  from posts p
  join units u
    on u.city_code = 'kunming'
    and u.unit_id = p.unit_id
  join on_roll r on r.person_id = p.person_id
  where p.city_code = 'kunming'
    and p.entry = 'secondment'
    and p.started_on between '2025-01-01' and '2025-12-31'
    and p.secondment_to in ('grassroots', 'enterprise')
    and u.unit_kind = 'organ'
    and u.level = 'city'
    and r.age <= 35
  order by
    r.person_id,
    p.started_on,
    p.post_id collate "C"
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
    array_agg('posts/' || s.post_id order by s.post_id collate "C") as evidence
  from seconded s
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.6.secondments-down'),
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
  on w.indicator = 'kunming.6.secondments-down'
  and w.subject_id = j.subject_id;
