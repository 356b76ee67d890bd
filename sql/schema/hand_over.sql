-- Whatever lies in our schema belongs to cadre_owner, who cannot log in. Databases from before that had an owner of their own.
do $hand_over$
declare
  owned record;
begin
  if (
    select n.nspowner
    from pg_namespace n
    where n.nspname = 'cadre'
  ) = 'cadre_owner'::regrole then
    return;
  end if;
  alter schema cadre owner to cadre_owner;
  for owned in
    select
      c.oid::regclass as name
    from pg_class c
    where c.relnamespace = 'cadre'::regnamespace
      and c.relkind in ('r', 'p')
      and c.relowner <> 'cadre_owner'::regrole
  loop
    execute format('alter table %s owner to cadre_owner', owned.name);
  end loop;
  for owned in
    select
      p.oid::regprocedure as name
    from pg_proc p
    where p.pronamespace = 'cadre'::regnamespace
      and p.proowner <> 'cadre_owner'::regrole
  loop
    execute format('alter function %s owner to cadre_owner', owned.name);
  end loop;
end
$hand_over$;
