-- Runs are written once and stay, with what they found by indicator: they are the memory that trends are made of. Their
-- results are a cache: a result set holds those of one run, and of another when newer data or rules take its place.
create table cadre.result_sets (
  city_code text not null,
  result_set text not null,
  run_id text not null,
  constraint result_sets_key primary key (city_code, result_set),
  constraint result_sets_run_key unique (city_code, run_id),
  constraint result_sets_form check (result_set ~ '^[0-9a-f]{32}$'),
  constraint result_sets_run_exists foreign key (city_code, run_id) references cadre.runs (city_code, run_id)
);

comment on table cadre.result_sets is '结果集：现存的判定结果各属哪一批次；可删除后重新判定';
comment on column cadre.result_sets.city_code is '城市代码（cities）';
comment on column cadre.result_sets.result_set is '结果集编号：results、unit_tallies 按它分区';
comment on column cadre.result_sets.run_id is '批次编号（runs）：结果集现为该批次的结果';

insert into cadre.result_sets (city_code, result_set, run_id)
select
  r.city_code,
  r.result_set,
  r.run_id
from cadre.runs r;

alter table cadre.run_indicators add column run_id text;

update cadre.run_indicators i
set run_id = r.run_id
from cadre.runs r
where r.city_code = i.city_code
  and r.result_set = i.result_set;

alter table cadre.run_indicators drop constraint run_indicators_run_exists;
alter table cadre.run_indicators drop constraint run_indicators_key;
alter table cadre.run_indicators alter column run_id set not null;
alter table cadre.run_indicators drop column result_set;
alter table cadre.run_indicators add constraint run_indicators_key primary key (city_code, run_id, ordinal);
alter table cadre.run_indicators add constraint run_indicators_run_exists foreign key (city_code, run_id)
  references cadre.runs (city_code, run_id);

comment on column cadre.run_indicators.run_id is '批次编号（runs）';

alter table cadre.runs rename column policy_version to rules_digest;
alter table cadre.runs add column scenario text not null default '';
alter table cadre.runs add column parameters_digest text not null default '';
alter table cadre.runs add column program_version text not null default '';
alter table cadre.runs drop constraint runs_result_set_key;
alter table cadre.runs drop column result_set;
drop index cadre.runs_by_date;
create index runs_by_date on cadre.runs (city_code, policy, scenario, as_of, evaluated_on);

comment on table cadre.runs is '批次：一市、一政策、一方案、一时点的一次判定；写入后不改、不删';
comment on column cadre.runs.run_id is '批次编号';
comment on column cadre.runs.scenario is '方案：空为正式判定；试算为与正式参数不同之处';
comment on column cadre.runs.rules_digest is '规则摘要：各指标规则摘要（run_indicators.rules_digest）的摘要';
comment on column cadre.runs.parameters_digest is '参数摘要：当日有效参数的 SHA-256；空为本次升级前的批次';
comment on column cadre.runs.program_version is '程序版本；空为本次升级前的批次';
comment on column cadre.runs.schema_version is '库结构版本：判定时已执行的最后一个迁移';

-- A part is dropped with the result set that it belongs to.
create or replace function cadre.drop_result_part(table_name text, city text, result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'result_set');
  wanted text := result_set;
begin
  if not exists (select from cadre.result_sets s where s.city_code = city and s.result_set = wanted) then
    raise exception '% has no result set %', city, wanted using errcode = 'invalid_parameter_value';
  end if;
  execute format('lock table only %s in access exclusive mode nowait', whole);
  execute format('drop table if exists cadre.%I', table_name || '_' || wanted);
end
$$;
