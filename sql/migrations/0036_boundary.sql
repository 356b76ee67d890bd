-- A boundary that holds. A row is seen and written only where its city is the one that the transaction is about
-- (`cadre.city_code`) and the login (`session_user`, whatever it has become by `set role`) is a member of that city's role. This
-- binds the owner, too. What needs more is done by functions of the owner, which look at their arguments and at who calls.

-- Whether a login has a role of that name. A superuser has every role, also of cities whose roles are not made yet.
create function cadre.has_role(name text) returns boolean
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (
    select
    from pg_catalog.pg_roles r
    where r.rolname = name
      and pg_catalog.pg_has_role(session_user, r.oid, 'usage')
  ) or exists (
    select
    from pg_catalog.pg_roles r
    where r.rolname = session_user
      and r.rolsuper
  );
end
$$;

-- The one city that the transaction is about; none where the login may not see it. Policies ask once a statement, not once a row:
-- and as they ask for equality, the planner sees that a statement about a city is about this one, and compares no row twice.
create function cadre.city() returns text
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
declare
  wanted text := pg_catalog.current_setting('cadre.city_code', true);
begin
  if wanted <> '' and cadre.has_role('cadre_city_' || wanted) then return wanted; end if;
  return null;
end
$$;

-- Those of the cities that the transaction is about, commas between, which the login may see.
create function cadre.cities_seen() returns text[]
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  return array(
    select w.code
    from pg_catalog.unnest(
      pg_catalog.string_to_array(pg_catalog.current_setting('cadre.city_code', true), ',')) as w (code)
    where w.code <> ''
      and cadre.has_role('cadre_city_' || w.code)
  );
end
$$;

-- Whether the owner is at work on the schema itself, for a login that may act as the owner: a migration reaches every row.
create function cadre.is_migrating() returns boolean
language plpgsql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  return pg_catalog.current_setting('cadre.migration', true) = 'on' and cadre.has_role_of_owner();
end
$$;

create function cadre.has_role_of_owner() returns boolean
language sql stable parallel safe
set search_path = pg_catalog, pg_temp
as $$
  select pg_catalog.pg_has_role(session_user, 'cadre_owner', 'member')
$$;

-- Refuses a login that has none of the duties, or may not see the city; null for whatever is about no city.
create function cadre.demand(duties text[], city text) returns void
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
    raise exception 'the login % lacks the duty %', session_user, array_to_string(duties, ' or ')
      using errcode = 'insufficient_privilege';
  end if;
  if city is not null and not cadre.has_role('cadre_city_' || city) then
    raise exception 'the login % may not see the city %', session_user, city using errcode = 'insufficient_privilege';
  end if;
end
$$;

-- Closes a table to all but who may see its rows' city.
create function cadre.guard(guarded regclass) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  policy name;
begin
  execute format('alter table %s enable row level security', guarded);
  execute format('alter table %s force row level security', guarded);
  for policy in
    select p.polname
    from pg_policy p
    where p.polrelid = guarded::oid
  loop
    execute format('drop policy %I on %s', policy, guarded);
  end loop;
  execute format('create policy one_city on %s using (city_code = (select cadre.city()))', guarded);
  execute format(
    'create policy several_cities on %s for select to cadre_several_cities '
    'using (city_code = any ((select cadre.cities_seen())::text[]))',
    guarded);
  execute format('create policy at_work_on_schema on %s to cadre_owner using ((select cadre.is_migrating()))', guarded);
end
$$;

-- Gives a part the rights that its table has.
create or replace function cadre.share_rights(whole regclass, part regclass) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  granted record;
begin
  for granted in
    select
      a.privilege_type as privilege,
      case a.grantee when 0::oid then 'public' else quote_ident(pg_get_userbyid(a.grantee)::text) end as grantee
    from pg_class c
    cross join lateral aclexplode(c.relacl) as a
    where c.oid = whole::oid
      and a.grantee <> c.relowner
  loop
    execute format('grant %s on %s to %s', granted.privilege, part, granted.grantee);
  end loop;
end
$$;

drop function cadre.show_one_city(regclass);

-- Every table of cities' data, and every part of one.
do $guard$
declare
  guarded regclass;
begin
  for guarded in
    select c.oid::regclass
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_code' and not a.attisdropped
    where c.relnamespace = 'cadre'::regnamespace
      and c.relkind in ('r', 'p')
      and c.relname <> 'cities'
    order by c.oid
  loop
    perform cadre.guard(guarded);
  end loop;
end
$guard$;

-- The list of cities is no secret; the owner writes it.
alter table cadre.cities enable row level security;
alter table cadre.cities force row level security;
drop policy if exists one_city on cadre.cities;
create policy all_cities on cadre.cities for select using (true);
create policy by_the_owner on cadre.cities to cadre_owner using (true);

-- What is remembered of imports and runs holds nothing of persons: the owner's functions ask it about any city.
create policy asked_by_functions on cadre.imports for select to cadre_owner using (true);
create policy asked_by_functions on cadre.import_files for select to cadre_owner using (true);
create policy asked_by_functions on cadre.digest_changes for select to cadre_owner using (true);
create policy asked_by_functions on cadre.result_sets for select to cadre_owner using (true);
create policy asked_by_functions on cadre.publication_runs for select to cadre_owner using (true);

-- The publications all of whose cities the login may see: their files are pages about persons.
create function cadre.publications_seen() returns bigint[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  hidden text[];
begin
  hidden := array(
    select c.city_code
    from cadre.cities c
    where not cadre.has_role('cadre_city_' || c.city_code)
  );
  return array(
    select p.publication_number
    from cadre.publications p
    where not exists (
      select
      from cadre.publication_runs r
      where r.publication_number = p.publication_number
        and r.city_code = any(hidden)
    )
  );
end
$$;

alter table cadre.publication_contents enable row level security;
alter table cadre.publication_contents force row level security;
create policy all_its_cities on cadre.publication_contents
  using (publication_number = any ((select cadre.publications_seen())::bigint[]));
create policy asked_by_functions on cadre.publication_contents for select to cadre_owner using (true);

-- The SHA-256 of a file of a publication as it is kept, for who verifies it and may not read it.
create function cadre.publication_file_digest(number bigint, file_path text) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.demand(array['auditor'], null);
  return (
    select encode(sha256(string_agg(c.content, ''::bytea order by c.part)), 'hex')
    from cadre.publication_contents c
    where c.publication_number = number
      and c.path = file_path
  );
end
$$;

-- The paths of the files of a publication, for the same.
create function cadre.publication_paths(number bigint) returns setof text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.demand(array['auditor'], null);
  return query
    select distinct c.path
    from cadre.publication_contents c
    where c.publication_number = number
    order by 1;
end
$$;

-- Keeps a city in the list of cities.
create function cadre.store_city(
  code text, chinese text, english text, province text, prefix text
) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if not cadre.has_role_of_owner() then perform cadre.demand(array['importer'], code); end if;
  insert into cadre.cities as c (city_code, name_zh, name_en, province_code, region_prefix)
  values (code, chinese, english, province, prefix)
  on conflict (city_code) do update
  set name_zh = excluded.name_zh,
    name_en = excluded.name_en,
    province_code = excluded.province_code,
    region_prefix = excluded.region_prefix
  where (c.name_zh, c.name_en, c.province_code, c.region_prefix)
    is distinct from (excluded.name_zh, excluded.name_en, excluded.province_code, excluded.region_prefix);
end
$$;

-- Silences the triggers of foreign keys for the rest of the transaction: who stores a whole delivery or run has looked up every
-- reference. Row-level security and the triggers that keep the journal stay. False where the server does not allow it.
create function cadre.silence_references(city text) returns boolean
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.demand(array['importer', 'evaluator'], city);
  -- Servers before 15 know no such rights.
  if to_regprocedure('pg_catalog.has_parameter_privilege(text, text)') is null then return false; end if;
  if not has_parameter_privilege('session_replication_role', 'set') then return false; end if;
  perform set_config('session_replication_role', 'replica', true);
  return true;
end
$$;
