-- Teams of three persons or more: the shares with a woman, one not of the Party, one of age up to 40, all three ages.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with member as (
  select distinct
    c.unit_id,
    c.person_id
  from current_post c
  where c.role in ('principal', 'deputy')
    and c.unit_kind in ('party_committee', 'organ', 'township')
),
team as (
  select
    m.unit_id,
    bool_or(r.sex = '2') as women,
    bool_or(not r.party_member) as non_party,
    bool_or(r.age <= 40) as young,
    bool_or(r.age <= 40) and bool_or(r.age between 41 and 50) and bool_or(r.age >= 51) as three_ages
  from member m
  join on_roll r on r.person_id = m.person_id
  group by m.unit_id
  having count(*) >= 3
),
tally as (
  select
    count(*) as total,
    count(*) filter (where t.women) as women,
    count(*) filter (where t.non_party) as non_party,
    count(*) filter (where t.young) as young,
    count(*) filter (where t.three_ages) as three_ages,
    array_agg('units/' || t.unit_id order by t.unit_id collate "C") filter (where t.women) as with_women,
    array_agg('units/' || t.unit_id order by t.unit_id collate "C") filter (where t.non_party) as with_non_party,
    array_agg('units/' || t.unit_id order by t.unit_id collate "C") filter (where t.young) as with_young,
    array_agg('units/' || t.unit_id order by t.unit_id collate "C") filter (where t.three_ages) as with_three_ages
  from team t
),
judged as (
  select
    'kunming' as subject_id,
    null::text as unit_id,
    case when t.total > 0 then 'info' else 'no_data' end as status,
    asked.composition,
    round(asked.counted::numeric / nullif(t.total, 0), 4) as observed,
    null::numeric as required,
    null::date as due_on,
    case when t.total > 0 then 'figure' else 'record_missing' end as reason,
    case when t.total > 0 then asked.counted || '/' || t.total end as detail,
    asked.evidence
  from tally t
  cross join lateral (
    values
      ('women', t.women, t.with_women),
      ('non_party', t.non_party, t.with_non_party),
      ('young', t.young, t.with_young),
      ('three_ages', t.three_ages, t.with_three_ages)
  ) as asked (composition, counted, evidence)
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.14.mixed-teams'),
  j.subject_id,
  j.unit_id,
  '2025',
  case when w.subject_id is not null then 'exempt' else j.status end,
  j.composition,
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
  on w.indicator = 'kunming.14.mixed-teams'
  and w.subject_id = j.subject_id
  and j.status <> 'info';
