-- The owner of all that is cadre's, and the duties. Roles are those of the whole server: another database's program may make
-- them at the same moment. One that exists stays as it is. None of them can log in, and none is exempt from row-level security.
do $roles$
declare
  wanted record;
begin
  for wanted in
    select *
    from (
      values
        -- Owns schema, tables, functions; has no duty and sees no city.
        ('cadre_owner', 'nologin noinherit'),
        -- Owns the two functions that give and take access, and nothing else: whoever acts as the owner of the tables cannot
        -- hand out cities.
        ('cadre_granter', 'nologin noinherit'),
        -- Duties. A login has one by being a member; which cities it sees is said apart, by cadre_city_<code>.
        ('cadre_reader', 'nologin'),
        ('cadre_importer', 'nologin'),
        ('cadre_evaluator', 'nologin'),
        ('cadre_publisher', 'nologin'),
        ('cadre_unmasker', 'nologin'),
        ('cadre_auditor', 'nologin'),
        ('cadre_access_administrator', 'nologin'),
        -- Migrates: acts as the owner when it says so (`set role`), and inherits none of its rights otherwise.
        ('cadre_operator', 'nologin noinherit'),
        -- The login of the pages' server is a member. It may become each duty that an account can have, inherits the rights of
        -- none, and the boundary asks the account (sql/migrations/0040_web_boundary.sql).
        ('cadre_web', 'nologin noinherit'),
        -- What a transaction of an account of one unit becomes.
        ('cadre_unit_reader', 'nologin'),
        -- What a transaction becomes that reads several cities at once.
        ('cadre_several_cities', 'nologin'),
        -- The way to it: whoever reads may become it, and is not it without asking.
        ('cadre_way_to_several_cities', 'nologin noinherit'),
        -- What a superuser's session becomes before it works with data, so that the boundary holds for it as for any other.
        ('cadre_every_duty', 'nologin')
    ) as r (name, attributes)
    where to_regrole(r.name) is null
  loop
    begin
      execute format('create role %I %s', wanted.name, wanted.attributes);
    exception
      when duplicate_object or unique_violation then null;
    end;
  end loop;
end
$roles$;

-- Who made the roles and is no superuser must be a member of those that he makes things for.
do $member$
declare
  made_for name;
begin
  foreach made_for in array array['cadre_owner', 'cadre_granter']::name[] loop
    if not pg_has_role(current_user, made_for, 'member')
      and (select r.rolcreaterole from pg_roles r where r.rolname = current_user)
    then
      execute format('grant %I to %I', made_for, current_user);
    end if;
  end loop;
end
$member$;
