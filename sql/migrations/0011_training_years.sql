-- Loads and evaluations of a province's size. Evaluations read a city's facts whole, and nothing deletes from the tables
-- that others refer to: an index beside the key served no reader, and cost each load more than its rows.
drop index units_by_parent_unit_id;
drop index posts_by_person_id;
drop index posts_by_unit_id;
drop index charges_by_person_id;
drop index charges_by_unit_id;
drop index charges_by_charged_unit_id;
drop index training_classes_by_organizer_unit_id;
drop index training_records_by_person_id;
drop index training_records_by_class_id;
drop index talks_by_from_person_id;
drop index talks_by_to_person_id;
drop index activities_by_unit_id;
drop index activities_by_person_id;
drop index activities_by_target_id;
drop index leaves_by_person_id;
drop index handovers_by_person_id;
drop index handovers_by_post_id;
drop index handovers_by_moved_to_unit_id;
drop index score_items_by_person_id;
drop index assessments_by_subject_id;
drop index measures_by_subject_id;
drop index recall_rounds_by_person_id;
drop index political_vettings_by_person_id;
drop index selections_by_person_id;
drop index selections_by_unit_id;
drop index interventions_by_unit_id;
drop index commitments_by_person_id;
drop index declarations_by_person_id;
drop index risk_points_by_unit_id;
drop index inspections_by_unit_id;
drop index inspections_by_person_id;
drop index rectifications_by_inspection_id;
drop index decisions_by_unit_id;
drop index archives_by_subject_id;
drop index tolerance_cases_by_unit_id;
drop index places_by_unit_id;
drop index places_by_parent_place_id;
drop index village_cadres_by_village_id;
drop index village_cadres_by_person_id;
drop index village_vettings_by_village_id;
drop index village_vettings_by_person_id;
drop index village_ratings_by_village_id;
drop index village_ratings_by_person_id;
drop index village_supports_by_village_id;
drop index village_projects_by_village_id;
drop index attestations_by_unit_id;

-- Who has few persons to look at reads theirs alone: one person's result being opened, the few whose training is counted
-- from a day of their own. A partition holds one city: its code need not lead here.
create index training_records_by_person_id on training_records (person_id);

-- Each duty to hold some activity counts those of one kind among all others.
create index activities_by_kind on activities (city_code, kind);

-- The importer checks amounts as it checks references; here each row's were compared seven times over.
alter table training_records drop constraint training_records_hours_range;
alter table training_records drop constraint training_records_days_range;
alter table training_records drop constraint training_records_study_score_range;
alter table training_records drop constraint training_records_conduct_score_range;
alter table training_records drop constraint training_records_some_amount;

comment on table training_records is
  '培训记录：一人完成的一次培训，每行一次；按城市分区，引用和数值范围由导入程序核对，不设外键和检查约束';

-- What was learnt, by person and year: kept by the import in the transaction that stores the records.
create table training_years (
  city_code text not null,
  person_id text not null,
  year smallint not null,
  records integer not null,
  hours bigint not null,
  days bigint not null,
  class_days bigint not null,
  first_on date not null,
  settled_on date not null,
  constraint training_years_key primary key (city_code, person_id, year),
  constraint training_years_first_on_before_settled_on check (settled_on >= first_on)
) partition by list (city_code);

-- Cities that were there before this table; a city's first load makes its own partition.
create table training_years_earlier partition of training_years default;

comment on table training_years is
  '培训年度汇总：一人一年一行，按城市分区，由导入在同一事务中维护；学时、天数以百分之一为单位';
comment on column training_years.city_code is '城市代码（cities）';
comment on column training_years.person_id is '人员编号（persons）';
comment on column training_years.year is '完成日期所在年份';
comment on column training_years.records is '培训记录数';
comment on column training_years.hours is '学时，百分之一学时';
comment on column training_years.days is '天数，百分之一天';
comment on column training_years.class_days is '脱产、在职班次的天数，百分之一天';
comment on column training_years.first_on is '不晚于其中最早的完成日期';
comment on column training_years.settled_on is
  '不早于其中最晚的完成日期与脱产、在职班次的开班日期：时点在此之后，全年各数即定；在此之前须看培训记录';

insert into training_years (
  city_code, person_id, year, records, hours, days, class_days, first_on, settled_on
)
select
  t.city_code,
  t.person_id,
  extract(year from t.completed_on),
  count(*),
  sum(t.hours * 100),
  sum(t.days * 100),
  coalesce(sum(t.days * 100) filter (where c.class_id is not null), 0),
  min(t.completed_on),
  max(greatest(t.completed_on, c.started_on))
from training_records t
left join training_classes c
  on c.city_code = t.city_code
  and c.class_id = t.class_id
  and c.mode in ('off_job', 'on_job')
group by
  t.city_code,
  t.person_id,
  extract(year from t.completed_on);
