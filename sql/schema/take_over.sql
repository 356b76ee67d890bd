-- Databases from before cadre had a schema of its own have its tables in `public`, where others may make functions,
-- operators and tables of the names that our statements use. They move, with their parts and indexes, and belong to the
-- owner of the schema from then on. Runs before the migrations, in their schema, and does nothing the second time.
do $take_over$
declare
  owner_name name := (
    select pg_get_userbyid(n.nspowner)
    from pg_namespace n
    where n.nspname = 'cadre'
  );
  moved record;
  policy record;
begin
  if to_regclass('cadre.schema_migrations') is not null
    or to_regclass('public.schema_migrations') is null
    or to_regclass('public.import_files') is null and to_regclass('public.units') is null
  then
    return;
  end if;
  for moved in
    with recursive ours as (
      select
        c.oid,
        c.relkind
      from pg_class c
      where c.relnamespace = 'public'::regnamespace
        and c.relkind in ('r', 'p')
        and not c.relispartition
        and c.relname in (
          'schema_migrations', 'cities', 'workdays', 'imports', 'import_files', 'touched_persons', 'touched_units',
          'runs', 'run_indicators', 'results', 'unit_tallies', 'units', 'persons', 'posts', 'charges',
          'training_classes', 'training_records', 'training_years', 'talks', 'activities', 'leaves', 'handovers',
          'scores', 'score_items', 'assessments', 'measures', 'recall_rounds', 'political_vettings', 'selections',
          'interventions', 'commitments', 'declarations', 'risk_points', 'inspections', 'rectifications', 'decisions',
          'archives', 'contradictions', 'petitions', 'tolerance_cases', 'welfare', 'pay', 'places', 'villages',
          'village_cadres',
          'village_vettings', 'village_ratings', 'village_supports', 'village_projects', 'attestations', 'waivers'
        )
      union all
      select
        c.oid,
        c.relkind
      from ours
      join pg_inherits i on i.inhparent = ours.oid
      join pg_class c on c.oid = i.inhrelid
    )
    select
      o.oid::regclass as name,
      o.oid,
      o.relkind
    from ours o
    order by o.relkind desc, o.oid
  loop
    if moved.relkind not in ('r', 'p') then
      raise exception 'the table % was not made by cadre: it is no ordinary table', moved.name;
    end if;
    -- A former owner may have given a table row-level policies that run functions of their own: these are dropped.
    for policy in
      select p.polname as name
      from pg_policy p
      where p.polrelid = moved.oid
    loop
      execute format('drop policy %I on %s', policy.name, moved.name);
    end loop;
    execute format('alter table %s owner to %I', moved.name, owner_name);
    execute format('alter table %s set schema cadre', moved.name);
  end loop;
  -- What roles see is the same as before.
  for moved in
    select c.oid::regclass as name
    from pg_class c
    where c.relnamespace = 'cadre'::regnamespace
      and c.relrowsecurity
      and not c.relispartition
  loop
    execute format(
      'create policy one_city on %s using (city_code = current_setting(''cadre.city_code'', true))', moved.name);
  end loop;
end
$take_over$;
