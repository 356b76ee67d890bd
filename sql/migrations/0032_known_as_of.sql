-- A run may judge what had been handed in by an earlier import.
alter table cadre.runs add column known_as_of integer;

alter table cadre.runs add constraint runs_known_as_of_exists foreign key (city_code, known_as_of)
  references cadre.imports (city_code, import_number);

comment on column cadre.runs.known_as_of is '已知截至：只计到该次导入（imports）为止报送的数据；空为当时全部数据';
