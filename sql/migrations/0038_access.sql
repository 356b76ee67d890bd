-- Who may do what: logins are made members of duties and of cities, by who has that duty himself, each time with an entry in the
-- log. Three officers watch each other: who works on the server, who gives access, and who reads the log are never the same
-- login, and none of them sees cities' data.

-- The duties, and which of them are an officer's.
create function cadre.duties() returns table (duty text, is_officers boolean)
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
    ('operator', true)
$$;

-- The duties and cities of logins, as membership has them, however it came about. Superusers, who have all, are left out.
create function cadre.access_list() returns table (login text, duties text[], cities text[])
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

-- Refuses what would join in one login what is to be apart.
create function cadre.refuse_joined_duties(of_login text, duty text, city text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare
  held text[];
  cities text[];
  officers text[] := array(select d.duty from cadre.duties() d where d.is_officers);
begin
  select
    l.duties,
    l.cities
  into held, cities
  from cadre.access_list() l
  where l.login = of_login;
  held := array_remove(coalesce(held, '{}'), duty);
  if duty = any (officers) then
    if held && officers then
      raise exception 'the login % is % already: operator, access administrator and auditor are three logins',
        of_login, array_to_string(held, ', ')
        using errcode = 'CA001';
    end if;
    if held <> '{}' or coalesce(cities, '{}') <> '{}' or city is not null then
      raise exception 'the login % works with data: an officer is a login of its own', of_login using errcode = 'CA002';
    end if;
  elsif held && officers then
    raise exception 'the login % is %: it gets neither duties with data nor cities', of_login, array_to_string(held, ', ')
      using errcode = 'CA003';
  end if;
end
$$;

-- Makes a login a member of a duty, of a city, or of both. This one and the next come to belong to cadre_granter (sql/roles).
create function cadre.grant_access(
  to_login text, duty text, city text, os_user text, program_version text
) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  -- From PostgreSQL 16 on membership says itself whether rights come with it.
  inheriting text := case when current_setting('server_version_num')::integer >= 160000 then ' with inherit true' else '' end;
begin
  perform cadre.demand(array['access_administrator'], null);
  perform cadre.look_at_grant(to_login, duty, city);
  perform cadre.refuse_joined_duties(to_login, duty, city);
  if not (select r.rolinherit from pg_roles r where r.rolname = to_login) then
    raise exception 'the login % does not inherit: alter role % inherit', to_login, quote_ident(to_login)
      using errcode = 'CA006';
  end if;
  if duty is not null then execute format('grant %I to %I', 'cadre_' || duty, to_login) || inheriting; end if;
  if city is not null then execute format('grant %I to %I', 'cadre_city_' || city, to_login) || inheriting; end if;
  perform cadre.append_audit_entry(
    os_user, program_version, 'access grant', 'access', coalesce(city, ''), '', '', '', null, '',
    concat_ws(' ', 'grant', duty, 'to', to_login));
end
$$;

-- Takes a duty, a city, or both from a login.
create function cadre.revoke_access(
  from_login text, duty text, city text, os_user text, program_version text
) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  granted record;
begin
  perform cadre.demand(array['access_administrator'], null);
  perform cadre.look_at_grant(from_login, duty, city);
  if duty is not null then execute format('revoke %I from %I', 'cadre_' || duty, from_login); end if;
  if city is not null then execute format('revoke %I from %I', 'cadre_city_' || city, from_login); end if;
  perform cadre.append_audit_entry(
    os_user, program_version, 'access revoke', 'access', coalesce(city, ''), '', '', '', null, '',
    concat_ws(' ', 'revoke', duty, 'from', from_login));
  -- Somebody else may have given it, too, or given it to a role that the login is a member of.
  if exists (
    select
    from cadre.access_list() l
    where l.login = from_login
      and (duty = any (l.duties) or city = any (l.cities))
  ) then
    raise exception 'the login % has it by another grant, which only its giver or an administrator takes back', from_login
      using errcode = 'CA005';
  end if;
end
$$;

-- Refuses what nobody is granted: to no login, to a superuser, of no duty or city.
create function cadre.look_at_grant(of_login text, duty text, city text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if duty is null and city is null then
    raise exception 'a grant is of a duty, a city or both' using errcode = 'invalid_parameter_value';
  end if;
  if not exists (select from pg_roles r where r.rolname = of_login and r.rolcanlogin) then
    raise exception 'there is no login %', of_login using errcode = 'CA008';
  end if;
  if (select r.rolsuper from pg_roles r where r.rolname = of_login) then
    raise exception 'the login % is a superuser, whom nothing can be given or taken', of_login using errcode = 'CA004';
  end if;
  if duty is not null and not exists (select from cadre.duties() d where d.duty = look_at_grant.duty) then
    raise exception 'there is no duty %', duty using errcode = 'invalid_parameter_value';
  end if;
  if city is not null and not exists (select from pg_roles r where r.rolname = 'cadre_city_' || city) then
    raise exception 'there is no role of a city %', city using errcode = 'CA009';
  end if;
end
$$;

-- Only imports of cities that the caller may see, and who reads the log.
create or replace function cadre.import_record_digest(city text, number integer) returns text
language sql stable security definer
set search_path = pg_catalog, pg_temp
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
    and (cadre.has_role('cadre_city_' || city) or cadre.has_role('cadre_auditor'))
$$;

revoke all on all functions in schema cadre from public;

grant execute on function
  cadre.has_role(text),
  cadre.has_role_of_owner(),
  cadre.city(),
  cadre.cities_seen(),
  cadre.is_migrating(),
  cadre.publications_seen()
to public;
