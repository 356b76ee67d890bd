-- Where those went who were exchanged or transferred in the year, in the first direction that fits: figures.
insert into bench.judged (
  city_code, result_set, ordinal, subject_id, unit_id, period, status, class, observed, required, due_on, reason,
  detail, evidence
)
with move as (
  select
    p.post_id,
    f.unit_kind as from_kind,
    f.level as from_level,
    f.region_code as from_region,
    t.unit_kind as to_kind,
    t.level as to_level,
    t.region_code as to_region
  from posts p
  cross join lateral (
    select b.unit_id
    from posts b
    where b.city_code = 'kunming'
      and b.person_id = p.person_id
      and b.entry <> 'secondment'
      and b.started_on < p.started_on
    order by
      b.started_on desc,
      b.post_id collate "C" desc
    limit 1
  ) before
  join units f
    on f.city_code = 'kunming'
    and f.unit_id = before.unit_id
  join units t
    on t.city_code = 'kunming'
    and t.unit_id = p.unit_id
  where p.city_code = 'kunming'
    and p.entry in ('exchange', 'transfer')
    and p.started_on between '2025-01-01' and '2025-12-31'
    and p.unit_id <> before.unit_id
),
directed as (
  select
    m.post_id,
    case
      when m.to_kind = 'township' and m.from_kind <> 'township' then 'to_township'
      when m.to_kind = 'enterprise' and m.from_kind <> 'enterprise' then 'to_enterprise'
      when m.from_level = 'city' and m.to_level = 'county' then 'city_to_county'
      when m.from_level in ('county', 'township') and m.to_level = 'city' then 'county_to_city'
      when m.from_level in ('county', 'township')
        and m.to_level in ('county', 'township')
        and m.from_region <> m.to_region
        then 'county_to_county'
      when m.from_kind = 'organ' and m.to_kind = 'organ' and m.from_level = m.to_level then 'between_departments'
    end as direction
  from move m
)
select
  'kunming',
  'by-hand',
  (select n.ordinal from bench.indicator_number n where n.indicator = 'kunming.5.exchanges'),
  'kunming',
  null,
  '2025',
  'info',
  listed.direction,
  count(d.post_id),
  null,
  null,
  'figure',
  null,
  array_agg('posts/' || d.post_id order by d.post_id collate "C") filter (where d.post_id is not null)
from unnest(array[
  'to_township', 'to_enterprise', 'city_to_county', 'county_to_city', 'county_to_county', 'between_departments'
]) as listed (direction)
left join directed d on d.direction = listed.direction
group by listed.direction;
