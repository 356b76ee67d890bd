-- What the roles had in databases from before cadre had a schema of its own.
revoke create on schema public from cadre_reader, cadre_evaluator, cadre_importer;

revoke references on cities, units, persons, villages from cadre_importer;

revoke create on schema cadre from public, cadre_reader, cadre_evaluator, cadre_importer;

grant usage on schema cadre to cadre_reader, cadre_evaluator, cadre_importer, cadre_auditor;

grant select on all tables in schema cadre to cadre_reader, cadre_evaluator, cadre_importer;

-- An import writes the tables of data. The record of applied migrations is the owner's, and runs are the evaluator's.
grant insert, update, delete on all tables in schema cadre to cadre_importer;

revoke insert, update, delete on schema_migrations from cadre_importer;

revoke insert, update, delete on runs, run_indicators, result_sets, results, unit_tallies from cadre_importer;

-- What was noted of changes stays, in every city's part.
do $journal$
declare
  kept regclass;
begin
  for kept in
    select 'cadre.journal'::regclass
    union all
    select i.inhrelid::regclass
    from pg_inherits i
    where i.inhparent = 'cadre.journal'::regclass
  loop
    execute format('revoke update, delete on %s from cadre_importer', kept);
  end loop;
end
$journal$;

-- What tables must hold is noted by whoever changes them, and stays.
revoke update, delete on digest_changes from cadre_importer;

grant insert on digest_changes to cadre_evaluator;

-- Runs are written once; their results can be made again.
revoke update, delete on runs, run_indicators from cadre_evaluator;

grant insert on runs, run_indicators to cadre_evaluator;

grant insert, update, delete on result_sets, results, unit_tallies to cadre_evaluator;

-- A city's first import makes its partitions of the largest tables.
grant execute on function
  make_city_part(text, text, integer),
  finish_city_part(text, text, text[]),
  refresh_statistics(text, text[])
to cadre_importer;

-- A judgement makes partitions of results and tallies, and drops those that it supersedes.
grant execute on function
  make_result_part(text, text),
  index_results(text),
  attach_result_part(text, text),
  drop_result_part(text, text, text)
to cadre_evaluator;

-- Whoever hands something out appends to the log; only auditors read it, and nobody writes it otherwise.
revoke all on audit_entries, chain_heads from cadre_reader, cadre_evaluator, cadre_importer;

grant execute on function
  append_audit_entry(text, text, text, text, text, text, text, text, date, text, text)
to cadre_reader, cadre_evaluator, cadre_importer, cadre_auditor;

grant execute on function import_record_digest(text, integer) to cadre_importer, cadre_auditor;

grant execute on function imports_unlike_log() to cadre_auditor;

grant select on schema_migrations, schema_shape, cities, workdays, audit_entries, chain_heads to cadre_auditor;

-- Who judges may publish; what was published nobody changes, and it can be verified with its results by whoever may read them.
revoke insert, update, delete on publications, publication_contents, publication_runs from cadre_importer;

grant insert on publication_contents, publication_runs to cadre_evaluator;

grant execute on function append_publication(bigint, text, text, bytea) to cadre_evaluator;

grant execute on function chain_head(text) to cadre_reader, cadre_evaluator, cadre_importer, cadre_auditor;

grant select on publications, publication_contents to cadre_auditor;
