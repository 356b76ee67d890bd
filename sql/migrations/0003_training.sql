create table training_classes (
  city_code text not null references cities,
  class_id text not null,
  title text not null,
  organizer_unit_id text not null,
  provider text not null,
  mode text not null,
  main_class boolean not null,
  admin_level text not null,
  approved_on date,
  started_on date not null,
  ended_on date not null,
  theory_hours numeric(14,2),
  party_spirit_hours numeric(14,2),
  other_hours numeric(14,2),
  constraint training_classes_key primary key (city_code, class_id),
  constraint training_classes_provider_known
    check (provider in (
      'provincial_party_school', 'city_party_school', 'county_party_school', 'university', 'base',
      'online', 'other'
    )),
  constraint training_classes_mode_known check (mode in ('off_job', 'on_job', 'online', 'self_study')),
  constraint training_classes_admin_level_known check (admin_level in ('province', 'city', 'county', 'unit')),
  constraint training_classes_started_on_before_ended_on check (ended_on >= started_on),
  constraint training_classes_organizer_unit_id_exists foreign key (city_code, organizer_unit_id)
    references units (city_code, unit_id)
);

create index training_classes_by_organizer_unit_id on training_classes (city_code, organizer_unit_id);

comment on table training_classes is '培训班次：办过的班，每行一个';
comment on column training_classes.city_code is '城市代码：交来本行的城市（cities）';
comment on column training_classes.class_id is '班次编号';
comment on column training_classes.title is '班次名称';
comment on column training_classes.organizer_unit_id is '主办单位编号（units）';
comment on column training_classes.provider is
  '培训机构：provincial_party_school 省委党校，city_party_school 市委党校，county_party_school 县委党校，'
  'university 高校，base 教育基地，online 网络学院，other 其他';
comment on column training_classes.mode is '培训方式：off_job 脱产，on_job 在职，online 网络，self_study 自学';
comment on column training_classes.main_class is '主体班次';
comment on column training_classes.admin_level is '办班层级：province 省，city 市，county 县，unit 单位';
comment on column training_classes.approved_on is '办班审核日期';
comment on column training_classes.started_on is '开班日期';
comment on column training_classes.ended_on is '结业日期';
comment on column training_classes.theory_hours is '理论教育课时';
comment on column training_classes.party_spirit_hours is '党性教育课时';
comment on column training_classes.other_hours is '其他课时';

create table training_records (
  city_code text not null,
  record_id text not null,
  person_id text not null,
  class_id text,
  completed_on date not null,
  hours numeric(14,2) not null,
  days numeric(14,2) not null,
  study_score numeric(14,2),
  conduct_score numeric(14,2),
  constraint training_records_key primary key (city_code, record_id),
  constraint training_records_hours_range check (hours >= 0),
  constraint training_records_days_range check (days >= 0),
  constraint training_records_study_score_range check (study_score between 0 and 100),
  constraint training_records_conduct_score_range check (conduct_score between 0 and 100),
  constraint training_records_some_amount check (hours > 0 or days > 0)
) partition by list (city_code);

create index training_records_by_person_id on training_records (city_code, person_id);
create index training_records_by_class_id on training_records (city_code, class_id);

comment on table training_records is '培训记录：一人完成的一次培训，每行一次；按城市分区，引用由导入程序核对，不设外键';
comment on column training_records.city_code is '城市代码：交来本行的城市（cities）';
comment on column training_records.record_id is '记录编号';
comment on column training_records.person_id is '人员编号（persons）';
comment on column training_records.class_id is '班次编号（training_classes）';
comment on column training_records.completed_on is '完成日期';
comment on column training_records.hours is '学时，与天数不同时为零';
comment on column training_records.days is '天数，与学时不同时为零';
comment on column training_records.study_score is '学习成绩，0 至 100';
comment on column training_records.conduct_score is '表现成绩，0 至 100';
