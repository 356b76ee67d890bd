-- Who signs in to the pages: accounts, their sessions, and what was tried in vain. The secrets of all three are kept as digests
-- alone. Nobody is granted anything here: whatever is done is done by functions, which look at who asks.
create table cadre.accounts (
  account_name text not null,
  display_name text not null,
  language text not null default 'zh',
  duties text[] not null,
  cities text[] not null default '{}',
  unit_id text,
  password_salt bytea,
  password_digest bytea,
  password_set_on timestamptz,
  totp_secret bytea,
  totp_sealed_by text not null default '',
  totp_last_step bigint not null default 0,
  link_digest bytea,
  link_ends_on timestamptz,
  created_on timestamptz not null default clock_timestamp(),
  created_by text not null,
  disabled_on timestamptz,
  constraint accounts_key primary key (account_name),
  constraint accounts_account_name_form check (account_name ~ '^[a-z][a-z0-9._-]{0,39}$'),
  constraint accounts_display_name_form check (display_name <> '' and length(display_name) <= 80),
  constraint accounts_language_known check (language in ('zh', 'en')),
  constraint accounts_duties_known
    check (
      duties <@ array[
        'reader', 'importer', 'evaluator', 'publisher', 'unmasker', 'auditor', 'access_administrator', 'operator'
      ]
      and cardinality(duties) >= 1
    ),
  constraint accounts_three_officers_apart
    check (
      not duties && array['auditor', 'access_administrator', 'operator']
      or cardinality(duties) = 1 and cardinality(cities) = 0 and unit_id is null
    ),
  constraint accounts_unit_of_one_city
    check (unit_id is null or duties = array['reader'] and cardinality(cities) = 1),
  constraint accounts_password_whole check (num_nonnulls(password_salt, password_digest, password_set_on) in (0, 3)),
  constraint accounts_password_digest_size check (octet_length(password_digest) = 32),
  constraint accounts_link_whole check (num_nonnulls(link_digest, link_ends_on) in (0, 2)),
  constraint accounts_link_digest_size check (octet_length(link_digest) = 32)
);

create unique index accounts_by_link_digest on cadre.accounts (link_digest);

comment on table cadre.accounts is '账户：登录网页的人，每个一行；职责与城市由数据库按会话核对';
comment on column cadre.accounts.account_name is '账户名';
comment on column cadre.accounts.display_name is '显示名';
comment on column cadre.accounts.language is '语言：zh 中文，en 英文';
comment on column cadre.accounts.duties is '职责；系统管理、安全管理、安全审计三员分立，且不接触业务数据';
comment on column cadre.accounts.cities is '可看的城市代码';
comment on column cadre.accounts.unit_id is '只看该单位及其下级（units）；空为不限';
comment on column cadre.accounts.password_salt is '口令的盐';
comment on column cadre.accounts.password_digest is '由口令以 scrypt 导出的密钥的 SHA-256；密钥本身不保存';
comment on column cadre.accounts.password_set_on is '口令设定时间';
comment on column cadre.accounts.totp_secret is '动态口令的密钥，有密封密钥时密封保存';
comment on column cadre.accounts.totp_sealed_by is '密封所用密钥的编号；空为未密封';
comment on column cadre.accounts.totp_last_step is '最近用过的动态口令的时间步：同一步不能再用';
comment on column cadre.accounts.link_digest is '一次性启用链接的 SHA-256';
comment on column cadre.accounts.link_ends_on is '链接失效时间';
comment on column cadre.accounts.created_on is '建立时间';
comment on column cadre.accounts.created_by is '建立人：数据库用户，或其后的账户';
comment on column cadre.accounts.disabled_on is '停用时间；空为在用';

create table cadre.account_recovery_codes (
  account_name text not null,
  code_digest bytea not null,
  constraint account_recovery_codes_key primary key (account_name, code_digest),
  constraint account_recovery_codes_account_exists foreign key (account_name) references cadre.accounts,
  constraint account_recovery_codes_code_digest_size check (octet_length(code_digest) = 32)
);

comment on table cadre.account_recovery_codes is '恢复码：手机不在时代替动态口令，每个只能用一次，用后删除';
comment on column cadre.account_recovery_codes.account_name is '账户名（accounts）';
comment on column cadre.account_recovery_codes.code_digest is '恢复码的 SHA-256';

create table cadre.account_sessions (
  session_number bigint generated always as identity,
  token_digest bytea not null,
  account_name text not null,
  stage text not null,
  began_on timestamptz not null,
  seen_on timestamptz not null,
  wrong_codes integer not null default 0,
  address text not null,
  agent text not null,
  constraint account_sessions_key primary key (session_number),
  constraint account_sessions_token_digest_unique unique (token_digest),
  constraint account_sessions_account_exists foreign key (account_name) references cadre.accounts,
  constraint account_sessions_stage_known check (stage in ('second_factor', 'signed_in')),
  constraint account_sessions_token_digest_size check (octet_length(token_digest) = 32)
);

create index account_sessions_by_account_name on cadre.account_sessions (account_name);

comment on table cadre.account_sessions is '会话：已登录的浏览器，每个一行；注销、失效时删除';
comment on column cadre.account_sessions.session_number is '序号';
comment on column cadre.account_sessions.token_digest is '会话令牌的 SHA-256；令牌本身不保存';
comment on column cadre.account_sessions.account_name is '账户名（accounts）';
comment on column cadre.account_sessions.stage is '阶段：second_factor 口令已核、等待动态口令，signed_in 已登录';
comment on column cadre.account_sessions.began_on is '开始时间';
comment on column cadre.account_sessions.seen_on is '最近活动时间';
comment on column cadre.account_sessions.wrong_codes is '本次登录中输错动态口令的次数';
comment on column cadre.account_sessions.address is '来源地址';
comment on column cadre.account_sessions.agent is '浏览器自称';

create table cadre.sign_in_failures (
  origin_digest bytea not null,
  failures integer not null,
  last_on timestamptz not null,
  constraint sign_in_failures_key primary key (origin_digest),
  constraint sign_in_failures_failures_range check (failures >= 1)
);

comment on table cadre.sign_in_failures is '登录失败计数：按账户名、按来源地址；用于限制再试';
comment on column cadre.sign_in_failures.origin_digest is '账户名或来源地址的 SHA-256：输错位置的口令不会留在这里';
comment on column cadre.sign_in_failures.failures is '连续失败次数';
comment on column cadre.sign_in_failures.last_on is '最近一次的时间';

create table cadre.sign_in_secret (
  secret bytea not null,
  constraint sign_in_secret_key primary key (secret)
);

comment on table cadre.sign_in_secret is '本库的随机数：不存在的账户由它得到固定的假盐，与真账户无从区分';
comment on column cadre.sign_in_secret.secret is '随机字节';

insert into cadre.sign_in_secret (secret)
values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));

-- How long sessions last: unused, in all, and between password and code.
create function cadre.session_limits() returns table (idle interval, absolute interval, pending interval)
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
  values (interval '30 minutes', interval '12 hours', interval '5 minutes')
$$;

-- The session of the token that the transaction holds (`cadre.session`), as far as it is alive and its account is not disabled.
-- What is kept of the token is its digest: who reads these tables, or a copy of them, has no token.
create function cadre.live_session(wanted_stage text) returns cadre.account_sessions
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
  token text := current_setting('cadre.session', true);
  live cadre.account_sessions;
begin
  if token is null or token = '' then return null; end if;
  select s.*
  into live
  from cadre.account_sessions s
  join cadre.accounts a on a.account_name = s.account_name
  cross join cadre.session_limits() l
  where s.token_digest = sha256(convert_to(token, 'UTF8'))
    and s.stage = wanted_stage
    and s.began_on > statement_timestamp() - case s.stage when 'signed_in' then l.absolute else l.pending end
    and s.seen_on > statement_timestamp() - l.idle
    and a.disabled_on is null;
  return live;
end
$$;

-- What the account of the transaction's session is; null where there is none. The same question as above in one query, as it is
-- asked at each statement.
create function cadre.session_account() returns cadre.accounts
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
  token text := current_setting('cadre.session', true);
  own cadre.accounts;
begin
  if token is null or token = '' then return null; end if;
  select a.*
  into own
  from cadre.account_sessions s
  join cadre.accounts a on a.account_name = s.account_name
  cross join cadre.session_limits() l
  where s.token_digest = sha256(convert_to(token, 'UTF8'))
    and s.stage = 'signed_in'
    and s.began_on > statement_timestamp() - l.absolute
    and s.seen_on > statement_timestamp() - l.idle
    and a.disabled_on is null;
  return own;
end
$$;
