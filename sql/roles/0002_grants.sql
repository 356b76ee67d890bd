-- What the roles had in databases from before cadre had a schema of its own.
revoke create on schema public from cadre_reader, cadre_evaluator, cadre_importer;

revoke references on cities, units, persons, villages from cadre_importer;

revoke create on schema cadre from public, cadre_reader, cadre_evaluator, cadre_importer;

grant usage on schema cadre to cadre_reader, cadre_evaluator, cadre_importer;

grant select on all tables in schema cadre to cadre_reader, cadre_evaluator, cadre_importer;

-- Of what was applied to the schema nobody but its owner tells.
grant insert, update, delete on all tables in schema cadre to cadre_importer;

revoke insert, update, delete on schema_migrations from cadre_importer;

revoke insert, update, delete on runs, run_indicators, result_sets, results, unit_tallies from cadre_importer;

-- Runs are written once; their results can be made again.
revoke update, delete on runs, run_indicators from cadre_evaluator;

grant insert on runs, run_indicators to cadre_evaluator;

grant insert, update, delete on result_sets, results, unit_tallies to cadre_evaluator;

-- A city's first load makes its parts of the largest tables.
grant execute on function
  make_city_part(text, text, integer),
  finish_city_part(text, text, text[]),
  refresh_statistics(text, text[])
to cadre_importer;

-- A judging makes its parts of results and tallies, and drops those that it supersedes.
grant execute on function
  make_result_part(text, text),
  index_results(text),
  attach_result_part(text, text),
  drop_result_part(text, text, text)
to cadre_evaluator;
