-- What whoever is signed in does with the own sessions, password and codes. Each function asks the session of the transaction: none
-- takes an account's name.

-- Whose session it is; notes that it was used, once a minute.
create function cadre.see_session()
returns table (
  session_number bigint, account_name text, display_name text, language text, duties text[], cities text[], unit_id text
)
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  live cadre.account_sessions := cadre.live_session('signed_in');
begin
  if live.seen_on < statement_timestamp() - interval '1 minute' then
    update cadre.account_sessions s
    set seen_on = statement_timestamp()
    where s.session_number = live.session_number;
  end if;
  return query
    select
      live.session_number,
      a.account_name,
      a.display_name,
      a.language,
      a.duties,
      a.cities,
      a.unit_id
    from cadre.accounts a
    where a.account_name = live.account_name;
end
$$;

-- The account's sessions that are alive, the one that asks among them.
create function cadre.own_sessions()
returns table (
  session_number bigint, began_on timestamptz, seen_on timestamptz, address text, agent text, is_this boolean
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  live cadre.account_sessions := cadre.live_session('signed_in');
begin
  return query
    select
      s.session_number,
      s.began_on,
      s.seen_on,
      s.address,
      s.agent,
      s.session_number = live.session_number
    from cadre.account_sessions s
    cross join cadre.session_limits() l
    where s.account_name = live.account_name
      and s.stage = 'signed_in'
      and s.began_on > statement_timestamp() - l.absolute
      and s.seen_on > statement_timestamp() - l.idle
    order by s.session_number desc;
end
$$;

create function cadre.own_salt() returns bytea
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return (cadre.session_account()).password_salt;
end
$$;

-- Whether the account's owner sits there: `done`, `refused`, `wait`, or `ended` where there is no session. Counted as signing in is.
create function cadre.confirm_own_password(password_key bytea) returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  live cadre.account_sessions := cadre.live_session('signed_in');
  own cadre.accounts := cadre.session_account();
begin
  if own.account_name is null then return 'ended'; end if;
  perform pg_advisory_xact_lock(hashtextextended('cadre sign-in ' || own.account_name, 0));
  if cadre.sign_in_wait(own.account_name, live.address) > 0 then return 'wait'; end if;
  if own.password_digest is distinct from sha256(password_key) then
    perform cadre.count_failure(own.account_name, live.address);
    return 'refused';
  end if;
  return 'done';
end
$$;

-- Ends one of the account's sessions; all but the one that asks where no number is given. Who signs out is believed; for any other
-- session the password is asked for.
create function cadre.end_sessions(number bigint, password_key bytea, os_user text, program_version text) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  live cadre.account_sessions := cadre.live_session('signed_in');
  outcome text := case when live.session_number is null then 'ended' else 'done' end;
  ended integer;
begin
  if number is distinct from live.session_number then outcome := cadre.confirm_own_password(password_key); end if;
  if outcome <> 'done' then return outcome; end if;
  delete from cadre.account_sessions s
  where s.account_name = live.account_name
    and case when number is null then s.session_number <> live.session_number else s.session_number = number end;
  get diagnostics ended = row_count;
  if ended > 0 then
    perform cadre.enter_sign_in(
      live.account_name, os_user, program_version, case number when live.session_number then 'sign out' else 'end sessions' end,
      ended::text);
  end if;
  return outcome;
end
$$;

-- Another password for the one that is handed in. The account's other sessions end.
create function cadre.change_password(
  password_key bytea, new_salt bytea, new_key_digest bytea, os_user text, program_version text
) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  live cadre.account_sessions := cadre.live_session('signed_in');
  outcome text := cadre.confirm_own_password(password_key);
begin
  if outcome <> 'done' then return outcome; end if;
  update cadre.accounts a
  set
    password_salt = new_salt,
    password_digest = new_key_digest,
    password_set_on = statement_timestamp()
  where a.account_name = live.account_name;
  delete from cadre.account_sessions s
  where s.account_name = live.account_name
    and s.session_number <> live.session_number;
  perform cadre.enter_sign_in(live.account_name, os_user, program_version, 'change password', '');
  return outcome;
end
$$;

-- Ten other recovery codes; the old ones are worth nothing any more.
create function cadre.replace_recovery_codes(
  password_key bytea, code_digests bytea[], os_user text, program_version text
) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  own cadre.accounts := cadre.session_account();
  outcome text := cadre.confirm_own_password(password_key);
begin
  if outcome <> 'done' then return outcome; end if;
  perform cadre.store_recovery_codes(own.account_name, code_digests);
  perform cadre.enter_sign_in(own.account_name, os_user, program_version, 'replace recovery codes', '');
  return outcome;
end
$$;

create function cadre.set_own_language(wanted text) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update cadre.accounts a
  set language = wanted
  where a.account_name = (cadre.session_account()).account_name;
  return found;
end
$$;
