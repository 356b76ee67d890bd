-- The largest tables of a delivery get a part for each city, as the training records have: a city's first load fills a
-- table without keys, made in the same transaction, which the server need not log, and builds its keys at once. Who
-- reads a city reads its part alone, by what the server knows of that city's rows.
alter table handovers drop constraint handovers_post_id_exists;

do $$
declare
  whole record;
  reference record;
  city record;
begin
  for whole in
    select
      c.oid,
      c.relname as name,
      obj_description(c.oid) as description,
      pg_get_constraintdef(k.oid) as key
    from pg_class c
    join pg_constraint k
      on k.conrelid = c.oid
      and k.contype = 'p'
    where c.oid = any (array[
      'posts', 'talks', 'activities', 'leaves', 'assessments', 'welfare'
    ]::regclass[])
  loop
    execute format('alter table %1$I rename to %1$s_whole', whole.name);
    execute format('alter table %1$s_whole rename constraint %1$s_key to %1$s_whole_key', whole.name);
    execute format(
      'create table %1$I (like %1$s_whole including defaults including constraints including comments) '
      'partition by list (city_code)',
      whole.name
    );
    execute format('alter table %1$I add constraint %1$s_key %2$s', whole.name, whole.key);
    execute format('comment on table %I is %L', whole.name, whole.description);
    for city in execute format('select distinct w.city_code as code from %1$s_whole w order by w.city_code', whole.name)
    loop
      execute format(
        'create table %I partition of %I for values in (%L)', whole.name || '_' || city.code, whole.name, city.code
      );
    end loop;
    execute format('insert into %1$I select * from %1$s_whole', whole.name);
    for reference in
      select
        k.conname as name,
        pg_get_constraintdef(k.oid) as definition
      from pg_constraint k
      where k.conrelid = whole.oid
        and k.contype = 'f'
    loop
      execute format('alter table %I add constraint %I %s', whole.name, reference.name, reference.definition);
    end loop;
    execute format('drop table %1$s_whole', whole.name);
  end loop;
end
$$;

alter table handovers add constraint handovers_post_id_exists foreign key (city_code, post_id)
  references posts (city_code, post_id);

-- Each duty to hold some activity counts those of one kind among all others of its city.
create index activities_by_kind on activities (kind);
