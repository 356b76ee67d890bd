-- Of free texts no statistics are kept: what the planner knows of one city's rows shows in what it expects of another's. A
-- server of PostgreSQL 18 lists `not null` among its constraints, and columns that have such a one were taken for columns that a
-- list or a reference settles: once more, for every version.
do $texts$
declare
  wordy record;
begin
  for wordy in
    select
      a.attrelid::regclass as described,
      a.attname as name,
      format_type(a.atttypid, a.atttypmod) as kind
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
          and k.contype in ('p', 'u', 'f', 'c', 'x')
          and a.attnum = any (k.conkey)
      )
  loop
    -- With its parts. That the column keeps its type forgets what was gathered of it, and writes no row anew.
    execute format(
      'alter table %s alter column %I type %s, alter column %I set statistics 0',
      wordy.described, wordy.name, wordy.kind, wordy.name);
  end loop;
end
$texts$;
