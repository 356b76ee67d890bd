-- Four ways to work with the data. `cadre migrate --roles` applies this folder, then turns row-level security on for
-- every table with a city_code. A login works as one of them:
--   grant cadre_evaluator to someone;
--   alter role someone set role cadre_evaluator;
-- None of them owns or makes anything in our schema: partitions that an import or a judgement needs are made by functions of
-- the schema's owner. A role that exists stays as it is. Where you may not make roles, have an administrator make the four.
do $roles$
begin
  -- Reads one city at a time: the one that `set local cadre.city_code` names.
  if to_regrole('cadre_reader') is null then
    create role cadre_reader nologin;
  end if;
  -- Judges and stores results, one city at a time.
  if to_regrole('cadre_evaluator') is null then
    create role cadre_evaluator nologin;
  end if;
  -- Loads deliveries. COPY cannot write under row-level security, so this role is exempt from it; the program binds the
  -- one city_code that it writes.
  if to_regrole('cadre_importer') is null then
    create role cadre_importer nologin bypassrls;
  end if;
  -- Reads and verifies the log of who looked, and the publications; no city's data.
  if to_regrole('cadre_auditor') is null then
    create role cadre_auditor nologin;
  end if;
end
$roles$;
