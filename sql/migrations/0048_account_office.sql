-- Accounts are made, changed and disabled by who gives access, each time with an entry in the log. Nobody is given a password:
-- the owner of an account chooses it, by a link that works once.

-- Refuses what an account cannot be.
create function cadre.look_at_account(name text, duties text[], cities text[], unit text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  officers text[] := array['auditor', 'access_administrator', 'operator'];
  unknown text;
begin
  if name is null or name !~ '^[a-z][a-z0-9._-]{0,39}$' then
    raise exception 'no account is called so' using errcode = 'CA021';
  end if;
  if cardinality(duties) = 0 then
    raise exception 'the account % has no duty', name using errcode = 'CA023';
  end if;
  select d.duty
  into unknown
  from unnest(duties) as d (duty)
  where d.duty = 'web'
    or d.duty not in (select k.duty from cadre.duties() k);
  if unknown is not null then
    raise exception 'no account has the duty %', unknown using errcode = 'invalid_parameter_value';
  end if;
  if duties && officers then
    if (select count(*) from unnest(duties) as d (duty) where d.duty = any (officers)) > 1 then
      raise exception 'operator, access administrator and auditor are three accounts' using errcode = 'CA001';
    end if;
    if cardinality(duties) > 1 or cardinality(cities) > 0 or unit is not null then
      raise exception 'the account % works with data: an officer is an account of its own', name using errcode = 'CA002';
    end if;
  end if;
  if unit is not null and (duties <> array['reader'] or cardinality(cities) <> 1) then
    raise exception 'the account % of one unit is a reader of one city', name using errcode = 'CA024';
  end if;
  select w.code
  into unknown
  from unnest(cities) as w (code)
  where w.code not in (select c.city_code from cadre.cities c);
  if unknown is not null then
    raise exception 'there is no city %', unknown using errcode = 'CA009';
  end if;
end
$$;

-- An entry of the log about an account.
create function cadre.enter_account(os_user text, program_version text, command text, cities text[], details text) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.write_audit_entry(
    cadre.actor(), os_user, program_version, command, 'access', array_to_string(cities, ','), '', '', '', null, '', details);
end
$$;

-- What an account may do, for the log.
create function cadre.account_rights(duties text[], unit text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select concat_ws(' ', array_to_string(duties, ','), 'unit ' || unit)
$$;

create function cadre.add_account(
  name text, display text, spoken text, duties text[], cities text[], unit text, link_digest bytea, os_user text,
  program_version text
) returns timestamptz
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  ends_on timestamptz := statement_timestamp() + interval '24 hours';
begin
  perform cadre.demand(array['access_administrator'], null);
  perform cadre.look_at_account(name, duties, cities, unit);
  insert into cadre.accounts (
    account_name, display_name, language, duties, cities, unit_id, link_digest, link_ends_on, created_by
  )
  values (name, display, spoken, duties, cities, unit, link_digest, ends_on, cadre.actor())
  on conflict (account_name) do nothing;
  if not found then
    raise exception 'there is an account % already', name using errcode = 'CA022';
  end if;
  perform cadre.enter_account(
    os_user, program_version, 'user add', cities, concat_ws(' ', 'account', name, cadre.account_rights(duties, unit)));
  return ends_on;
end
$$;

-- Finds an account that the caller may change. Nobody changes the own one: what one officer gives another sees.
create function cadre.account_to_change(name text) returns cadre.accounts
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  found_one cadre.accounts;
begin
  perform cadre.demand(array['access_administrator'], null);
  select *
  into found_one
  from cadre.accounts a
  where a.account_name = name
  for update;
  if found_one.account_name is null then
    raise exception 'there is no such account' using errcode = 'CA025';
  end if;
  if cadre.is_web() and (cadre.session_account()).account_name = name then
    raise exception 'nobody changes the own account' using errcode = 'CA026';
  end if;
  return found_one;
end
$$;

-- Gives an account other duties and cities. What it may do holds from the next statement on; an officer stays one.
create function cadre.change_account(
  name text, new_duties text[], new_cities text[], new_unit text, os_user text, program_version text
) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  before cadre.accounts := cadre.account_to_change(name);
  officers text[] := array['auditor', 'access_administrator', 'operator'];
begin
  perform cadre.look_at_account(name, new_duties, new_cities, new_unit);
  if before.duties && officers and before.duties <> new_duties then
    raise exception 'the account % is %: it gets no other duty', name, array_to_string(before.duties, ', ') using errcode = 'CA003';
  end if;
  if new_duties && officers and before.duties <> new_duties then
    raise exception 'the account % works with data: an officer is an account of its own', name using errcode = 'CA002';
  end if;
  update cadre.accounts a
  set
    duties = new_duties,
    cities = new_cities,
    unit_id = new_unit
  where a.account_name = name;
  perform cadre.enter_account(
    os_user, program_version, 'user change', new_cities,
    concat_ws(' ', 'account', name, cadre.account_rights(new_duties, new_unit)));
end
$$;

-- Ends an account's sessions and lets nobody in; or lets it in again.
create function cadre.disable_account(name text, is_disabled boolean, os_user text, program_version text) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.account_to_change(name);
  update cadre.accounts a
  set disabled_on = case when is_disabled then coalesce(a.disabled_on, statement_timestamp()) end
  where a.account_name = name;
  delete from cadre.account_sessions s
  where s.account_name = name
    and is_disabled;
  perform cadre.enter_account(
    os_user, program_version, case when is_disabled then 'user disable' else 'user enable' end, '{}', 'account ' || name);
end
$$;

-- Password, second factor and recovery codes go, sessions end; a new link lets the owner choose anew.
create function cadre.reset_account(name text, new_link_digest bytea, os_user text, program_version text) returns timestamptz
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  ends_on timestamptz := statement_timestamp() + interval '24 hours';
begin
  perform cadre.account_to_change(name);
  update cadre.accounts a
  set
    password_salt = null,
    password_digest = null,
    password_set_on = null,
    totp_secret = null,
    totp_sealed_by = '',
    totp_last_step = 0,
    link_digest = new_link_digest,
    link_ends_on = ends_on
  where a.account_name = name;
  delete from cadre.account_recovery_codes c
  where c.account_name = name;
  delete from cadre.account_sessions s
  where s.account_name = name;
  delete from cadre.sign_in_failures f
  where f.origin_digest = cadre.origin_digest('account', name);
  perform cadre.enter_account(os_user, program_version, 'user reset', '{}', 'account ' || name);
  return ends_on;
end
$$;

-- All accounts, in order of their names; no secret of theirs.
create function cadre.account_list()
returns table (
  account_name text, display_name text, language text, duties text[], cities text[], unit_id text, state text,
  live_sessions integer, seen_on timestamptz
)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.demand(array['access_administrator', 'auditor'], null);
  return query
    select
      a.account_name,
      a.display_name,
      a.language,
      a.duties,
      a.cities,
      a.unit_id,
      case
        when a.disabled_on is not null then 'disabled'
        when a.password_digest is not null then 'active'
        when a.link_ends_on > statement_timestamp() then 'invited'
        else 'expired'
      end,
      count(s.session_number)::integer,
      max(s.seen_on)
    from cadre.accounts a
    cross join cadre.session_limits() l
    left join cadre.account_sessions s
      on s.account_name = a.account_name
      and s.stage = 'signed_in'
      and s.began_on > statement_timestamp() - l.absolute
      and s.seen_on > statement_timestamp() - l.idle
    group by a.account_name
    order by a.account_name collate "C";
end
$$;
