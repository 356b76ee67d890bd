-- Three ways to work with the data. `cadre migrate --roles` applies this folder, then turns row-level security on for
-- every table with a city_code. A login works as one of them, which then owns the partitions that it makes:
--   grant cadre_evaluator to someone;
--   alter role someone set role cadre_evaluator;
-- A role that exists stays as it is.

-- Reads one city at a time: the one that `set local cadre.city_code` names.
create role cadre_reader nologin;

-- Judges and stores results, one city at a time.
create role cadre_evaluator nologin;

-- Loads deliveries. COPY cannot write under row-level security, so this role is exempt from it; the program binds the
-- one city_code that it writes.
create role cadre_importer nologin bypassrls;
