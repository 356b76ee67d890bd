grant usage on schema public to cadre_reader, cadre_evaluator, cadre_importer;

grant select on all tables in schema public to cadre_reader, cadre_evaluator, cadre_importer;

grant insert, update, delete on all tables in schema public to cadre_importer;

-- A city's first import makes its partition of the training records, which takes the right to make tables and the
-- ownership of the partitioned one.
grant create on schema public to cadre_importer;

alter table training_records owner to cadre_importer;
alter table training_years owner to cadre_importer;
