-- Of the table with by far the most rows the amounts are kept in hundredths, as those of training_years are: whole
-- numbers are taken in, compared and added up in half the time, and as exact.
alter table training_records
  alter column hours type bigint using hours * 100,
  alter column days type bigint using days * 100,
  alter column study_score type bigint using study_score * 100,
  alter column conduct_score type bigint using conduct_score * 100;

comment on column training_records.hours is '学时，百分之一学时；与天数不同时为零';
comment on column training_records.days is '天数，百分之一天；与学时不同时为零';
comment on column training_records.study_score is '学习成绩，0 至 100 分，百分之一分';
comment on column training_records.conduct_score is '表现成绩，0 至 100 分，百分之一分';

analyze training_records;
