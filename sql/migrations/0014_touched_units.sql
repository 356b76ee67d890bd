-- Beside the persons, the units that the changed rows of an import name: what depends on one unit's facts alone is judged
-- again for those units.
alter table import_files add column units_listed boolean not null default false;

comment on column import_files.units_listed is '本次变动的行涉及的单位已列入 touched_units';

create table touched_units (
  city_code text not null,
  import_number integer not null,
  table_name text not null,
  unit_id text not null,
  constraint touched_units_key primary key (city_code, import_number, table_name, unit_id),
  constraint touched_units_import_exists foreign key (city_code, import_number, table_name)
    references import_files (city_code, import_number, table_name)
);

comment on table touched_units is '变动单位：一次导入中某表新增或更新的行所涉及的单位';
comment on column touched_units.city_code is '城市代码（cities）';
comment on column touched_units.import_number is '导入序号（imports）';
comment on column touched_units.table_name is '表名';
comment on column touched_units.unit_id is '单位编号（units）';

-- Of persons whom changes name, the posts are looked up one by one.
create index posts_by_person_id on posts (person_id);
