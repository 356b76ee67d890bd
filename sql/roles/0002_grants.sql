-- What each duty may do; which cities' rows it sees and writes is row-level security's. What was given before goes first.
do $nothing$
declare
  given record;
begin
  for given in
    select
      c.oid::regclass as name,
      pg_get_userbyid(a.grantee) as grantee
    from pg_class c
    cross join lateral aclexplode(c.relacl) as a
    where c.relnamespace = 'cadre'::regnamespace
      and c.relkind in ('r', 'p')
      and a.grantee <> c.relowner
    group by
      c.oid,
      a.grantee
  loop
    if given.grantee like 'cadre\_%' then execute format('revoke all on %s from %I', given.name, given.grantee); end if;
  end loop;
end
$nothing$;

revoke create on schema cadre from public, cadre_reader, cadre_evaluator, cadre_importer;

grant usage on schema cadre to
  cadre_reader, cadre_importer, cadre_evaluator, cadre_publisher, cadre_unmasker, cadre_auditor, cadre_access_administrator,
  cadre_operator, cadre_several_cities, cadre_web, cadre_unit_reader;

-- What the database is, which everyone's program looks at first; the cities, and the calendar.
grant select on schema_migrations, schema_shape, cities, workdays to
  cadre_reader, cadre_importer, cadre_evaluator, cadre_publisher, cadre_unmasker, cadre_auditor, cadre_access_administrator,
  cadre_operator, cadre_several_cities, cadre_web, cadre_unit_reader;

do $data$
declare
  -- Written by judging, and by publishing.
  judged text[] := array['runs', 'run_indicators', 'result_sets', 'results', 'unit_tallies', 'publication_runs'];
  -- Only ever added to.
  kept text[] := array['journal', 'former_training_years', 'digest_changes', 'imports', 'import_files'];
  part record;
begin
  for part in
    select
      c.oid::regclass as name,
      coalesce(w.relname, c.relname) as whole
    from pg_class c
    left join pg_inherits i on i.inhrelid = c.oid
    left join pg_class w on w.oid = i.inhparent
    where c.relnamespace = 'cadre'::regnamespace
      and c.relkind in ('r', 'p')
      and exists (
        select
        from pg_attribute a
        where a.attrelid = c.oid
          and a.attname = 'city_code'
          and not a.attisdropped
      )
      and c.relname <> 'cities'
  loop
    execute format(
      'grant select on %s to cadre_reader, cadre_importer, cadre_evaluator, cadre_publisher, cadre_several_cities', part.name);
    if part.whole = any (judged) then continue; end if;
    execute format('grant insert on %s to cadre_importer', part.name);
    if part.whole <> all (kept) then execute format('grant update, delete on %s to cadre_importer', part.name); end if;
    -- Runs are written once; their results can be made again.
    if part.whole = 'digest_changes' then execute format('grant insert on %s to cadre_evaluator', part.name); end if;
  end loop;
  for part in
    select
      c.oid::regclass as name,
      coalesce(w.relname, c.relname) as whole
    from pg_class c
    left join pg_inherits i on i.inhrelid = c.oid
    left join pg_class w on w.oid = i.inhparent
    where c.relnamespace = 'cadre'::regnamespace
      and coalesce(w.relname, c.relname) in ('result_sets', 'results', 'unit_tallies')
      and c.relkind in ('r', 'p')
  loop
    execute format('grant insert, update, delete on %s to cadre_evaluator', part.name);
  end loop;
end
$data$;

grant insert on runs, run_indicators to cadre_evaluator;

-- Who may see numbers of identity seals them anew by another key: in the rows of persons, and in the journal, where a trigger lets
-- nothing else be changed.
grant select on imports, digest_changes, persons, journal, identity_keys to cadre_unmasker;

grant update (id_number) on persons to cadre_unmasker;

grant update (row_before, row_digest) on journal to cadre_unmasker;

grant insert on digest_changes to cadre_unmasker;

grant insert, update on identity_keys to cadre_unmasker;

-- What was published nobody changes.
grant select on publications to
  cadre_reader, cadre_importer, cadre_evaluator, cadre_publisher, cadre_auditor, cadre_several_cities;

grant select on publication_contents to cadre_reader, cadre_evaluator, cadre_publisher, cadre_several_cities;

grant insert on publication_contents, publication_runs to cadre_publisher;

grant execute on function append_publication(bigint, text, text, bytea) to cadre_publisher;

-- A city's first import makes its parts of the largest tables.
grant execute on function
  make_city_part(text, text, integer),
  finish_city_part(text, text, text[]),
  refresh_statistics(text, text[]),
  store_city(text, text, text, text, text)
to cadre_importer;

grant execute on function silence_references(text) to cadre_importer, cadre_evaluator;

-- A judgement makes parts of results and tallies, and drops those that it supersedes.
grant execute on function
  make_result_part(text, text, text),
  index_results(text, text),
  attach_result_part(text, text, text),
  drop_result_part(text, text, text)
to cadre_evaluator;

-- Whoever hands something out appends to the log; only auditors read it, and nobody writes it otherwise.
grant execute on function
  append_audit_entry(text, text, text, text, text, text, text, text, date, text, text)
to
  cadre_reader, cadre_importer, cadre_evaluator, cadre_publisher, cadre_unmasker, cadre_auditor, cadre_access_administrator,
  cadre_operator, cadre_several_cities, cadre_unit_reader;

grant execute on function chain_head(text) to
  cadre_reader, cadre_importer, cadre_evaluator, cadre_publisher, cadre_auditor, cadre_several_cities, cadre_unit_reader;

grant execute on function import_record_digest(text, integer) to cadre_importer, cadre_auditor;

grant execute on function
  imports_unlike_log(),
  publication_file_digest(bigint, text),
  publication_paths(bigint)
to cadre_auditor;

grant select on audit_entries, chain_heads to cadre_auditor;

-- Who may do what is given by one officer, and seen by the others.
grant usage on schema cadre to cadre_granter;

grant execute on function
  demand(text[], text),
  actor(),
  look_at_grant(text, text, text),
  refuse_joined_duties(text, text, text),
  duties(),
  access_list(),
  append_audit_entry(text, text, text, text, text, text, text, text, date, text, text)
to cadre_granter;

grant execute on function duties(), access_list() to cadre_access_administrator, cadre_auditor, cadre_operator;

-- The login of the pages' server signs accounts in; all else it does as one of them.
grant execute on function
  sign_in_salt(text, text),
  sign_in(text, bytea, bytea, text, text, text, text),
  pending_second_factor(),
  finish_sign_in(bigint, text, bytea, text, text),
  open_link(text, bytea, text),
  enrol(text, bytea, bytea, bigint, bytea[], text, text),
  see_session(),
  own_sessions(),
  end_sessions(bigint, bytea, text, text),
  own_salt(),
  change_password(bytea, bytea, bytea, text, text),
  replace_recovery_codes(bytea, bytea[], text, text),
  set_own_language(text)
to cadre_web;

-- Accounts are made and disabled by who gives access, and seen by who looks after it.
grant execute on function
  add_account(text, text, text, text[], text[], text, bytea, text, text),
  change_account(text, text[], text[], text, text, text),
  disable_account(text, boolean, text, text),
  reset_account(text, bytea, text, text)
to cadre_access_administrator;

grant execute on function account_list() to cadre_access_administrator, cadre_auditor;

-- Whoever reads one unit reads the tables whose rows a policy narrows to it, and what a city was judged by.
do $unit$
declare
  narrowed record;
begin
  for narrowed in
    select c.oid::regclass as name
    from pg_class c
    join pg_policy p on p.polrelid = c.oid and p.polname = 'own_unit'
    where c.relnamespace = 'cadre'::regnamespace
  loop
    execute format('grant select on %s to cadre_unit_reader', narrowed.name);
  end loop;
end
$unit$;

grant select on runs, run_indicators, result_sets, imports, import_files, training_classes to cadre_unit_reader;
