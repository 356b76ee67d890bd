-- What rows say against each other, though each is right by itself: found by the import, told, never refused. Derived from the
-- city's rows: each import looks again at what its changed rows can have made or mended.
create table contradictions (
  city_code text not null references cities,
  kind text not null,
  table_name text not null,
  row_key text not null,
  other_key text not null,
  subject_id text not null,
  other_id text,
  detail text[] not null,
  import_number integer not null,
  constraint contradictions_key primary key (city_code, kind, table_name, row_key, other_key),
  constraint contradictions_import_number_range check (import_number >= 1)
);

comment on table contradictions is '核对提示：各行单独无误、相互矛盾之处，导入时查出，不影响入库';
comment on column contradictions.city_code is '城市代码（cities）';
comment on column contradictions.kind is '提示类型';
comment on column contradictions.table_name is '所提示的行所在的表';
comment on column contradictions.row_key is '所提示的行的主键';
comment on column contradictions.other_key is '与之矛盾的另一行的主键；与自身或其他表矛盾的为空';
comment on column contradictions.subject_id is '所涉人员或单位的编号';
comment on column contradictions.other_id is '所涉另一人员或单位的编号';
comment on column contradictions.detail is '说明中用到的日期、数值等，按类型依次排列';
comment on column contradictions.import_number is '最先查出的那次导入的序号（imports）';
