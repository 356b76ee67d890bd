-- Parts of cities and of result sets are made, filled and closed by functions of the owner, and tell nothing of other cities'
-- rows by their statistics.

-- Keeps of a part the statistics that are kept of its table: see the end.
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
