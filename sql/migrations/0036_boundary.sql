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

-- Keeps of a part the statistics that are kept of its table: see below.
create function cadre.share_text_rule(whole regclass, part regclass) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  wordy name;
begin
  for wordy in
    select a.attname
    from pg_attribute a
    where a.attrelid = whole::oid
      and a.attnum > 0
      and not a.attisdropped
      and a.attstattarget = 0
  loop
    execute format('alter table %s alter column %I set statistics 0', part, wordy);
  end loop;
end
$$;

-- A city's own part of a table, empty and without keys, not yet in its place. Its rows may come without the city. Nobody else
-- sees it before the transaction ends, and it holds rows of no other city: it is closed when it is put in its place, for rows
-- cannot be copied into a closed one.
create or replace function cadre.make_city_part(table_name text, city text, fill integer) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'city_code');
  part text := table_name || '_' || city;
  reference record;
begin
  perform cadre.demand(array['importer'], city);
  if not exists (select from cadre.cities c where c.city_code = city) then
    raise exception 'no city %', city using errcode = 'invalid_parameter_value';
  end if;
  execute format(
    'create table cadre.%I (like %s including defaults including constraints including comments) with (fillfactor = %s)',
    part, whole, fill);
  -- Putting it in its place needs no look at the rows where this holds.
  execute format('alter table cadre.%I add constraint %I check (city_code = %L)', part, part || '_city_code', city);
  execute format('alter table cadre.%I alter column city_code set default %L', part, city);
  perform cadre.share_text_rule(whole, format('cadre.%I', part)::regclass);
  -- A part that has the foreign keys when it comes to its place is not looked through for them.
  for reference in
    select
      k.conname as name,
      pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    where k.conrelid = whole::oid
      and k.contype = 'f'
    order by k.conname
  loop
    execute format('alter table cadre.%I add constraint %I %s', part, reference.name, reference.definition);
  end loop;
  perform cadre.share_rights(whole, format('cadre.%I', part)::regclass);
end
$$;

-- Keys a filled part, closes it, puts it in its place, and gathers statistics of the columns.
create or replace function cadre.finish_city_part(table_name text, city text, analyzed text[]) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'city_code');
  part text := table_name || '_' || city;
  index_definition text;
begin
  perform cadre.demand(array['importer'], city);
  if not exists (select from cadre.cities c where c.city_code = city) then
    raise exception 'no city %', city using errcode = 'invalid_parameter_value';
  end if;
  execute format(
    'alter table cadre.%I add constraint %I %s',
    part, part || '_key',
    (
      select pg_get_constraintdef(k.oid)
      from pg_constraint k
      where k.conrelid = whole::oid
        and k.contype = 'p'
    ));
  for index_definition in
    select substring(pg_get_indexdef(i.indexrelid) from ' USING .*')
    from pg_index i
    where i.indrelid = whole::oid
      and not i.indisprimary
    order by i.indexrelid
  loop
    execute format('create index on cadre.%I%s', part, index_definition);
  end loop;
  perform cadre.guard(format('cadre.%I', part)::regclass);
  execute format('alter table %s attach partition cadre.%I for values in (%L)', whole, part, city);
  perform cadre.gather_statistics(format('cadre.%I', part)::regclass, analyzed);
end
$$;

-- Gathers statistics of some columns of a table.
create function cadre.gather_statistics(described regclass, columns text[]) returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  execute format(
    'analyze %s (%s)',
    described,
    (
      select string_agg(quote_ident(c.name), ', ' order by c.place)
      from unnest(columns) with ordinality as c (name, place)
    ));
end
$$;

-- The same for who has stored rows.
create or replace function cadre.refresh_statistics(table_name text, columns text[]) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform cadre.demand(array['importer'], null);
  perform cadre.gather_statistics(format('cadre.%I', table_name)::regclass, columns);
end
$$;

drop function cadre.make_result_part(text, text);
drop function cadre.index_results(text);
drop function cadre.attach_result_part(text, text);

-- Refuses what is no name of a result set.
create function cadre.result_part(table_name text, result_set text) returns text
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if result_set !~ '^[0-9a-f]{32}$' then
    raise exception 'no result set has the name %', result_set using errcode = 'invalid_parameter_value';
  end if;
  perform cadre.divided_table(table_name, 'result_set');
  return format('cadre.%I', table_name || '_' || result_set);
end
$$;

-- A result set's own part of results or tallies, empty and without keys, not yet in its place: see make_city_part.
create function cadre.make_result_part(table_name text, city text, result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'result_set');
  part text := cadre.result_part(table_name, result_set);
begin
  perform cadre.demand(array['evaluator'], city);
  -- The check says of each row as it comes that it belongs there: putting the part in its place reads none again.
  execute format(
    'create table %s (
      like %s including defaults including constraints including comments,
      constraint %I check (result_set = %L),
      constraint %I check (city_code = %L)
    )',
    part, whole, table_name || '_' || result_set || '_set', result_set, table_name || '_' || result_set || '_city', city);
  perform cadre.share_rights(whole, part::regclass);
end
$$;

-- Indexes a result set's filled results and gathers their statistics. One subject of one indicator is looked up by the
-- first index, and an indicator read whole: an index in the order of exports takes twice as long to build, which is more
-- than sorting each indicator's rows does. The others hold what reports pick out of all results: what needs attention,
-- in the order of its file, so that none of it is sorted when read; and what falls due.
create function cadre.index_results(city text, result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  part text := cadre.result_part('results', result_set);
begin
  perform cadre.demand(array['evaluator'], city);
  execute format('create index on %s (ordinal, subject_id, period)', part);
  execute format(
    'create index on %s (ordinal, period, subject_id, class nulls first)
      where status in (''unmet'', ''at_risk'', ''no_data'')',
    part);
  execute format(
    'create index on %s (due_on)
      where status in (''pending'', ''at_risk'') or status = ''met'' and reason = ''within_tenure''',
    part);
  execute format('analyze %s', part);
end
$$;

-- Closes a result set's part and puts it in its place; tallies get their key first.
create function cadre.attach_result_part(table_name text, city text, result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'result_set');
  part text := cadre.result_part(table_name, result_set);
  key text := (
    select pg_get_constraintdef(k.oid)
    from pg_constraint k
    where k.conrelid = whole::oid
      and k.contype = 'p'
  );
begin
  perform cadre.demand(array['evaluator'], city);
  if key is not null then execute format('alter table %s add %s', part, key); end if;
  perform cadre.guard(part::regclass);
  execute format('alter table %s attach partition %s for values in (%L)', whole, part, result_set);
end
$$;

-- Drops a part of a result set of the city, unless it was published. Fails at once where somebody is reading: whoever waits for
-- this lock makes all wait who come to read.
create or replace function cadre.drop_result_part(table_name text, city text, result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'result_set');
  wanted text := result_set;
begin
  perform cadre.demand(array['evaluator'], city);
  if not exists (select from cadre.result_sets s where s.city_code = city and s.result_set = wanted) then
    raise exception '% has no result set %', city, wanted using errcode = 'invalid_parameter_value';
  end if;
  execute format('lock table only %s in access exclusive mode nowait', whole);
  if exists (select from cadre.publication_runs p where p.result_set = wanted) then
    raise exception 'the result set % is published', wanted using errcode = 'object_in_use';
  end if;
  execute format('drop table if exists %s', cadre.result_part(table_name, wanted));
end
$$;

-- Of free texts (names, titles, whatever no index holds and no check lists) no statistics are kept: they settle no plan, and
-- what the planner knows of one city's rows shows in what it expects of another's.
do $texts$
declare
  wordy record;
begin
  for wordy in
    select
      a.attrelid::regclass as described,
      a.attname as name
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'cadre'::regnamespace
      and c.relkind in ('r', 'p')
      and not c.relispartition
      and c.relname not in (
        'cities', 'workdays', 'schema_migrations', 'schema_shape', 'imports', 'import_files', 'touched_persons',
        'touched_units', 'digest_changes', 'contradictions', 'runs', 'run_indicators', 'result_sets', 'results',
        'unit_tallies', 'publications', 'publication_runs', 'audit_entries', 'chain_heads'
      )
      and a.attnum > 0
      and not a.attisdropped
      and a.atttypid in ('text'::regtype, 'text[]'::regtype, 'bytea'::regtype)
      and a.attname not like '%\_id'
      and not exists (
        select
        from pg_index i
        where i.indrelid = a.attrelid
          and a.attnum = any (i.indkey::smallint[])
      )
      and not exists (
        select
        from pg_constraint k
        where k.conrelid = a.attrelid
          and a.attnum = any (k.conkey)
      )
  loop
    execute format('alter table %s alter column %I set statistics 0', wordy.described, wordy.name);
  end loop;
end
$texts$;

-- Parts as their tables; what is known already goes.
do $known_texts$
declare
  part record;
begin
  for part in
    select
      h.inhrelid::regclass as name,
      h.inhparent::regclass as whole
    from pg_inherits h
    join pg_class c on c.oid = h.inhrelid
    where c.relnamespace = 'cadre'::regnamespace
      and c.relkind = 'r'
  loop
    perform cadre.share_text_rule(part.whole, part.name);
  end loop;
end
$known_texts$;

-- Nobody calls a function of ours but who is told to: see sql/roles.
revoke all on all functions in schema cadre from public;

alter default privileges for role cadre_owner revoke execute on functions from public;

-- Policies ask these, whoever reads; they tell a login what it knows of itself.
grant execute on function
  cadre.has_role(text),
  cadre.has_role_of_owner(),
  cadre.city(),
  cadre.cities_seen(),
  cadre.is_migrating(),
  cadre.publications_seen()
to public;
