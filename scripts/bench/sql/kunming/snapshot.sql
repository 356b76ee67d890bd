-- Kunming on 2025-12-31, as the indicators share it: written for this city and this date, nothing more.
create temporary table live_unit on commit drop as
select
  u.unit_id,
  u.unit_kind,
  u.level
from units u
where u.city_code = 'kunming'
  and (u.founded_on is null or u.founded_on <= '2025-12-31')
  and (u.dissolved_on is null or u.dissolved_on > '2025-12-31');

analyze live_unit;

create temporary table current_post on commit drop as
select
  p.post_id,
  p.person_id,
  p.unit_id,
  p.post_key,
  p.rank,
  p.role,
  p.branch,
  p.leading,
  p.started_on,
  u.unit_kind,
  u.level
from posts p
join live_unit u on u.unit_id = p.unit_id
join persons e
  on e.city_code = 'kunming'
  and e.person_id = p.person_id
where p.city_code = 'kunming'
  and p.started_on <= '2025-12-31'
  and (p.ended_on is null or p.ended_on > '2025-12-31')
  and e.hired_on <= '2025-12-31'
  and (e.left_on is null or e.left_on > '2025-12-31');

analyze current_post;

-- Persons on roll with their main post. Leaders of the Party and the government train over five years, all others in
-- each.
create temporary table on_roll on commit drop as
with main_post as (
  select distinct on (c.person_id)
    c.person_id,
    c.unit_id,
    c.unit_kind,
    c.rank,
    bool_or(c.leading) over (partition by c.person_id) as is_leading
  from current_post c
  order by
    c.person_id,
    array_position(array['bureau', 'county_division', 'township_section', 'sub_section', 'staff'], c.rank),
    c.leading desc,
    c.started_on desc,
    c.post_id collate "C"
),
first_post as (
  select
    p.person_id,
    min(p.started_on) as started_on
  from posts p
  where p.city_code = 'kunming'
    and p.started_on <= '2025-12-31'
  group by p.person_id
)
select
  m.person_id,
  m.unit_id,
  m.rank,
  m.is_leading,
  m.is_leading
    and m.rank in ('county_division', 'bureau')
    and m.unit_kind in ('party_committee', 'organ', 'township', 'party_school') as trains_as_leader,
  greatest(coalesce(e.entered_on, f.started_on), e.hired_on) as entered_on,
  extract(year from age(date '2025-12-31', e.birth_date))::integer as age,
  e.sex,
  e.ethnicity,
  e.political_status in ('01', '02') as party_member,
  e.managed_by,
  e.lists
from main_post m
join persons e
  on e.city_code = 'kunming'
  and e.person_id = m.person_id
join first_post f on f.person_id = m.person_id;

analyze on_roll;

-- Principal posts of county party committees: current, or ended this year and not continued; and since when they were
-- held without a break of more than a day.
create temporary table county_principal on commit drop as
with principal as materialized (
  select
    c.post_id,
    c.person_id,
    c.unit_id,
    c.post_key,
    null::date as ended_on
  from current_post c
  where c.role = 'principal'
    and c.unit_kind = 'party_committee'
    and c.level = 'county'
  union all
  select
    p.post_id,
    p.person_id,
    p.unit_id,
    p.post_key,
    p.ended_on
  from posts p
  join live_unit u on u.unit_id = p.unit_id
  where p.city_code = 'kunming'
    and p.ended_on between '2025-01-01' and '2025-12-31'
    and p.role = 'principal'
    and u.unit_kind = 'party_committee'
    and u.level = 'county'
    and not exists (
      select
      from posts n
      where n.city_code = 'kunming'
        and n.person_id = p.person_id
        and n.post_key = p.post_key
        and n.post_id <> p.post_id
        and n.started_on <= least(p.ended_on + 1, '2025-12-31')
        and (n.started_on >= p.ended_on or n.ended_on > p.ended_on or n.ended_on is null)
    )
),
record as (
  select
    p.person_id,
    p.post_key,
    p.post_id,
    p.started_on,
    max(coalesce(p.ended_on, 'infinity')) over (
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
    r.post_id,
    max(r.started_on) filter (where r.ended_before is null or r.ended_before < r.started_on - 1) over (
      partition by r.person_id, r.post_key
      order by r.started_on, r.post_id
    ) as began_on
  from record r
)
select
  p.post_id,
  p.person_id,
  p.unit_id,
  p.ended_on,
  r.began_on
from principal p
join run r on r.post_id = p.post_id;

analyze county_principal;

create temporary table activity on commit drop as
select
  a.activity_id,
  a.kind,
  a.unit_id,
  a.person_id,
  a.held_on,
  a.reported_to
from activities a
where a.city_code = 'kunming'
  and a.held_on between '2025-01-01' and '2025-12-31'
  and a.kind in (
    'center_group_study', 'comprehensive_analysis', 'condolence_visit', 'duty_report', 'expert_lecture',
    'job_fit_assessment', 'mutual_appraisal', 'party_base_education', 'study_tour', 'team_appraisal', 'team_report',
    'team_work_report', 'tolerance_publication'
  );

analyze activity;

create temporary table waiver on commit drop as
select distinct on (w.indicator, w.subject_id)
  w.indicator,
  w.subject_id,
  w.waiver_id,
  w.basis || ' (' || w.approved_by || ', ' || w.valid_from || '..' || w.valid_to || ')' as basis
from waivers w
where w.city_code = 'kunming'
  and w.indicator like 'kunming.%'
  and w.approved_on <= '2025-12-31'
  and '2025-12-31' between w.valid_from and w.valid_to
order by w.indicator, w.subject_id, w.valid_to desc, w.waiver_id collate "C";

analyze waiver;
