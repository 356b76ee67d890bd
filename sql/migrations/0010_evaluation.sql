-- What an evaluation made, and from what. A run's id is a digest of all that its results depend on, so that the same
-- data, date and policy give the same run.
create table runs (
  city_code text not null references cities,
  run_id text not null,
  policy text not null,
  as_of date not null,
  policy_version text not null,
  schema_version integer not null,
  watermark text not null,
  result_count bigint not null,
  evaluated_on timestamptz not null default now(),
  evaluated_by text not null,
  constraint runs_key primary key (city_code, run_id),
  constraint runs_run_id_form check (run_id ~ '^[0-9a-f]{32}$')
);

create index runs_by_date on runs (city_code, policy, as_of);

comment on table runs is '评价批次：一市、一政策、一时点的一次评价';
comment on column runs.city_code is '城市代码（cities）';
comment on column runs.run_id is '批次编号：市、政策、时点、政策版本、库结构版本、数据水位的摘要';
comment on column runs.policy is '政策代码';
comment on column runs.as_of is '评价时点，当日终了';
comment on column runs.policy_version is '政策版本：条款与参数的摘要';
comment on column runs.schema_version is '库结构版本：已执行的最后一个迁移';
comment on column runs.watermark is '数据水位（imports.watermark），未导入过数据为空串';
comment on column runs.result_count is '结果行数';
comment on column runs.evaluated_on is '评价时间';
comment on column runs.evaluated_by is '评价人：操作系统用户与主机';

-- The indicators of a run in catalogue order: results carry the number instead of the name.
create table run_indicators (
  city_code text not null,
  run_id text not null,
  ordinal smallint not null,
  indicator text not null,
  subject_kind text not null,
  missing_tables text[] not null,
  constraint run_indicators_key primary key (city_code, run_id, ordinal),
  constraint run_indicators_run_exists foreign key (city_code, run_id)
    references runs (city_code, run_id) on delete cascade
);

comment on table run_indicators is '批次指标：一个批次评价的各项指标，按目录顺序';
comment on column run_indicators.city_code is '城市代码（cities）';
comment on column run_indicators.run_id is '批次编号（runs）';
comment on column run_indicators.ordinal is '目录顺序，从 1 起';
comment on column run_indicators.indicator is '指标编号';
comment on column run_indicators.subject_kind is '对象类型';
comment on column run_indicators.missing_tables is '该指标所需而本市从未报送的表';

-- One verdict a row. Each run is a partition of its own, made by the evaluation: dropping an old run is instant.
-- Sentences are made when read, from the reason's code.
create table results (
  city_code text not null,
  run_id text not null,
  ordinal smallint not null,
  subject_id text collate "C" not null,
  unit_id text,
  period text collate "C" not null,
  status text not null,
  class text collate "C",
  observed numeric,
  required numeric,
  due_on date,
  reason text,
  detail text,
  evidence text[],
  constraint results_status_known check (
    status in ('met', 'unmet', 'pending', 'at_risk', 'exempt', 'no_data', 'info')
  )
) partition by list (run_id);

comment on table results is '评价结果：一对象一时期一行';
comment on column results.city_code is '城市代码（cities）';
comment on column results.run_id is '批次编号（runs）';
comment on column results.ordinal is '目录顺序（run_indicators）';
comment on column results.subject_id is '对象编号；谈话对为 谈话人>谈话对象';
comment on column results.unit_id is '责任单位编号（units）';
comment on column results.period is '时期：2025、2025H1、2025Q3、2025-07、2022-2026';
comment on column results.status is
  '状态：met 达标，unmet 未达标，pending 进行中，at_risk 临期预警，exempt 豁免，no_data 缺数据，info 统计';
comment on column results.class is '类别：分档或统计口径';
comment on column results.observed is '实际值';
comment on column results.required is '要求值';
comment on column results.due_on is '期限';
comment on column results.reason is '理由代码';
comment on column results.detail is '理由所需的文字';
comment on column results.evidence is '依据：表名/主键，多列主键以冒号相连';

-- Counts of a run by unit: what reports across cities are made from, never from facts.
create table unit_tallies (
  city_code text not null,
  run_id text not null,
  ordinal smallint not null,
  unit_id text collate "C" not null,
  met bigint not null,
  unmet bigint not null,
  pending bigint not null,
  at_risk bigint not null,
  exempt bigint not null,
  no_data bigint not null,
  info bigint not null,
  constraint unit_tallies_key primary key (city_code, run_id, ordinal, unit_id),
  constraint unit_tallies_run_exists foreign key (city_code, run_id)
    references runs (city_code, run_id) on delete cascade
);

comment on table unit_tallies is '单位汇总：批次结果按指标、单位、状态计数';
comment on column unit_tallies.city_code is '城市代码（cities）';
comment on column unit_tallies.run_id is '批次编号（runs）';
comment on column unit_tallies.ordinal is '目录顺序（run_indicators）';
comment on column unit_tallies.unit_id is '责任单位编号（units）；无单位为空串';
comment on column unit_tallies.met is '达标数';
comment on column unit_tallies.unmet is '未达标数';
comment on column unit_tallies.pending is '进行中数';
comment on column unit_tallies.at_risk is '临期预警数';
comment on column unit_tallies.exempt is '豁免数';
comment on column unit_tallies.no_data is '缺数据数';
comment on column unit_tallies.info is '统计行数';
