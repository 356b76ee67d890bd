-- What rules look up case by case: the measures taken against a unit and its inspections, those who hold a village's offices
-- and their vettings, a candidate's vettings. Without an index each case read the whole table: of a city of a hundred thousand
-- persons that took longer than to judge most of its duties. The tables are small, and so are these.
create index measures_by_subject_id on cadre.measures (city_code, subject_id);

create index village_cadres_by_village_id on cadre.village_cadres (city_code, village_id);

create index village_vettings_by_village_id on cadre.village_vettings (village_id);

create index political_vettings_by_person_id on cadre.political_vettings (city_code, person_id);

create index inspections_by_unit_id on cadre.inspections (city_code, unit_id);
