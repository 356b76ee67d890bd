create table cities (
  city_code text not null,
  name_zh text not null,
  name_en text not null,
  province_code text not null,
  region_prefix text not null,
  constraint cities_key primary key (city_code),
  constraint cities_city_code_form check (city_code ~ '^[a-z][a-z0-9_]{0,30}$'),
  constraint cities_province_code_form check (province_code ~ '^[0-9]{2}$'),
  constraint cities_region_prefix_form check (region_prefix ~ '^[0-9]{2,6}$')
);

comment on table cities is '城市：交数据的市县，每个一行；由程序按已登记的政策维护';
comment on column cities.city_code is '城市代码，所有业务表的第一主键列';
comment on column cities.name_zh is '中文名称';
comment on column cities.name_en is '英文名称';
comment on column cities.province_code is '省级行政区划代码前两位';
comment on column cities.region_prefix is '行政区划代码前缀：本市数据的 region_code 必须以此开头';

create table workdays (
  day date not null,
  kind text not null,
  name text not null,
  constraint workdays_key primary key (day),
  constraint workdays_kind_known check (kind in ('holiday', 'makeup_workday'))
);

comment on table workdays is '法定工作日历的例外日：放假与调休上班，其余按周一至周五';
comment on column workdays.day is '日期';
comment on column workdays.kind is '类别：holiday 放假，makeup_workday 调休上班';
comment on column workdays.name is '节日名称';
