-- Training sums as they were: of each sum that an import changes, the sum before it. What was known as of an import then takes
-- its sums from here, as it takes rows from the journal; they need not be worked out of the records that differ.
create table cadre.former_training_years (
  city_code text not null,
  import_number integer not null,
  year smallint not null,
  person_id text not null,
  records integer not null,
  hours bigint not null,
  days bigint not null,
  off_job_days bigint not null,
  on_job_days bigint not null,
  online_days bigint not null,
  self_study_days bigint not null,
  first_on date,
  settled_on date,
  constraint former_training_years_key primary key (city_code, import_number, year, person_id),
  constraint former_training_years_dates_given check (
    (records = 0) = (first_on is null) and (first_on is null) = (settled_on is null)
  )
);

comment on table cadre.former_training_years is
  '培训年度汇总留痕：一次导入改变的每个人、每一年度的汇总一条，记改变前的数；只追加';
comment on column cadre.former_training_years.city_code is '城市代码（cities）';
comment on column cadre.former_training_years.import_number is '导入序号（imports）';
comment on column cadre.former_training_years.year is '完成日期所在年份';
comment on column cadre.former_training_years.person_id is '人员编号（persons）';
comment on column cadre.former_training_years.records is '改变前的培训记录数；0 为此前没有';
comment on column cadre.former_training_years.hours is '改变前的学时，百分之一学时';
comment on column cadre.former_training_years.days is '改变前的天数，百分之一天';
comment on column cadre.former_training_years.off_job_days is '改变前脱产班次的天数，百分之一天';
comment on column cadre.former_training_years.on_job_days is '改变前在职班次的天数，百分之一天';
comment on column cadre.former_training_years.online_days is '改变前网络班次的天数，百分之一天';
comment on column cadre.former_training_years.self_study_days is '改变前自学班次的天数，百分之一天';
comment on column cadre.former_training_years.first_on is '改变前的 first_on（training_years）；此前没有的为空';
comment on column cadre.former_training_years.settled_on is '改变前的 settled_on（training_years）；此前没有的为空';

create trigger former_training_years_are_kept before update or delete on cadre.former_training_years
  for each row execute function cadre.refuse_change();

alter table cadre.former_training_years enable always trigger former_training_years_are_kept;

create trigger former_training_years_are_not_emptied before truncate on cadre.former_training_years
  for each statement execute function cadre.refuse_change();

alter table cadre.former_training_years enable always trigger former_training_years_are_not_emptied;

-- Imports from before this migration noted none, and what was noted before sums were made anew may be of wrong ones.
create table cadre.former_training_years_since (
  city_code text not null,
  import_number integer not null,
  constraint former_training_years_since_key primary key (city_code)
);

comment on table cadre.former_training_years_since is
  '培训年度汇总留痕的起点：自该次导入起，改变的汇总都记入 former_training_years；更早的已知截至须由培训记录重新汇总';
comment on column cadre.former_training_years_since.city_code is '城市代码（cities）';
comment on column cadre.former_training_years_since.import_number is '导入序号（imports）；cadre rebuild 之后为下一次导入';

select cadre.guard('cadre.former_training_years');
select cadre.guard('cadre.former_training_years_since');
