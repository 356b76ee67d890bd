-- The tables next in size get a part for each city, as the largest have: to keep a key while rows come in one by one
-- takes the server several times as long as to build it afterwards.
alter table scores rename to scores_earlier;
alter table scores_earlier rename constraint scores_key to scores_earlier_key;
create table scores (like scores_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table scores add constraint scores_key primary key (city_code, person_id, half);
alter table scores attach partition scores_earlier default;
comment on table scores is '分档考评：一人一个半年的考评分，每行一个；按城市分区，引用由导入程序核对，不设外键';

alter table score_items rename to score_items_earlier;
alter table score_items_earlier rename constraint score_items_key to score_items_earlier_key;
create table score_items (like score_items_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table score_items add constraint score_items_key primary key (city_code, item_id);
alter table score_items attach partition score_items_earlier default;
comment on table score_items is '专项分：一人一个半年里的一次加分或扣分，每行一次；按城市分区，引用由导入程序核对，不设外键';

alter table selections rename to selections_earlier;
alter table selections_earlier rename constraint selections_key to selections_earlier_key;
create table selections (like selections_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table selections add constraint selections_key primary key (city_code, selection_id);
alter table selections add constraint selections_city_code_fkey foreign key (city_code) references cities;
alter table selections add constraint selections_person_id_exists foreign key (city_code, person_id)
  references persons (city_code, person_id);
alter table selections add constraint selections_unit_id_exists foreign key (city_code, unit_id)
  references units (city_code, unit_id);
alter table selections attach partition selections_earlier default;
comment on table selections is '选拔任用：一人的一次提拔或转任及其程序各环节的日期，每行一次；按城市分区';

alter table commitments rename to commitments_earlier;
alter table commitments_earlier rename constraint commitments_key to commitments_earlier_key;
create table commitments (like commitments_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table commitments add constraint commitments_key primary key (city_code, commitment_id);
alter table commitments add constraint commitments_city_code_fkey foreign key (city_code) references cities;
alter table commitments add constraint commitments_person_id_exists foreign key (city_code, person_id)
  references persons (city_code, person_id);
alter table commitments attach partition commitments_earlier default;
comment on table commitments is '承诺书：一人签订的一份，每行一份；按城市分区';

alter table decisions rename to decisions_earlier;
alter table decisions_earlier rename constraint decisions_key to decisions_earlier_key;
create table decisions (like decisions_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table decisions add constraint decisions_key primary key (city_code, decision_id);
alter table decisions add constraint decisions_city_code_fkey foreign key (city_code) references cities;
alter table decisions add constraint decisions_unit_id_exists foreign key (city_code, unit_id)
  references units (city_code, unit_id);
alter table decisions attach partition decisions_earlier default;
comment on table decisions is '集体决策：单位的一次集体决策，每行一次；按城市分区';

alter table archives rename to archives_earlier;
alter table archives_earlier rename constraint archives_key to archives_earlier_key;
create table archives (like archives_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table archives add constraint archives_key primary key (city_code, archive_id);
alter table archives attach partition archives_earlier default;
comment on table archives is '监督档案：一人或一单位档案中的一份材料，每行一份；按城市分区，引用由导入程序核对，不设外键';

alter table village_vettings rename to village_vettings_earlier;
alter table village_vettings_earlier rename constraint village_vettings_key to village_vettings_earlier_key;
create table village_vettings (like village_vettings_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table village_vettings add constraint village_vettings_key primary key (city_code, vetting_id);
alter table village_vettings add constraint village_vettings_city_code_fkey foreign key (city_code) references cities;
alter table village_vettings add constraint village_vettings_person_id_exists foreign key (city_code, person_id)
  references persons (city_code, person_id);
alter table village_vettings add constraint village_vettings_village_id_exists foreign key (city_code, village_id)
  references villages (city_code, village_id);
alter table village_vettings attach partition village_vettings_earlier default;
comment on table village_vettings is '资格联审：对一名村干部人选的一次联审，每行一次；按城市分区';

alter table attestations rename to attestations_earlier;
alter table attestations_earlier rename constraint attestations_key to attestations_earlier_key;
create table attestations (like attestations_earlier including defaults including constraints including comments)
  partition by list (city_code);
alter table attestations add constraint attestations_key primary key (city_code, attestation_id);
alter table attestations add constraint attestations_city_code_fkey foreign key (city_code) references cities;
alter table attestations add constraint attestations_unit_id_exists foreign key (city_code, unit_id)
  references units (city_code, unit_id);
alter table attestations attach partition attestations_earlier default;
comment on table attestations is '条款自查：单位对一个条款的一次填报，每行一次；按城市分区';
