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
  u.level,
  e.hired_on,
  e.birth_date
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

create temporary table on_roll on commit drop as
select distinct on (c.person_id)
  c.person_id,
  c.unit_id,
  c.rank,
  c.hired_on,
  c.birth_date,
  bool_or(c.leading) over (partition by c.person_id) as is_leading
from current_post c
order by
  c.person_id,
  array_position(array['bureau', 'county_division', 'township_section', 'sub_section', 'staff'], c.rank),
  c.leading desc,
  c.started_on desc,
  c.post_id collate "C";

analyze on_roll;

create temporary table activity on commit drop as
select
  a.activity_id,
  a.kind,
  a.unit_id,
  a.reported_to
from activities a
where a.city_code = 'kunming'
  and a.held_on between '2025-01-01' and '2025-12-31'
  and a.kind in (
    'party_base_education', 'expert_lecture', 'study_tour', 'tolerance_publication', 'report_and_reviews',
    'team_report'
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
