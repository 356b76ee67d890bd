-- Who judges a year reads that year's rows of a city, and no others: they lie together, in the key and, from a city's
-- first load on, in the table.
alter table training_years drop constraint training_years_key;
alter table training_years add constraint training_years_key primary key (city_code, year, person_id);
