-- The functions that give and take access belong to the role that may. What they call, it calls.
do $granter$
declare
  granting regprocedure;
begin
  for granting in
    select p.oid::regprocedure
    from pg_proc p
    where p.pronamespace = 'cadre'::regnamespace
      and p.proname in ('grant_access', 'revoke_access')
      and p.proowner <> 'cadre_granter'::regrole
  loop
    grant create on schema cadre to cadre_granter;
    execute format('alter function %s owner to cadre_granter', granting);
    revoke create on schema cadre from cadre_granter;
    execute format('grant execute on function %s to cadre_access_administrator', granting);
  end loop;
end
$granter$;
