-- What every report asks first of an indicator: its counts over all units.
alter table run_indicators
  add column met bigint not null default 0,
  add column unmet bigint not null default 0,
  add column pending bigint not null default 0,
  add column at_risk bigint not null default 0,
  add column exempt bigint not null default 0,
  add column no_data bigint not null default 0,
  add column info bigint not null default 0;

comment on column run_indicators.met is '达标数';
comment on column run_indicators.unmet is '未达标数';
comment on column run_indicators.pending is '进行中数';
comment on column run_indicators.at_risk is '临期预警数';
comment on column run_indicators.exempt is '豁免数';
comment on column run_indicators.no_data is '缺数据数';
comment on column run_indicators.info is '统计行数';

with counted as (
  select
    t.city_code,
    t.result_set,
    t.ordinal,
    sum(t.met) as met,
    sum(t.unmet) as unmet,
    sum(t.pending) as pending,
    sum(t.at_risk) as at_risk,
    sum(t.exempt) as exempt,
    sum(t.no_data) as no_data,
    sum(t.info) as info
  from unit_tallies t
  group by
    t.city_code,
    t.result_set,
    t.ordinal
)
update run_indicators i
set
  met = c.met,
  unmet = c.unmet,
  pending = c.pending,
  at_risk = c.at_risk,
  exempt = c.exempt,
  no_data = c.no_data,
  info = c.info
from counted c
where c.city_code = i.city_code
  and c.result_set = i.result_set
  and c.ordinal = i.ordinal;
