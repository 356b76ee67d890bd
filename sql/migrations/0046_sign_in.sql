-- Signing in. The login of the pages' server is told no digest of a password: it hands in the key that scrypt made of what somebody
-- typed, and the database looks whether it is the one. So SQL in that login, whoever wrote it, signs in as nobody whose password it
-- does not know. What fails is counted, by account and by address, whether or not there is such an account.

-- How many seconds the next attempt has to wait: an account after five in a row a minute, then twice as long each time, at most a
-- quarter of an hour; an address, behind which many may sit, after fifty. An hour without attempts forgets them.
create function cadre.wait_after(failures integer, free integer, last_on timestamptz) returns integer
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select case
    when failures < free then 0
    else greatest(
      0,
      ceil(
        extract(
          epoch from last_on + least(interval '15 minutes', interval '1 minute' * power(2, least(failures - free, 10)))
          - statement_timestamp()))::integer)
  end
$$;

create function cadre.origin_digest(kind text, origin text) returns bytea
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select sha256(convert_to(kind || ':' || origin, 'UTF8'))
$$;

create function cadre.sign_in_wait(name text, address text) returns integer
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(max(cadre.wait_after(f.failures, o.free, f.last_on)), 0)
  from (
    values
      (cadre.origin_digest('account', name), 5),
      (cadre.origin_digest('address', address), 50)
  ) as o (origin_digest, free)
  join cadre.sign_in_failures f on f.origin_digest = o.origin_digest
  where f.last_on > statement_timestamp() - interval '1 hour'
$$;

create function cadre.count_failure(name text, address text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  origin bytea;
begin
  delete from cadre.sign_in_failures f
  where f.last_on < statement_timestamp() - interval '1 day';
  foreach origin in array array[cadre.origin_digest('account', name), cadre.origin_digest('address', address)] loop
    insert into cadre.sign_in_failures as f (origin_digest, failures, last_on)
    values (origin, 1, statement_timestamp())
    on conflict (origin_digest) do update
    set
      failures = case when f.last_on > statement_timestamp() - interval '1 hour' then f.failures + 1 else 1 end,
      last_on = statement_timestamp();
  end loop;
end
$$;

-- An entry of the log about an account: who asks, or before there is a session the account itself.
create function cadre.enter_sign_in(name text, os_user text, program_version text, command text, details text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.write_audit_entry(
    concat_ws('/', session_user::text, name), os_user, program_version, command, 'sign_in', '', '', '', '', null, '', details);
end
$$;

-- The salt of an account's password, and how long to wait. An account that is not there has a salt, too, always the same.
create function cadre.sign_in_salt(name text, address text) returns table (salt bytea, wait integer)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select
      coalesce(
        (select a.password_salt from cadre.accounts a where a.account_name = name),
        substr(sha256(s.secret || convert_to(name, 'UTF8')), 1, 16)),
      cadre.sign_in_wait(name, address)
    from cadre.sign_in_secret s;
end
$$;

-- The first step: name and password. What comes of it: `wait`, `refused`, or `second_factor`, with a session that can do nothing
-- but the second step.
create function cadre.sign_in(
  name text, password_key bytea, token_digest bytea, address text, agent text, os_user text, program_version text
) returns table (outcome text, wait integer)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  own cadre.accounts;
  waiting integer;
begin
  -- One at a time of a name: many at once would all be told that there was none before.
  perform pg_advisory_xact_lock(hashtextextended('cadre sign-in ' || name, 0));
  waiting := cadre.sign_in_wait(name, address);
  if waiting > 0 then
    return query select 'wait', waiting;
    return;
  end if;
  select *
  into own
  from cadre.accounts a
  where a.account_name = name;
  if own.password_digest is distinct from sha256(password_key) or own.totp_secret is null or own.disabled_on is not null then
    perform cadre.count_failure(name, address);
    -- What was typed as a name may be a password: only accounts are named.
    perform cadre.enter_sign_in(own.account_name, os_user, program_version, 'sign in', 'refused');
    return query select 'refused', 0;
    return;
  end if;
  delete from cadre.account_sessions s
  using cadre.session_limits() l
  where s.began_on < statement_timestamp() - case s.stage when 'signed_in' then l.absolute else l.pending end
    or s.seen_on < statement_timestamp() - l.idle;
  insert into cadre.account_sessions (token_digest, account_name, stage, began_on, seen_on, address, agent)
  values (
    token_digest, name, 'second_factor', statement_timestamp(), statement_timestamp(), left(address, 100), left(agent, 200));
  return query select 'second_factor', 0;
end
$$;

-- What the second step is checked by; of the session of the first alone.
create function cadre.pending_second_factor() returns table (account_name text, secret bytea, sealed_by text, last_step bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  pending cadre.account_sessions := cadre.live_session('second_factor');
begin
  return query
    select
      a.account_name,
      a.totp_secret,
      a.totp_sealed_by,
      a.totp_last_step
    from cadre.accounts a
    where a.account_name = pending.account_name;
end
$$;

-- The second step: the time step of a code that was right, or a recovery code, or neither where the code was wrong. A step counts
-- once, and so does a recovery code. Five wrong ones end the attempt. The session that comes of it has another token.
create function cadre.finish_sign_in(
  step bigint, recovery_code text, new_token_digest bytea, os_user text, program_version text
) returns table (outcome text, codes_left integer)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  pending cadre.account_sessions := cadre.live_session('second_factor');
  is_right boolean := false;
  means text;
begin
  if pending.account_name is null then
    return query select 'ended', 0;
    return;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('cadre sign-in ' || pending.account_name, 0));
  if step is not null then
    update cadre.accounts a
    set totp_last_step = step
    where a.account_name = pending.account_name
      and a.totp_last_step < step;
    is_right := found;
    means := 'by code';
  elsif recovery_code is not null then
    delete from cadre.account_recovery_codes c
    where c.account_name = pending.account_name
      and c.code_digest = sha256(convert_to(recovery_code, 'UTF8'));
    is_right := found;
    means := 'by recovery code';
  end if;
  if not is_right then
    perform cadre.count_failure(pending.account_name, pending.address);
    update cadre.account_sessions s
    set wrong_codes = s.wrong_codes + 1
    where s.session_number = pending.session_number;
    if pending.wrong_codes + 1 >= 5 then
      delete from cadre.account_sessions s
      where s.session_number = pending.session_number;
    end if;
    perform cadre.enter_sign_in(pending.account_name, os_user, program_version, 'sign in', 'wrong code');
    return query select case when pending.wrong_codes + 1 >= 5 then 'ended' else 'refused' end, 0;
    return;
  end if;
  delete from cadre.sign_in_failures f
  where f.origin_digest = cadre.origin_digest('account', pending.account_name);
  delete from cadre.account_sessions s
  where s.session_number = pending.session_number;
  -- At most ten at once: the oldest give way.
  delete from cadre.account_sessions s
  where s.session_number in (
    select o.session_number
    from cadre.account_sessions o
    where o.account_name = pending.account_name
      and o.stage = 'signed_in'
    order by o.seen_on desc
    offset 9
  );
  insert into cadre.account_sessions (token_digest, account_name, stage, began_on, seen_on, address, agent)
  values (
    new_token_digest, pending.account_name, 'signed_in', statement_timestamp(), statement_timestamp(), pending.address,
    pending.agent);
  perform cadre.enter_sign_in(pending.account_name, os_user, program_version, 'sign in', 'signed in ' || means);
  return query
    select
      'signed_in',
      count(*)::integer
    from cadre.account_recovery_codes c
    where c.account_name = pending.account_name;
end
$$;

-- Whom a one-time link is for, as long as it holds. Until its owner has finished, the same secret for codes is offered again.
create function cadre.open_link(link text, offered_secret bytea, offered_sealed_by text)
returns table (account_name text, display_name text, language text, secret bytea, sealed_by text)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update cadre.accounts a
  set
    totp_secret = offered_secret,
    totp_sealed_by = offered_sealed_by
  where a.link_digest = sha256(convert_to(link, 'UTF8'))
    and a.link_ends_on > statement_timestamp()
    and a.disabled_on is null
    and a.totp_secret is null
    and offered_secret is not null;
  return query
    select
      a.account_name,
      a.display_name,
      a.language,
      a.totp_secret,
      a.totp_sealed_by
    from cadre.accounts a
    where a.link_digest = sha256(convert_to(link, 'UTF8'))
      and a.link_ends_on > statement_timestamp()
      and a.disabled_on is null;
end
$$;

-- Sets what its owner has chosen, and ends the link. False where it does not hold any more.
create function cadre.enrol(
  link text, salt bytea, key_digest bytea, step bigint, code_digests bytea[], os_user text, program_version text
) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  own text;
begin
  update cadre.accounts a
  set
    password_salt = salt,
    password_digest = key_digest,
    password_set_on = statement_timestamp(),
    totp_last_step = step,
    link_digest = null,
    link_ends_on = null
  where a.link_digest = sha256(convert_to(link, 'UTF8'))
    and a.link_ends_on > statement_timestamp()
    and a.disabled_on is null
    and a.totp_secret is not null
  returning a.account_name into own;
  if own is null then return false; end if;
  perform cadre.store_recovery_codes(own, code_digests);
  perform cadre.enter_sign_in(own, os_user, program_version, 'enrol', 'password and second factor set');
  return true;
end
$$;

create function cadre.store_recovery_codes(name text, code_digests bytea[]) returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  delete from cadre.account_recovery_codes c
  where c.account_name = name;
  insert into cadre.account_recovery_codes (account_name, code_digest)
  select
    name,
    d.digest
  from unnest(code_digests) as d (digest);
$$;
