-- The second edition of the data contract: new tables.

create table cadre.passports (
  city_code text not null references cadre.cities,
  passport_id text not null,
  person_id text not null,
  kind text not null,
  issued_on date not null,
  handed_in_on date,
  constraint passports_key primary key (city_code, passport_id),
  constraint passports_kind_known check (kind in ('passport', 'hk_macau', 'taiwan')),
  constraint passports_person_id_exists foreign key (city_code, person_id)
    references cadre.persons (city_code, person_id)
) partition by list (city_code);

comment on table cadre.passports is '出国境证件：一人的一本护照或一张通行证，每行一本；按城市分区';
comment on column cadre.passports.city_code is '城市代码：交来本行的城市（cities）';
comment on column cadre.passports.passport_id is '证件编号：自编号，不是证件号码';
comment on column cadre.passports.person_id is '人员编号（persons）';
comment on column cadre.passports.kind is '证件类型：passport 护照，hk_macau 港澳通行证，taiwan 台湾通行证';
comment on column cadre.passports.issued_on is '签发日期';
comment on column cadre.passports.handed_in_on is '上交日期';

create table cadre.inspection_places (
  city_code text not null references cadre.cities,
  inspection_id text not null,
  place_id text not null,
  constraint inspection_places_key primary key (city_code, inspection_id, place_id),
  constraint inspection_places_inspection_id_exists foreign key (city_code, inspection_id)
    references cadre.inspections (city_code, inspection_id),
  constraint inspection_places_place_id_exists foreign key (city_code, place_id)
    references cadre.places (city_code, place_id)
);

comment on table cadre.inspection_places is '巡察到村：一次巡察到过的一个地点，每行一个';
comment on column cadre.inspection_places.city_code is '城市代码：交来本行的城市（cities）';
comment on column cadre.inspection_places.inspection_id is '检查编号（inspections）';
comment on column cadre.inspection_places.place_id is '地点编号（places）';

create table cadre.findings (
  city_code text not null references cadre.cities,
  finding_id text not null,
  inspection_id text not null,
  found_on date not null,
  person_id text,
  cause text,
  responsible_person_id text,
  measure_id text,
  corrected_on date,
  constraint findings_key primary key (city_code, finding_id),
  constraint findings_inspection_id_exists foreign key (city_code, inspection_id)
    references cadre.inspections (city_code, inspection_id),
  constraint findings_person_id_exists foreign key (city_code, person_id)
    references cadre.persons (city_code, person_id),
  constraint findings_responsible_person_id_exists foreign key (city_code, responsible_person_id)
    references cadre.persons (city_code, person_id),
  constraint findings_measure_id_exists foreign key (city_code, measure_id)
    references cadre.measures (city_code, measure_id)
);

comment on table cadre.findings is '巡察发现问题：巡察发现的一个问题及其整改，每行一个';
comment on column cadre.findings.city_code is '城市代码：交来本行的城市（cities）';
comment on column cadre.findings.finding_id is '问题编号';
comment on column cadre.findings.inspection_id is '检查编号（inspections）';
comment on column cadre.findings.found_on is '发现日期';
comment on column cadre.findings.person_id is '人员编号（persons）：问题所涉及的人';
comment on column cadre.findings.cause is '原因';
comment on column cadre.findings.responsible_person_id is '责任人编号（persons）';
comment on column cadre.findings.measure_id is '措施编号（measures）：对问题采取的组织措施';
comment on column cadre.findings.corrected_on is '整改日期';

create table cadre.verifications (
  city_code text not null references cadre.cities,
  verification_id text not null,
  person_id text not null,
  kind text not null,
  result text not null,
  verified_on date not null,
  handled_on date,
  constraint verifications_key primary key (city_code, verification_id),
  constraint verifications_kind_known check (kind in ('random', 'key', 'selection')),
  constraint verifications_result_known check (result in ('consistent', 'omitted', 'concealed')),
  constraint verifications_person_id_exists foreign key (city_code, person_id)
    references cadre.persons (city_code, person_id)
);

comment on table cadre.verifications is '个人事项查核：对一人个人有关事项报告的一次查核，每行一次';
comment on column cadre.verifications.city_code is '城市代码：交来本行的城市（cities）';
comment on column cadre.verifications.verification_id is '编号';
comment on column cadre.verifications.person_id is '人员编号（persons）';
comment on column cadre.verifications.kind is '查核类型：random 随机抽查，key 重点查核，selection 凡提必核';
comment on column cadre.verifications.result is '查核结果：consistent 一致，omitted 漏报，concealed 瞒报';
comment on column cadre.verifications.verified_on is '查核日期';
comment on column cadre.verifications.handled_on is '处理日期';

create table cadre.burdens (
  city_code text not null references cadre.cities,
  unit_id text not null,
  year integer not null,
  meetings integer not null,
  documents integer not null,
  inspections integer not null,
  constraint burdens_key primary key (city_code, unit_id, year),
  constraint burdens_year_range check (year between 1900 and 2100),
  constraint burdens_meetings_range check (meetings >= 0),
  constraint burdens_documents_range check (documents >= 0),
  constraint burdens_inspections_range check (inspections >= 0),
  constraint burdens_unit_id_exists foreign key (city_code, unit_id)
    references cadre.units (city_code, unit_id)
);

comment on table cadre.burdens is '减负台账：一个单位一年的会议、文件、督查检查数，每行一年';
comment on column cadre.burdens.city_code is '城市代码：交来本行的城市（cities）';
comment on column cadre.burdens.unit_id is '单位编号（units）';
comment on column cadre.burdens.year is '年度';
comment on column cadre.burdens.meetings is '会议数';
comment on column cadre.burdens.documents is '文件数';
comment on column cadre.burdens.inspections is '督查检查数';

create table cadre.documents (
  city_code text not null references cadre.cities,
  document_id text not null,
  clause text not null,
  title text not null,
  issued_on date not null,
  issuer_unit_id text,
  constraint documents_key primary key (city_code, document_id),
  constraint documents_issuer_unit_id_exists foreign key (city_code, issuer_unit_id)
    references cadre.units (city_code, unit_id)
);

comment on table cadre.documents is '制度文件：为落实一个条款印发的一份文件，每行一份';
comment on column cadre.documents.city_code is '城市代码：交来本行的城市（cities）';
comment on column cadre.documents.document_id is '文件编号';
comment on column cadre.documents.clause is '条款：目录中的条款编号，如 quzhou.a1';
comment on column cadre.documents.title is '文件名称';
comment on column cadre.documents.issued_on is '印发日期';
comment on column cadre.documents.issuer_unit_id is '印发单位编号（units）';
