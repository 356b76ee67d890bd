-- Spreads the data over the workers of a Citus cluster (12 or later), by city. Run once, after `cadre migrate` and before
-- the first import, statement by statement:
--   psql --file sql/citus/distribute.sql "$DATABASE_URL"
-- What all cities share is copied to every worker; a city's rows of all tables lie together on one.
create extension if not exists citus;

set search_path to cadre, pg_catalog, pg_temp;

select create_reference_table('cities');
select create_reference_table('workdays');

select create_distributed_table('units', 'city_code');
select create_distributed_table('persons', 'city_code', colocate_with => 'units');
select create_distributed_table('posts', 'city_code', colocate_with => 'units');
select create_distributed_table('charges', 'city_code', colocate_with => 'units');
select create_distributed_table('passports', 'city_code', colocate_with => 'units');
select create_distributed_table('training_classes', 'city_code', colocate_with => 'units');
select create_distributed_table('training_records', 'city_code', colocate_with => 'units');
select create_distributed_table('training_years', 'city_code', colocate_with => 'units');
select create_distributed_table('talks', 'city_code', colocate_with => 'units');
select create_distributed_table('activities', 'city_code', colocate_with => 'units');
select create_distributed_table('leaves', 'city_code', colocate_with => 'units');
select create_distributed_table('handovers', 'city_code', colocate_with => 'units');
select create_distributed_table('scores', 'city_code', colocate_with => 'units');
select create_distributed_table('score_items', 'city_code', colocate_with => 'units');
select create_distributed_table('assessments', 'city_code', colocate_with => 'units');
select create_distributed_table('measures', 'city_code', colocate_with => 'units');
select create_distributed_table('recall_rounds', 'city_code', colocate_with => 'units');
select create_distributed_table('political_vettings', 'city_code', colocate_with => 'units');
select create_distributed_table('selections', 'city_code', colocate_with => 'units');
select create_distributed_table('interventions', 'city_code', colocate_with => 'units');
select create_distributed_table('commitments', 'city_code', colocate_with => 'units');
select create_distributed_table('declarations', 'city_code', colocate_with => 'units');
select create_distributed_table('risk_points', 'city_code', colocate_with => 'units');
select create_distributed_table('inspections', 'city_code', colocate_with => 'units');
select create_distributed_table('inspection_places', 'city_code', colocate_with => 'units');
select create_distributed_table('findings', 'city_code', colocate_with => 'units');
select create_distributed_table('rectifications', 'city_code', colocate_with => 'units');
select create_distributed_table('decisions', 'city_code', colocate_with => 'units');
select create_distributed_table('archives', 'city_code', colocate_with => 'units');
select create_distributed_table('petitions', 'city_code', colocate_with => 'units');
select create_distributed_table('tolerance_cases', 'city_code', colocate_with => 'units');
select create_distributed_table('verifications', 'city_code', colocate_with => 'units');
select create_distributed_table('burdens', 'city_code', colocate_with => 'units');
select create_distributed_table('welfare', 'city_code', colocate_with => 'units');
select create_distributed_table('pay', 'city_code', colocate_with => 'units');
select create_distributed_table('places', 'city_code', colocate_with => 'units');
select create_distributed_table('villages', 'city_code', colocate_with => 'units');
select create_distributed_table('village_cadres', 'city_code', colocate_with => 'units');
select create_distributed_table('village_vettings', 'city_code', colocate_with => 'units');
select create_distributed_table('village_ratings', 'city_code', colocate_with => 'units');
select create_distributed_table('village_supports', 'city_code', colocate_with => 'units');
select create_distributed_table('village_projects', 'city_code', colocate_with => 'units');
select create_distributed_table('attestations', 'city_code', colocate_with => 'units');
select create_distributed_table('documents', 'city_code', colocate_with => 'units');
select create_distributed_table('waivers', 'city_code', colocate_with => 'units');
select create_distributed_table('imports', 'city_code', colocate_with => 'units');
select create_distributed_table('import_files', 'city_code', colocate_with => 'units');
select create_distributed_table('touched_persons', 'city_code', colocate_with => 'units');
select create_distributed_table('digest_changes', 'city_code', colocate_with => 'units');
select create_distributed_table('touched_units', 'city_code', colocate_with => 'units');
select create_distributed_table('journal', 'city_code', colocate_with => 'units');
select create_distributed_table('former_training_years', 'city_code', colocate_with => 'units');
select create_distributed_table('former_training_years_since', 'city_code', colocate_with => 'units');
select create_distributed_table('identity_keys', 'city_code', colocate_with => 'units');
select create_distributed_table('contradictions', 'city_code', colocate_with => 'units');
select create_distributed_table('runs', 'city_code', colocate_with => 'units');
select create_distributed_table('result_sets', 'city_code', colocate_with => 'units');
select create_distributed_table('publication_runs', 'city_code', colocate_with => 'units');
select create_distributed_table('run_indicators', 'city_code', colocate_with => 'units');
select create_distributed_table('results', 'city_code', colocate_with => 'units');
select create_distributed_table('unit_tallies', 'city_code', colocate_with => 'units');
