-- An account of one unit sees that unit and those below it, and whoever holds a post there. Its transactions are of a role of
-- their own, cadre_unit_reader, and the policies that narrow what is seen are that role's alone: nobody else's statement is planned
-- or run otherwise. It reads tables whole, never a part of one by its name.

-- The unit of the account and those below it, in the city that the transaction is about.
create function cadre.units_seen() returns setof text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  own cadre.accounts := cadre.session_account();
begin
  return query
    with recursive below as (
      select u.unit_id
      from cadre.units u
      where u.city_code = cadre.city()
        and u.unit_id = own.unit_id
      union
      select u.unit_id
      from below b
      join cadre.units u on u.city_code = cadre.city() and u.parent_unit_id = b.unit_id
    )
    select b.unit_id
    from below b;
end
$$;

-- Who holds a post in them, or held the last one there.
create function cadre.persons_seen() returns setof text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    with at_home as (
      select p.person_id
      from cadre.posts p
      where p.city_code = cadre.city()
        and p.unit_id in (select cadre.units_seen())
      group by p.person_id
    ),
    lasting as (
      select
        p.person_id,
        p.unit_id,
        p.ended_on,
        max(coalesce(p.ended_on, 'infinity')) over (partition by p.person_id) as last_on
      from at_home h
      join cadre.posts p on p.city_code = cadre.city() and p.person_id = h.person_id
    )
    select distinct l.person_id
    from lasting l
    where coalesce(l.ended_on, 'infinity') = l.last_on
      and l.unit_id in (select cadre.units_seen());
end
$$;

-- Which rows of which table.
do $narrow$
declare
  unit constant text := 'unit_id in (select cadre.units_seen())';
  person constant text := 'person_id in (select cadre.persons_seen())';
  subject constant text :=
    'case subject_kind when ''unit'' then subject_id in (select cadre.units_seen()) '
    'else subject_id in (select cadre.persons_seen()) end';
  inspected constant text := 'inspection_id in (select i.inspection_id from cadre.inspections i)';
  narrowed record;
begin
  for narrowed in
    select *
    from (
      values
        ('units', unit),
        ('persons', person),
        ('posts', person || ' or ' || unit),
        ('charges', person || ' or ' || unit),
        ('passports', person),
        ('training_records', person),
        ('training_years', person),
        ('talks', 'from_person_id in (select cadre.persons_seen()) or to_person_id in (select cadre.persons_seen())'),
        ('activities', person || ' or ' || unit),
        ('leaves', person),
        ('handovers', person),
        ('scores', person),
        ('score_items', person),
        ('assessments', subject),
        ('measures', subject),
        ('recall_rounds', person),
        ('political_vettings', person),
        ('selections', person || ' or ' || unit),
        ('interventions', unit),
        ('commitments', person),
        ('declarations', person),
        ('risk_points', unit),
        ('inspections', unit),
        ('inspection_places', inspected),
        ('findings', inspected),
        ('rectifications', inspected),
        ('decisions', unit),
        ('archives', subject),
        ('petitions', person),
        ('tolerance_cases', unit),
        ('verifications', person),
        ('burdens', unit),
        ('welfare', person),
        ('places', unit),
        ('attestations', unit),
        ('documents', 'issuer_unit_id in (select cadre.units_seen())'),
        ('waivers', 'subject_id in (select cadre.units_seen()) or subject_id in (select cadre.persons_seen())'),
        ('results', unit),
        ('unit_tallies', unit),
        -- What is no unit's: pay of a whole city, and villages, which have their own officers.
        ('pay', 'false'),
        ('villages', 'false'),
        ('village_cadres', 'false'),
        ('village_vettings', 'false'),
        ('village_ratings', 'false'),
        ('village_supports', 'false'),
        ('village_projects', 'false')
    ) as n (name, rows)
  loop
    execute format(
      'create policy own_unit on cadre.%I as restrictive for select to cadre_unit_reader using (%s)', narrowed.name, narrowed.rows);
  end loop;
end
$narrow$;

-- A part has the rights that its table has, but those of who reads a unit: what narrows them is the table's.
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
      and a.grantee <> 'cadre_unit_reader'::regrole
  loop
    execute format('grant %s on %s to %s', granted.privilege, part, granted.grantee);
  end loop;
end
$$;

grant execute on function
  cadre.units_seen(),
  cadre.persons_seen()
to public;
