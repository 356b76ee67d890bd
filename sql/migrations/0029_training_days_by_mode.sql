-- Training sums are kept by the mode of the classes, as recorded: which modes count as days of classes is each policy's to
-- say, and a policy that says otherwise finds its sums here, too.
alter table cadre.training_years
  add column off_job_days bigint not null default 0,
  add column on_job_days bigint not null default 0,
  add column online_days bigint not null default 0,
  add column self_study_days bigint not null default 0;

update cadre.training_years y
set
  off_job_days = s.off_job_days,
  on_job_days = s.on_job_days,
  online_days = s.online_days,
  self_study_days = s.self_study_days,
  settled_on = greatest(y.settled_on, s.begun_on)
from (
  select
    t.city_code,
    t.person_id,
    extract(year from t.completed_on)::smallint as year,
    coalesce(sum(t.days) filter (where c.mode = 'off_job'), 0) as off_job_days,
    coalesce(sum(t.days) filter (where c.mode = 'on_job'), 0) as on_job_days,
    coalesce(sum(t.days) filter (where c.mode = 'online'), 0) as online_days,
    coalesce(sum(t.days) filter (where c.mode = 'self_study'), 0) as self_study_days,
    max(c.started_on) as begun_on
  from cadre.training_records t
  join cadre.training_classes c
    on c.city_code = t.city_code
    and c.class_id = t.class_id
  group by
    t.city_code,
    t.person_id,
    extract(year from t.completed_on)
) s
where y.city_code = s.city_code
  and y.person_id = s.person_id
  and y.year = s.year;

alter table cadre.training_years
  drop column class_days,
  alter column off_job_days drop default,
  alter column on_job_days drop default,
  alter column online_days drop default,
  alter column self_study_days drop default;

comment on column cadre.training_years.days is '天数，百分之一天；含不属任何班次的培训';
comment on column cadre.training_years.off_job_days is '脱产班次的天数，百分之一天';
comment on column cadre.training_years.on_job_days is '在职班次的天数，百分之一天';
comment on column cadre.training_years.online_days is '网络班次的天数，百分之一天';
comment on column cadre.training_years.self_study_days is '自学班次的天数，百分之一天';
comment on column cadre.training_years.settled_on is
  '不早于其中最晚的完成日期与班次的开班日期：时点在此之后，全年各数即定；在此之前须看培训记录';

analyze cadre.training_years;
