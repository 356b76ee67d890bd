-- What imports change stays known: for each row that an import replaces or takes away the row as it was, for each that it
-- adds to a table that had rows its key. A table's first load is told by its import alone.
alter table cadre.imports
  add column login text not null default '',
  add column rows_withdrawn bigint not null default 0,
  add column undoes integer;

alter table cadre.imports add constraint imports_undoes_earlier check (undoes < import_number);

comment on column cadre.imports.login is '导入时登录数据库的用户；空为本次升级前的导入';
comment on column cadre.imports.rows_withdrawn is '撤销行数';
comment on column cadre.imports.undoes is '本次撤回的那次导入的序号；空为普通导入';

alter table cadre.import_files
  add column rows_withdrawn bigint not null default 0,
  add column journal text not null default 'none',
  add column is_received boolean not null default true;

alter table cadre.import_files
  add constraint import_files_journal_form check (journal in ('none', 'first_load', 'rows'));

comment on column cadre.import_files.rows_withdrawn is '撤销行数';
comment on column cadre.import_files.journal is
  '留痕方式：rows 逐行记入 journal；first_load 该表首次入库，不逐行记；none 没有改变，或为本次升级前的导入';
comment on column cadre.import_files.is_received is '本次导入之后该表是否算已报送；撤回首次报送后为否';

create table cadre.journal (
  city_code text not null,
  import_number integer not null,
  table_name text not null,
  row_key text not null,
  change text not null,
  fields smallint,
  row_before text,
  reason text,
  constraint journal_key primary key (city_code, table_name, row_key, import_number),
  constraint journal_change_form check (change in ('inserted', 'updated', 'withdrawn')),
  constraint journal_row_before_given check (
    (change = 'inserted') = (row_before is null) and (row_before is null) = (fields is null)
  )
) partition by list (city_code);

create table cadre.journal_earlier partition of cadre.journal default;

-- Imports come one after the other, and so do their entries.
create index journal_by_import_number on cadre.journal using brin (import_number) with (pages_per_range = 8);

comment on table cadre.journal is '变更留痕：一次导入改变的每一行一条，记改变前的内容；只追加；按城市分区';
comment on column cadre.journal.city_code is '城市代码（cities）';
comment on column cadre.journal.import_number is '导入序号（imports）';
comment on column cadre.journal.table_name is '表名';
comment on column cadre.journal.row_key is '该行的主键，多列以冒号连接';
comment on column cadre.journal.change is '变更：inserted 新增，updated 更新，withdrawn 撤销';
comment on column cadre.journal.fields is '当时该表的列数；此后增加的列当时为空';
comment on column cadre.journal.row_before is '改变前的整行，PostgreSQL 行的文本形式，不含城市代码；新增的行为空';
comment on column cadre.journal.reason is '撤销的原因';

-- Nobody changes what was noted, its owner included. The trigger fires in sessions that silence those of references, too.
create function cadre.refuse_change() returns trigger
language plpgsql
set search_path = pg_catalog, cadre, pg_temp
as $$
begin
  raise exception 'rows of % are only added', tg_table_name using errcode = 'object_not_in_prerequisite_state';
end
$$;

create trigger journal_is_kept before update or delete on cadre.journal
  for each row execute function cadre.refuse_change();

alter table cadre.journal enable always trigger journal_is_kept;

create trigger journal_is_not_emptied before truncate on cadre.journal
  for each statement execute function cadre.refuse_change();

alter table cadre.journal enable always trigger journal_is_not_emptied;
