-- What a run found stays where it is while the data moves on under it: results, indicators and tallies belong to a result
-- set, and a run of the same city, policy and date on newer data rewrites of the set only what the new data can change.
alter table runs add column result_set text;
update runs set result_set = run_id;
alter table runs alter column result_set set not null;
alter table runs add constraint runs_result_set_form check (result_set ~ '^[0-9a-f]{32}$');

alter table run_indicators drop constraint run_indicators_run_exists;
alter table unit_tallies drop constraint unit_tallies_run_exists;
alter table run_indicators rename column run_id to result_set;
alter table unit_tallies rename column run_id to result_set;
alter table results rename column run_id to result_set;

alter table runs add constraint runs_result_set_key unique (city_code, result_set);
alter table run_indicators add constraint run_indicators_run_exists foreign key (city_code, result_set)
  references runs (city_code, result_set) on delete cascade;
alter table unit_tallies add constraint unit_tallies_run_exists foreign key (city_code, result_set)
  references runs (city_code, result_set) on delete cascade;

comment on column runs.result_set is '结果集编号：首次生成该结果集的批次；数据更新后只改写受影响的结果';
comment on column run_indicators.result_set is '结果集编号（runs）';
comment on column unit_tallies.result_set is '结果集编号（runs）';
comment on column results.result_set is '结果集编号（runs）';

-- Whom the changed rows of an import name, where they are few: their results alone are judged again.
alter table import_files add column persons_listed boolean not null default false;

comment on column import_files.persons_listed is '本次变动的行涉及的人员已列入 touched_persons';

create table touched_persons (
  city_code text not null,
  import_number integer not null,
  table_name text not null,
  person_id text not null,
  constraint touched_persons_key primary key (city_code, import_number, table_name, person_id),
  constraint touched_persons_import_exists foreign key (city_code, import_number, table_name)
    references import_files (city_code, import_number, table_name)
);

comment on table touched_persons is '变动人员：一次导入中某表新增或更新的行所涉及的人员';
comment on column touched_persons.city_code is '城市代码（cities）';
comment on column touched_persons.import_number is '导入序号（imports）';
comment on column touched_persons.table_name is '表名';
comment on column touched_persons.person_id is '人员编号（persons）';
