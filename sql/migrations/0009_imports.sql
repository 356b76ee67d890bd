-- What came in, when, from whom. The importer numbers a city's imports itself, under the city's lock: no sequence.
create table imports (
  city_code text not null references cities,
  import_number integer not null,
  imported_on timestamptz not null default now(),
  imported_by text not null,
  program_version text not null,
  quarantine boolean not null,
  rows_inserted bigint not null,
  rows_updated bigint not null,
  rows_unchanged bigint not null,
  rows_rejected bigint not null,
  watermark text not null,
  constraint imports_key primary key (city_code, import_number),
  constraint imports_import_number_range check (import_number >= 1),
  constraint imports_watermark_form check (watermark ~ '^[0-9a-f]{64}$')
);

comment on table imports is '导入：每次成功的导入一行，只追加';
comment on column imports.city_code is '城市代码（cities）';
comment on column imports.import_number is '本市的导入序号，从 1 起连续';
comment on column imports.imported_on is '导入时间';
comment on column imports.imported_by is '导入人：操作系统用户与主机';
comment on column imports.program_version is '执行导入的程序版本';
comment on column imports.quarantine is '隔离模式：错误行写入拒收文件，其余行入库';
comment on column imports.rows_inserted is '新增行数';
comment on column imports.rows_updated is '更新行数';
comment on column imports.rows_unchanged is '未变行数';
comment on column imports.rows_rejected is '拒收行数';
comment on column imports.watermark is
  '数据水位：上次水位与本次各表名、文件摘要的 SHA-256；本次没有改变任何行时与上次相同';

create table import_files (
  city_code text not null,
  import_number integer not null,
  table_name text not null,
  file_name text not null,
  sha256 text not null,
  encoding text not null,
  byte_size bigint not null,
  rows_inserted bigint not null,
  rows_updated bigint not null,
  rows_unchanged bigint not null,
  rows_rejected bigint not null,
  constraint import_files_key primary key (city_code, import_number, table_name),
  constraint import_files_sha256_form check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint import_files_import_exists foreign key (city_code, import_number)
    references imports (city_code, import_number)
);

create index import_files_by_table_name on import_files (city_code, table_name, import_number);

comment on table import_files is '导入文件：一次导入中的每个文件一行';
comment on column import_files.city_code is '城市代码（cities）';
comment on column import_files.import_number is '导入序号（imports）';
comment on column import_files.table_name is '表名';
comment on column import_files.file_name is '文件名，不含路径';
comment on column import_files.sha256 is '文件内容的 SHA-256（十六进制）';
comment on column import_files.encoding is '文件编码';
comment on column import_files.byte_size is '文件字节数';
comment on column import_files.rows_inserted is '新增行数';
comment on column import_files.rows_updated is '更新行数';
comment on column import_files.rows_unchanged is '未变行数';
comment on column import_files.rows_rejected is '拒收行数';
