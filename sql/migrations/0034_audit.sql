-- Who looked: what was handed out of the database, and what was taken in, an entry each. Each entry holds the digest of the
-- one before it, so that none can be changed, taken out, put in or moved without all that follow it being wrong. Nobody
-- but the schema's owner can write here; everybody else appends by the one function below.
create table cadre.audit_entries (
  entry_number bigint not null,
  entered_on timestamptz not null,
  login text not null,
  os_user text not null,
  program_version text not null,
  command text not null,
  kind text not null,
  cities text not null,
  policy text not null,
  indicator text not null,
  subject_id text not null,
  as_of date,
  content_digest text not null,
  details text not null,
  previous_digest text not null,
  digest text not null,
  constraint audit_entries_key primary key (entry_number),
  constraint audit_entries_entry_number_range check (entry_number >= 1),
  constraint audit_entries_digest_form check (digest ~ '^[0-9a-f]{64}$')
);

comment on table cadre.audit_entries is
  '留痕：从数据库取出内容的每次操作，以及每次导入、撤销，一行一条；只追加，每条含上一条的摘要，首尾相连';
comment on column cadre.audit_entries.entry_number is '序号，从 1 起连续';
comment on column cadre.audit_entries.entered_on is '时间';
comment on column cadre.audit_entries.login is '数据库登录名';
comment on column cadre.audit_entries.os_user is '操作系统用户与主机，由程序申报';
comment on column cadre.audit_entries.program_version is '程序版本';
comment on column cadre.audit_entries.command is '命令，不含其参数';
comment on column cadre.audit_entries.kind is '类别：report 报告，export 导出，explanation 解释，publication 发布，doctor 检查，import 导入，undoing 撤销导入，log 查阅留痕，access 授权，unmasking 显示个人信息';
comment on column cadre.audit_entries.cities is '城市代码，逗号分隔；空为不涉及任何城市';
comment on column cadre.audit_entries.policy is '政策代码；空为不限于一项政策';
comment on column cadre.audit_entries.indicator is '指标代码；空为不限于一项指标';
comment on column cadre.audit_entries.subject_id is '对象编号，从不记姓名；空为不限于一个对象';
comment on column cadre.audit_entries.as_of is '时点';
comment on column cadre.audit_entries.content_digest is '所取出内容或所涉记录的 SHA-256（十六进制）；空为没有';
comment on column cadre.audit_entries.details is '取出了什么：文件名、导入序号等，不含个人信息';
comment on column cadre.audit_entries.previous_digest is '上一条的摘要；首条为 64 个 0';
comment on column cadre.audit_entries.digest is
  '本条的摘要：其余各列按顺序以制表符相连（即 copy 输出的文本）的 SHA-256（十六进制）';

-- The last link of each chain. Whoever takes the newest entries away has to change this, too; and whoever appends waits here
-- for the one before.
create table cadre.chain_heads (
  chain text not null,
  entry_number bigint not null,
  digest text not null,
  constraint chain_heads_key primary key (chain),
  constraint chain_heads_digest_form check (digest ~ '^[0-9a-f]{64}$')
);

comment on table cadre.chain_heads is '链头：每条链最后一条的序号与摘要';
comment on column cadre.chain_heads.chain is '链：audit 留痕，publications 发布';
comment on column cadre.chain_heads.entry_number is '最后一条的序号；0 为还没有';
comment on column cadre.chain_heads.digest is '最后一条的摘要；还没有时为 64 个 0';

insert into cadre.chain_heads (chain, entry_number, digest)
values ('audit', 0, repeat('0', 64));

-- Appends an entry. Whoever appends holds up all others until the transaction ends: do it last. The head is read when the
-- one before has committed, which only this isolation level allows.
create function cadre.append_audit_entry(
  os_user text,
  program_version text,
  command text,
  kind text,
  cities text,
  policy text,
  indicator text,
  subject_id text,
  as_of date,
  content_digest text,
  details text
) returns bigint
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
as $$
declare
  head cadre.chain_heads;
  entered timestamptz;
  written text;
  own text;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'entries are appended in read committed transactions' using errcode = 'invalid_transaction_state';
  end if;
  if kind is null or kind not in (
    'report', 'export', 'explanation', 'publication', 'doctor', 'import', 'undoing', 'log', 'access', 'unmasking'
  ) then
    raise exception 'no kind of entry is called %', kind using errcode = 'invalid_parameter_value';
  end if;
  written := concat(os_user, program_version, command, cities, policy, indicator, subject_id, details);
  if written ~ '[\x01-\x1f\x7f]' or octet_length(written) > 100000 then
    raise exception 'an entry holds no control characters and is short' using errcode = 'invalid_parameter_value';
  end if;
  if content_digest !~ '^([0-9a-f]{64})?$' then
    raise exception 'a digest has 64 hexadecimal digits' using errcode = 'invalid_parameter_value';
  end if;
  if os_user is null or os_user = '' or command is null or command = '' or cities is null or policy is null
    or indicator is null or subject_id is null or content_digest is null or details is null or program_version is null
  then
    raise exception 'an entry says who, by which command' using errcode = 'invalid_parameter_value';
  end if;
  select * into strict head
  from cadre.chain_heads h
  where h.chain = 'audit'
  for update;
  entered := clock_timestamp();
  -- What `copy` writes: tabs between the columns, backslashes doubled, \N where there is no date.
  written := replace(
    concat_ws(
      E'\t',
      head.entry_number + 1, entered, session_user, os_user, program_version, command, kind, cities, policy, indicator,
      subject_id, coalesce(as_of::text, E'\x01'), content_digest, details, head.digest),
    '\', '\\');
  own := encode(sha256(convert_to(replace(written, E'\x01', '\N'), 'UTF8')), 'hex');
  insert into cadre.audit_entries (
    entry_number,
    entered_on,
    login,
    os_user,
    program_version,
    command,
    kind,
    cities,
    policy,
    indicator,
    subject_id,
    as_of,
    content_digest,
    details,
    previous_digest,
    digest
  )
  values (
    head.entry_number + 1,
    entered,
    session_user,
    os_user,
    program_version,
    command,
    kind,
    cities,
    policy,
    indicator,
    subject_id,
    as_of,
    content_digest,
    details,
    head.digest,
    own
  );
  update cadre.chain_heads h
  set
    entry_number = head.entry_number + 1,
    digest = own
  where h.chain = 'audit';
  return head.entry_number + 1;
end
$$;

-- The digest of what is remembered of an import, its files and by how much it changed the tables' digests: what the log's
-- entry of the import holds. Columns that
-- come later are not part of it.
create function cadre.import_record_digest(city text, number integer) returns text
language sql stable security definer
set search_path = pg_catalog, cadre, pg_temp
set timezone = 'UTC'
set datestyle = 'ISO, MDY'
as $$
  select encode(
    sha256(
      convert_to(
        concat_ws(
          E'\t',
          i.city_code, i.import_number, i.imported_on, i.imported_by, i.program_version, i.quarantine,
          i.rows_inserted, i.rows_updated, i.rows_unchanged, i.rows_rejected, i.rows_withdrawn, i.watermark, i.undoes, i.login)
        || coalesce(
          (
            select string_agg(
              E'\n' || concat_ws(
                E'\t',
                f.table_name, f.file_name, f.sha256, f.encoding, f.byte_size,
                f.rows_inserted, f.rows_updated, f.rows_unchanged, f.rows_rejected),
              '' order by f.table_name collate "C")
            from cadre.import_files f
            where f.city_code = i.city_code
              and f.import_number = i.import_number
          ),
          '')
        || coalesce(
          (
            select string_agg(
              E'\n' || concat_ws(E'\t', c.table_name, c.fields, c.rows, c.digest), '' order by c.table_name collate "C")
            from cadre.digest_changes c
            where c.city_code = i.city_code
              and c.origin = 'import ' || i.import_number
          ),
          ''),
        'UTF8')),
    'hex')
  from cadre.imports i
  where i.city_code = city
    and i.import_number = number
$$;

-- Imports whose record is not as the log has it: changed, gone, or stored without an entry since the city's first that has
-- one. For who may read the log, whose login may not see the cities' rows.
create function cadre.imports_unlike_log() returns table (city text, import_number integer, entry_number bigint)
language sql stable security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
  with logged as (
    select
      e.cities,
      e.details::integer as import_number,
      e.entry_number,
      e.content_digest
    from cadre.audit_entries e
    where e.kind in ('import', 'undoing')
      and e.details ~ '^[0-9]{1,9}$'
  ),
  first_logged as (
    select
      l.cities,
      min(l.import_number) as import_number
    from logged l
    group by l.cities
  )
  select
    l.cities,
    l.import_number,
    l.entry_number
  from logged l
  where cadre.import_record_digest(l.cities, l.import_number) is distinct from l.content_digest
  union all
  select
    i.city_code,
    i.import_number,
    null
  from cadre.imports i
  join first_logged f
    on f.cities = i.city_code
    and f.import_number < i.import_number
  where not exists (
    select
    from logged l
    where l.cities = i.city_code
      and l.import_number = i.import_number
  )
  order by
    1,
    2
$$;

revoke all on function
  cadre.append_audit_entry(text, text, text, text, text, text, text, text, date, text, text),
  cadre.import_record_digest(text, integer),
  cadre.imports_unlike_log()
from public;
