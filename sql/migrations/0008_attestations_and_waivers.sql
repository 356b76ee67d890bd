create table attestations (
  city_code text not null references cities,
  attestation_id text not null,
  unit_id text not null,
  clause text not null,
  made_on date not null,
  conclusion text not null,
  note text,
  constraint attestations_key primary key (city_code, attestation_id),
  constraint attestations_conclusion_known check (conclusion in ('done', 'partly', 'not_done')),
  constraint attestations_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id)
);

create index attestations_by_unit_id on attestations (city_code, unit_id);

comment on table attestations is '条款自查：单位对一个条款的一次填报，每行一次';
comment on column attestations.city_code is '城市代码：交来本行的城市（cities）';
comment on column attestations.attestation_id is '编号';
comment on column attestations.unit_id is '单位编号（units）';
comment on column attestations.clause is '条款：目录中的条款编号，如 shaoxing.8';
comment on column attestations.made_on is '填报日期';
comment on column attestations.conclusion is '结论：done 已落实，partly 部分落实，not_done 未落实';
comment on column attestations.note is '说明';

create table waivers (
  city_code text not null references cities,
  waiver_id text not null,
  indicator text not null,
  subject_id text not null,
  approved_on date not null,
  approved_by text not null,
  basis text not null,
  valid_from date not null,
  valid_to date not null,
  constraint waivers_key primary key (city_code, waiver_id),
  constraint waivers_valid_from_before_valid_to check (valid_to >= valid_from)
);

comment on table waivers is '豁免：对一个对象、一个指标批准的一次有期限的例外，每行一次';
comment on column waivers.city_code is '城市代码：交来本行的城市（cities）';
comment on column waivers.waiver_id is '编号';
comment on column waivers.indicator is '指标：目录中的指标编号';
comment on column waivers.subject_id is '对象编号，与结果中的写法相同';
comment on column waivers.approved_on is '批准日期';
comment on column waivers.approved_by is '批准机关';
comment on column waivers.basis is '依据';
comment on column waivers.valid_from is '有效期起';
comment on column waivers.valid_to is '有效期止：总有期限';
