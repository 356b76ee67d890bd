-- The log says of a login of the pages' server whose session it was; who has none enters nothing. And signing in is entered.
drop function cadre.append_audit_entry(text, text, text, text, text, text, text, text, date, text, text);

-- What the log has entries of: a function of its own, so that a kind more is no new way to append.
create function cadre.audit_kinds() returns text[]
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select array[
    'report', 'export', 'explanation', 'publication', 'doctor', 'import', 'undoing', 'log', 'access', 'unmasking', 'backup',
    'restoration', 'keys', 'sign_in'
  ]
$$;

-- Appends an entry in the name of whoever the function that calls says. Whoever appends holds up all others until the transaction
-- ends: do it last. The head is read when the one before has committed, which only this isolation level allows.
create function cadre.write_audit_entry(
  actor text,
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
language plpgsql
set search_path = pg_catalog, pg_temp
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
  if not coalesce(kind = any (cadre.audit_kinds()), false) then
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
      head.entry_number + 1, entered, actor, os_user, program_version, command, kind, cities, policy, indicator,
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
    actor,
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
set search_path = pg_catalog, pg_temp
as $$
begin
  if cadre.is_web() and (cadre.session_account()).account_name is null then
    raise exception 'the login % enters what an account does, and there is no session of one', session_user
      using errcode = 'insufficient_privilege';
  end if;
  -- What functions of ours enter they do not enter by this one.
  if kind = 'sign_in' then
    raise exception 'signing in is entered where it happens' using errcode = 'insufficient_privilege';
  end if;
  return cadre.write_audit_entry(
    cadre.actor(), os_user, program_version, command, kind, cities, policy, indicator, subject_id, as_of, content_digest, details);
end
$$;

comment on column cadre.audit_entries.login is '数据库登录名；网页服务的登录名之后是斜线与账户名';
comment on column cadre.audit_entries.kind is '类别：report 报告，export 导出，explanation 解释，publication 发布，doctor 检查，import 导入，undoing 撤销导入，log 查阅留痕，access 授权，unmasking 显示个人信息，backup 备份，restoration 恢复，keys 更换密钥，sign_in 登录';
