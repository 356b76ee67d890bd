grant usage on schema public to cadre_reader, cadre_evaluator, cadre_importer;

grant select on all tables in schema public to cadre_reader, cadre_evaluator, cadre_importer;

grant insert, update, delete on all tables in schema public to cadre_importer;

-- A city's first import makes its partitions of the largest tables, which takes the right to make tables and the
-- ownership of the partitioned ones.
grant create on schema public to cadre_importer;

grant references on cities, units, persons, villages to cadre_importer;

alter table posts owner to cadre_importer;
alter table talks owner to cadre_importer;
alter table activities owner to cadre_importer;
alter table leaves owner to cadre_importer;
alter table assessments owner to cadre_importer;
alter table welfare owner to cadre_importer;
alter table scores owner to cadre_importer;
alter table score_items owner to cadre_importer;
alter table selections owner to cadre_importer;
alter table commitments owner to cadre_importer;
alter table decisions owner to cadre_importer;
alter table archives owner to cadre_importer;
alter table village_vettings owner to cadre_importer;
alter table attestations owner to cadre_importer;
alter table passports owner to cadre_importer;
alter table training_records owner to cadre_importer;
alter table training_years owner to cadre_importer;

-- An evaluation makes its partitions of results and tallies.
grant create on schema public to cadre_evaluator;

grant insert, update, delete on runs, run_indicators to cadre_evaluator;

alter table results owner to cadre_evaluator;
alter table unit_tallies owner to cadre_evaluator;
