-- Only the owner of the schema makes, alters and drops tables. Whoever loads or judges has a few functions for it, which
-- run with the owner's rights, find nothing but the server's own and our objects, and check what they are given. Who may
-- call them is said where roles are made.
revoke all on schema cadre from public;

-- Gives a part the rights that its table has, and where the table shows a city at a time, so does the part.
create function cadre.share_rights(whole regclass, part regclass) returns void
language plpgsql
set search_path = pg_catalog, cadre, pg_temp
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
  if (select c.relrowsecurity from pg_class c where c.oid = whole::oid) then
    perform cadre.show_one_city(part);
  end if;
end
$$;

-- Shows of a table the rows of the one city that the transaction is about, and lets no others be written. Its owner sees
-- all.
create function cadre.show_one_city(shown regclass) returns void
language plpgsql
set search_path = pg_catalog, cadre, pg_temp
as $$
begin
  execute format('alter table %s enable row level security', shown);
  if not exists (select from pg_policy p where p.polrelid = shown::oid and p.polname = 'one_city') then
    execute format(
      'create policy one_city on %s using (city_code = current_setting(''cadre.city_code'', true))', shown);
  end if;
end
$$;

-- The table of that name, if it has a part for each value of that column; an error for any other.
create function cadre.divided_table(name text, by_column text) returns regclass
language plpgsql stable
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  found regclass;
begin
  select c.oid::regclass into found
  from pg_class c
  join pg_partitioned_table p on p.partrelid = c.oid
  join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
  where c.relnamespace = 'cadre'::regnamespace
    and c.relname = name
    and p.partstrat = 'l'
    and p.partnatts = 1
    and a.attname = by_column;
  if found is null then
    raise exception 'the table % has no parts by %', name, by_column using errcode = 'invalid_parameter_value';
  end if;
  return found;
end
$$;

-- A city's own part of a table, empty and without keys, not yet in its place. Its rows may come without the city.
create function cadre.make_city_part(table_name text, city text, fill integer) returns void
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'city_code');
  part text := table_name || '_' || city;
  reference record;
begin
  if not exists (select from cadre.cities c where c.city_code = city) then
    raise exception 'no city %', city using errcode = 'invalid_parameter_value';
  end if;
  execute format(
    'create table cadre.%I (like %s including defaults including constraints including comments) with (fillfactor = %s)',
    part, whole, fill);
  -- Putting it in its place needs no look at the rows where this holds.
  execute format('alter table cadre.%I add constraint %I check (city_code = %L)', part, part || '_city_code', city);
  execute format('alter table cadre.%I alter column city_code set default %L', part, city);
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

-- Keys a filled part, puts it in its place, and gathers statistics of the columns.
create function cadre.finish_city_part(table_name text, city text, analyzed text[]) returns void
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'city_code');
  part text := table_name || '_' || city;
  index_definition text;
begin
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
  execute format('alter table %s attach partition cadre.%I for values in (%L)', whole, part, city);
  perform cadre.refresh_statistics(part, analyzed);
end
$$;

-- Gathers statistics of some columns of one of our tables.
create function cadre.refresh_statistics(table_name text, columns text[]) returns void
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
begin
  execute format(
    'analyze cadre.%I (%s)',
    table_name,
    (
      select string_agg(quote_ident(c.name), ', ' order by c.place)
      from unnest(columns) with ordinality as c (name, place)
    ));
end
$$;

-- A result set's own part of results or tallies, empty and without keys, not yet in its place.
create function cadre.make_result_part(table_name text, result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'result_set');
  part text := table_name || '_' || result_set;
begin
  if result_set !~ '^[0-9a-f]{32}$' then
    raise exception 'no result set has the name %', result_set using errcode = 'invalid_parameter_value';
  end if;
  -- The check says of each row as it comes that it belongs there: putting the part in its place reads none again.
  execute format(
    'create table cadre.%I (
      like %s including defaults including constraints including comments,
      constraint %I check (result_set = %L)
    )',
    part, whole, part || '_set', result_set);
  perform cadre.share_rights(whole, format('cadre.%I', part)::regclass);
end
$$;

-- Indexes a result set's filled results and gathers their statistics. One subject of one indicator is looked up by the
-- first index, and an indicator read whole: an index in the order of exports takes twice as long to build, which is more
-- than sorting each indicator's rows does. The others hold what reports pick out of all results: what needs attention,
-- in the order of its file, so that none of it is sorted when read; and what falls due.
create function cadre.index_results(result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  part text := 'results_' || result_set;
begin
  if result_set !~ '^[0-9a-f]{32}$' then
    raise exception 'no result set has the name %', result_set using errcode = 'invalid_parameter_value';
  end if;
  execute format('create index on cadre.%I (ordinal, subject_id, period)', part);
  execute format(
    'create index on cadre.%I (ordinal, period, subject_id, class nulls first)
      where status in (''unmet'', ''at_risk'', ''no_data'')',
    part);
  execute format(
    'create index on cadre.%I (due_on)
      where status in (''pending'', ''at_risk'') or status = ''met'' and reason = ''within_tenure''',
    part);
  execute format('analyze cadre.%I', part);
end
$$;

-- Puts a result set's part in its place; tallies get their key first.
create function cadre.attach_result_part(table_name text, result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'result_set');
  part text := table_name || '_' || result_set;
  key text := (
    select pg_get_constraintdef(k.oid)
    from pg_constraint k
    where k.conrelid = whole::oid
      and k.contype = 'p'
  );
begin
  if result_set !~ '^[0-9a-f]{32}$' then
    raise exception 'no result set has the name %', result_set using errcode = 'invalid_parameter_value';
  end if;
  if key is not null then execute format('alter table cadre.%I add %s', part, key); end if;
  execute format('alter table %s attach partition cadre.%I for values in (%L)', whole, part, result_set);
end
$$;

-- Drops a part of a result set that belongs to a run of the city. Fails at once where somebody is reading: whoever waits
-- for this lock makes all wait who come to read.
create function cadre.drop_result_part(table_name text, city text, result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'result_set');
  wanted text := result_set;
begin
  if not exists (select from cadre.runs r where r.city_code = city and r.result_set = wanted) then
    raise exception 'no run of % has the result set %', city, wanted using errcode = 'invalid_parameter_value';
  end if;
  execute format('lock table only %s in access exclusive mode nowait', whole);
  execute format('drop table if exists cadre.%I', table_name || '_' || wanted);
end
$$;

revoke all on function
  cadre.share_rights(regclass, regclass),
  cadre.show_one_city(regclass),
  cadre.divided_table(text, text),
  cadre.make_city_part(text, text, integer),
  cadre.finish_city_part(text, text, text[]),
  cadre.refresh_statistics(text, text[]),
  cadre.make_result_part(text, text),
  cadre.index_results(text),
  cadre.attach_result_part(text, text),
  cadre.drop_result_part(text, text, text)
from public;
