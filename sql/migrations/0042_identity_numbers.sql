-- Identity numbers are stored sealed: encrypted by the program (AES-256-GCM) under a key that is not in the database. Equal numbers of a city
-- are equal sealed texts, so that nothing has to be opened to compare them.

-- By which key a city's numbers are sealed: its name, never the key.
create table cadre.identity_keys (
  city_code text not null,
  key_id text not null,
  made_on timestamptz not null default now(),
  made_by text not null,
  login text not null default session_user,
  probe text not null,
  retired_on timestamptz,
  constraint identity_keys_key primary key (city_code, key_id),
  constraint identity_keys_key_id_form check (key_id ~ '^[0-9a-f]{16}$')
);

create unique index identity_keys_in_use on cadre.identity_keys (city_code) where retired_on is null;

comment on table cadre.identity_keys is '各市公民身份号码所用的密钥：只记其名称，密钥本身不在数据库里';
comment on column cadre.identity_keys.city_code is '城市代码（cities）';
comment on column cadre.identity_keys.key_id is '密钥的名称：由密钥算出的 16 位十六进制数，从它找不回密钥';
comment on column cadre.identity_keys.made_on is '开始使用的时间';
comment on column cadre.identity_keys.made_by is '开始使用它的操作系统用户与主机';
comment on column cadre.identity_keys.login is '开始使用它的数据库用户';
comment on column cadre.identity_keys.probe is '以该密钥加密的一个已知文本：给错密钥时立即发现';
comment on column cadre.identity_keys.retired_on is '停用的时间；空为在用，每市至多一个';

select cadre.guard('cadre.identity_keys');

-- A number in the clear is stored no more, whoever writes it. Those of earlier versions stay until `cadre keys seal`.
alter table cadre.persons add constraint persons_id_number_sealed
  check (id_number ~ '^sealed:[0-9]+:[0-9a-f]{16}:[A-Za-z0-9+/=]+$') not valid;

comment on column cadre.persons.id_number is '公民身份号码（GB 11643，校验码已核），加密：sealed:方式:密钥名称:内容；同市同号码即同文本';

-- Nobody changes what was noted, its owner included, but for one thing: the number of a person may be sealed, or sealed anew by another
-- key. Whatever else an entry says must stay.
create function cadre.keep_entry() returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  sealed constant text := 'sealed:[0-9]+:[0-9a-f]{16}:[A-Za-z0-9+/=]+';
  number constant text := ',(' || sealed || '|[0-9]{17}[0-9X]),';
begin
  if tg_op = 'UPDATE' then
    if old.table_name = 'persons'
      and (new.city_code, new.import_number, new.table_name, new.row_key, new.change, new.fields, new.reason)
        is not distinct from (old.city_code, old.import_number, old.table_name, old.row_key, old.change, old.fields, old.reason)
      and regexp_replace(new.row_before, number, ',#,') is not distinct from regexp_replace(old.row_before, number, ',#,')
      and (new.row_before is not distinct from old.row_before or new.row_before ~ (',' || sealed || ','))
    then
      return new;
    end if;
  end if;
  raise exception 'rows of % are only added', tg_table_name using errcode = 'object_not_in_prerequisite_state';
end
$$;

drop trigger journal_is_kept on cadre.journal;

create trigger journal_is_kept before update or delete on cadre.journal
  for each row execute function cadre.keep_entry();

alter table cadre.journal enable always trigger journal_is_kept;

do $parts$
declare
  part regclass;
begin
  for part in
    select i.inhrelid::regclass
    from pg_inherits i
    where i.inhparent = 'cadre.journal'::regclass
  loop
    execute format('alter table %s enable always trigger journal_is_kept', part);
  end loop;
end
$parts$;

-- Not on all functions: those that give and take access belong to another role.
revoke all on function cadre.keep_entry() from public;
