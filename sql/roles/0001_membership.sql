-- Who may become what, and a role for each city. By whom the roles may be made: a superuser, or a login that may make roles.
-- What is there stays; another database's program may be at it at the same moment.
do $roles$
declare
  code text;
  administered text;
begin
  for code in
    select c.city_code
    from cadre.cities c
    where to_regrole(quote_ident('cadre_city_' || c.city_code)) is null
  loop
    begin
      execute format('create role %I nologin', 'cadre_city_' || code);
    exception
      when duplicate_object or unique_violation then null;
      when insufficient_privilege then
        raise exception 'the role cadre_city_% is missing, and % may not make it', code, session_user using errcode = 'CA007';
    end;
  end loop;
  -- Who hands duties and cities on, by its two functions.
  for administered in
    select r.rolname
    from pg_roles r
    where (
        r.rolname in (select 'cadre_' || d.duty from cadre.duties() d)
        or r.rolname in (select 'cadre_city_' || c.city_code from cadre.cities c)
      )
      and not exists (
        select
        from pg_auth_members m
        where m.roleid = r.oid
          and m.member = 'cadre_granter'::regrole
          and m.admin_option
      )
  loop
    execute format('grant %I to cadre_granter with admin option', administered);
  end loop;
end
$roles$;

do $ways$
declare
  way record;
begin
  for way in
    select *
    from (
      values
        ('cadre_several_cities', 'cadre_way_to_several_cities'),
        ('cadre_way_to_several_cities', 'cadre_reader'),
        ('cadre_way_to_several_cities', 'cadre_evaluator'),
        ('cadre_way_to_several_cities', 'cadre_publisher'),
        ('cadre_owner', 'cadre_operator'),
        ('cadre_reader', 'cadre_every_duty'),
        ('cadre_importer', 'cadre_every_duty'),
        ('cadre_evaluator', 'cadre_every_duty'),
        ('cadre_publisher', 'cadre_every_duty'),
        ('cadre_unmasker', 'cadre_every_duty'),
        ('cadre_auditor', 'cadre_every_duty'),
        ('cadre_access_administrator', 'cadre_every_duty'),
        ('cadre_reader', 'cadre_web'),
        ('cadre_importer', 'cadre_web'),
        ('cadre_evaluator', 'cadre_web'),
        ('cadre_publisher', 'cadre_web'),
        ('cadre_unmasker', 'cadre_web'),
        ('cadre_auditor', 'cadre_web'),
        ('cadre_access_administrator', 'cadre_web'),
        ('cadre_unit_reader', 'cadre_web'),
        ('cadre_several_cities', 'cadre_web')
    ) as w (role, member)
    where not exists (
      select
      from pg_auth_members m
      where m.roleid = w.role::regrole
        and m.member = w.member::regrole
    )
  loop
    execute format('grant %I to %I', way.role, way.member);
  end loop;
end
$ways$;

-- Only a superuser can say so: imports and judgements, which have looked up every reference themselves, are quicker where they
-- may silence the triggers of foreign keys. And nobody is exempt from row-level security any more.
do $settings$
begin
  if (select r.rolsuper from pg_roles r where r.rolname = current_user) then
    if current_setting('server_version_num')::integer >= 150000 then
      if not has_parameter_privilege('cadre_owner', 'session_replication_role', 'set') then
        execute 'grant set on parameter session_replication_role to cadre_owner';
      end if;
    end if;
    if (select r.rolbypassrls from pg_roles r where r.rolname = 'cadre_importer') then
      alter role cadre_importer nobypassrls;
    end if;
  end if;
end
$settings$;
