-- The login of the pages' server is many persons' at once. What counts of it is the account whose session's token the transaction
-- holds: whatever the server's program, or somebody else's SQL in it, asks in a transaction, it is told what that account may see.
-- Such a login is a member of cadre_web, and by itself has nothing.

-- Whether the session's login is one of the pages' server. A superuser is a member of everything, and none. Asked at each statement
-- of everybody's: what costs a query comes last.
create function cadre.is_web() returns boolean
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  if not pg_catalog.pg_has_role(session_user, 'cadre_web', 'member') then return false; end if;
  return not exists (
    select
    from pg_catalog.pg_roles r
    where r.rolname = session_user
      and r.rolsuper
  );
end
$$;

-- Whether a login has a role of that name. A superuser has every role, also of cities whose roles are not made yet.
create function cadre.login_has_role(name text) returns boolean
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  -- Null where there is no such role.
  if pg_catalog.pg_has_role(session_user, pg_catalog.to_regrole(pg_catalog.quote_ident(name)), 'usage') then return true; end if;
  return exists (
    select
    from pg_catalog.pg_roles r
    where r.rolname = session_user
      and r.rolsuper
  );
end
$$;

-- Whether an account has a role of that name.
create function cadre.has_role_as(own cadre.accounts, name text) returns boolean
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  return case
    when own.account_name is null then false
    when starts_with(name, 'cadre_city_') then substr(name, length('cadre_city_') + 1) = any (own.cities)
    when starts_with(name, 'cadre_') then substr(name, length('cadre_') + 1) = any (own.duties)
    else false
  end;
end
$$;

-- Whether an account may be what a session has become by `set role`: a duty that it has. As the owner it is only within the
-- owner's functions, which look for themselves.
create function cadre.may_act(own cadre.accounts, acting text) returns boolean
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  return case
    when own.account_name is null then false
    when acting in ('cadre_owner', 'cadre_granter') then true
    when acting = 'cadre_unit_reader' then own.unit_id is not null
    when own.unit_id is not null then false
    when acting = 'cadre_several_cities' then own.duties && array['reader', 'evaluator', 'publisher']
    when starts_with(acting, 'cadre_') then substr(acting, length('cadre_') + 1) = any (own.duties)
    else false
  end;
end
$$;

-- The same of the account of the transaction's session, for whoever asks.
create function cadre.account_has_role(name text) returns boolean
language plpgsql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return cadre.has_role_as(cadre.session_account(), name);
end
$$;

create function cadre.account_may_act_as(acting text) returns boolean
language plpgsql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return cadre.may_act(cadre.session_account(), acting);
end
$$;

-- Both at once, of a city.
create function cadre.account_sees(city text, acting text) returns boolean
language plpgsql stable parallel safe security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  own cadre.accounts := cadre.session_account();
begin
  return cadre.has_role_as(own, 'cadre_city_' || city) and cadre.may_act(own, acting);
end
$$;

create or replace function cadre.has_role(name text) returns boolean
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  if cadre.is_web() then return cadre.account_has_role(name); end if;
  return cadre.login_has_role(name);
end
$$;

-- Whether the session is what it may be. Of a login that is not of the pages' server the database server has seen to that.
create function cadre.acts_rightly() returns boolean
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  return not cadre.is_web() or cadre.account_may_act_as(current_user::text);
end
$$;

create or replace function cadre.city() returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
  wanted text := pg_catalog.current_setting('cadre.city_code', true);
begin
  if wanted is null or wanted = '' then return null; end if;
  -- Said here once more: whoever is no member is spared the call.
  if pg_catalog.pg_has_role(session_user, 'cadre_web', 'member') and cadre.is_web() then
    if cadre.account_sees(wanted, current_user::text) then return wanted; end if;
  elsif cadre.login_has_role('cadre_city_' || wanted) then
    return wanted;
  end if;
  return null;
end
$$;

create or replace function cadre.cities_seen() returns text[]
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  if not cadre.acts_rightly() then return '{}'; end if;
  return array(
    select w.code
    from pg_catalog.unnest(
      pg_catalog.string_to_array(pg_catalog.current_setting('cadre.city_code', true), ',')) as w (code)
    where w.code <> ''
      and cadre.has_role('cadre_city_' || w.code)
  );
end
$$;

-- Who asks, for refusals and the log: the login, and behind a login of the pages' server the account.
create function cadre.actor() returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  own cadre.accounts;
begin
  if not cadre.is_web() then return session_user::text; end if;
  own := cadre.session_account();
  return concat_ws('/', session_user::text, own.account_name);
end
$$;

create or replace function cadre.demand(duties text[], city text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  duty text;
  has_one boolean := false;
begin
  foreach duty in array duties loop
    has_one := has_one or cadre.has_role('cadre_' || duty);
  end loop;
  if not has_one then
    raise exception 'the login % lacks the duty %', cadre.actor(), array_to_string(duties, ' or ')
      using errcode = 'insufficient_privilege';
  end if;
  if city is not null and not cadre.has_role('cadre_city_' || city) then
    raise exception 'the login % may not see the city %', cadre.actor(), city using errcode = 'insufficient_privilege';
  end if;
end
$$;

-- What is no city's has no policy of cities. It is read by duties, which a login of the pages' server may all become.
do $by_duty$
declare
  closed regclass;
begin
  foreach closed in array array['cadre.audit_entries', 'cadre.chain_heads', 'cadre.publications']::regclass[] loop
    execute format('alter table %s enable row level security', closed);
    execute format('create policy by_duty on %s using ((select cadre.acts_rightly()))', closed);
  end loop;
end
$by_duty$;

create policy by_duty on cadre.publication_contents as restrictive using ((select cadre.acts_rightly()));

-- Functions that trusted the right to call them, which says nothing of an account.
alter function cadre.append_publication(bigint, text, text, bytea) rename to write_publication;

create function cadre.append_publication(number bigint, seal_text text, previous_digest text, signature bytea) returns text
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.demand(array['publisher'], null);
  return cadre.write_publication(number, seal_text, previous_digest, signature);
end
$$;

alter function cadre.imports_unlike_log() rename to compare_imports_with_log;

create function cadre.imports_unlike_log() returns table (city text, import_number integer, entry_number bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.demand(array['auditor'], null);
  return query
    select
      u.city,
      u.import_number,
      u.entry_number
    from cadre.compare_imports_with_log() u;
end
$$;

create or replace function cadre.chain_head(wanted text) returns table (entry_number bigint, digest text)
language sql stable security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
  select
    h.entry_number,
    h.digest
  from cadre.chain_heads h
  where h.chain = wanted
    and (not cadre.is_web() or (cadre.session_account()).account_name is not null)
$$;

-- The pages' server's login is a duty like others, and joins with none.
create or replace function cadre.duties() returns table (duty text, is_officers boolean)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  values
    ('reader', false),
    ('importer', false),
    ('evaluator', false),
    ('publisher', false),
    ('unmasker', false),
    ('auditor', true),
    ('access_administrator', true),
    ('operator', true),
    ('web', true)
$$;

-- What such a login may become is no duty of its own.
create or replace function cadre.access_list() returns table (login text, duties text[], cities text[])
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  with recursive member_of as (
    select
      r.oid as login,
      m.roleid as role
    from pg_roles r
    join pg_auth_members m on m.member = r.oid
    where r.rolcanlogin
      and not r.rolsuper
    union
    select
      o.login,
      m.roleid
    from member_of o
    join pg_auth_members m on m.member = o.role
    where pg_get_userbyid(o.role) <> 'cadre_web'
  ),
  held as (
    select
      pg_get_userbyid(o.login)::text as login,
      pg_get_userbyid(o.role)::text as role
    from member_of o
  )
  select
    h.login,
    array(
      select d.duty
      from cadre.duties() d
      where 'cadre_' || d.duty in (select i.role from held i where i.login = h.login)
    ),
    coalesce(
      array_agg(substr(h.role, 12) order by h.role collate "C") filter (where h.role like 'cadre\_city\_%'), '{}')
  from held h
  where h.role like 'cadre\_%'
  group by h.login
  order by h.login collate "C"
$$;

-- Policies ask these, whoever reads; they tell a login what it knows of itself.
grant execute on function
  cadre.login_has_role(text),
  cadre.account_has_role(text),
  cadre.account_may_act_as(text),
  cadre.account_sees(text, text),
  cadre.is_web(),
  cadre.acts_rightly()
to public;
