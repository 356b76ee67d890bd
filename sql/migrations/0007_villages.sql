create table places (
  city_code text not null references cities,
  place_id text not null,
  kind text not null,
  name text not null,
  region_code text not null,
  unit_id text,
  parent_place_id text,
  constraint places_key primary key (city_code, place_id),
  constraint places_kind_known
    check (kind in (
      'township', 'village', 'natural_village', 'community', 'difficult_household'
    )),
  constraint places_region_code_form check (region_code ~ '^[0-9]{6}$'),
  constraint places_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id),
  constraint places_parent_place_id_exists foreign key (city_code, parent_place_id)
    references places (city_code, place_id)
);

create index places_by_unit_id on places (city_code, unit_id);
create index places_by_parent_place_id on places (city_code, parent_place_id);

comment on table places is '村组地点：乡镇、村、自然村、社区、困难户，每行一个';
comment on column places.city_code is '城市代码：交来本行的城市（cities）';
comment on column places.place_id is '地点编号';
comment on column places.kind is
  '类型：township 乡镇街道，village 行政村，natural_village 自然村，community 社区，difficult_household 困难户';
comment on column places.name is '名称';
comment on column places.region_code is '行政区划代码（GB/T 2260，六位），以本市前缀开头';
comment on column places.unit_id is '所属单位编号（units）：所在的乡镇';
comment on column places.parent_place_id is '上级地点（places）';

create table villages (
  city_code text not null references cities,
  village_id text not null,
  population integer not null,
  households integer not null,
  households_linked integer not null,
  grids integer not null,
  grids_with_branch integer not null,
  service_team boolean not null,
  lagging_since date,
  critical boolean not null,
  last_member_admitted_on date,
  members_under_36 integer not null,
  constraint villages_key primary key (city_code, village_id),
  constraint villages_village_id_exists foreign key (city_code, village_id)
    references places (city_code, place_id)
);

comment on table villages is '行政村：每行一个，编号即其地点编号';
comment on column villages.city_code is '城市代码：交来本行的城市（cities）';
comment on column villages.village_id is '村编号（places）';
comment on column villages.population is '人口';
comment on column villages.households is '户数';
comment on column villages.households_linked is '党员联户数';
comment on column villages.grids is '网格数';
comment on column villages.grids_with_branch is '建支部网格数';
comment on column villages.service_team is '组团联村';
comment on column villages.lagging_since is '列为后进日期';
comment on column villages.critical is '重点难点村';
comment on column villages.last_member_admitted_on is '最近发展党员日期';
comment on column villages.members_under_36 is '35岁以下党员数';

create table village_cadres (
  city_code text not null references cities,
  vc_id text not null,
  village_id text not null,
  person_id text not null,
  role text not null,
  graduate boolean not null,
  started_on date not null,
  ended_on date,
  filed_with_county_on date,
  constraint village_cadres_key primary key (city_code, vc_id),
  constraint village_cadres_role_known
    check (role in (
      'secretary', 'director', 'coop_head', 'committee', 'reserve'
    )),
  constraint village_cadres_started_on_before_ended_on check (ended_on >= started_on),
  constraint village_cadres_village_id_exists foreign key (city_code, village_id)
    references villages (city_code, village_id),
  constraint village_cadres_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id)
);

create index village_cadres_by_village_id on village_cadres (city_code, village_id);
create index village_cadres_by_person_id on village_cadres (city_code, person_id);

comment on table village_cadres is '村干部：一人在一个村的一段任职，每行一段';
comment on column village_cadres.city_code is '城市代码：交来本行的城市（cities）';
comment on column village_cadres.vc_id is '编号';
comment on column village_cadres.village_id is '村编号（villages）';
comment on column village_cadres.person_id is '人员编号（persons）';
comment on column village_cadres.role is
  '职务：secretary 村书记，director 村主任，coop_head 合作社负责人，committee 两委委员，reserve 书记后备';
comment on column village_cadres.graduate is '大学生';
comment on column village_cadres.started_on is '任职日期';
comment on column village_cadres.ended_on is '离任日期';
comment on column village_cadres.filed_with_county_on is '县级备案日期';

create table village_vettings (
  city_code text not null references cities,
  vetting_id text not null,
  village_id text not null,
  person_id text not null,
  kind text not null,
  held_on date not null,
  departments text[] not null default '{}',
  negative_hits integer not null,
  passed boolean not null,
  constraint village_vettings_key primary key (city_code, vetting_id),
  constraint village_vettings_kind_known check (kind in ('candidate', 'midterm')),
  constraint village_vettings_departments_known
    check (departments <@ array[
      'discipline', 'politics_law', 'petition', 'court', 'procuratorate', 'police', 'civil_affairs',
      'justice', 'natural_resources', 'ecology', 'agriculture', 'audit'
    ]),
  constraint village_vettings_negative_hits_range check (negative_hits >= 0),
  constraint village_vettings_village_id_exists foreign key (city_code, village_id)
    references villages (city_code, village_id),
  constraint village_vettings_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id)
);

create index village_vettings_by_village_id on village_vettings (city_code, village_id);
create index village_vettings_by_person_id on village_vettings (city_code, person_id);

comment on table village_vettings is '资格联审：对一名村干部人选的一次联审，每行一次';
comment on column village_vettings.city_code is '城市代码：交来本行的城市（cities）';
comment on column village_vettings.vetting_id is '编号';
comment on column village_vettings.village_id is '村编号（villages）';
comment on column village_vettings.person_id is '人员编号（persons）';
comment on column village_vettings.kind is '类型：candidate 候选人，midterm 届中';
comment on column village_vettings.held_on is '日期';
comment on column village_vettings.departments is
  '已出结论部门：discipline 纪检监察，politics_law 政法，petition 信访，court 法院，procuratorate 检察院，police 公安，'
  'civil_affairs 民政，justice 司法，natural_resources 自然资源，ecology 生态环境，agriculture 农业农村，audit 审计';
comment on column village_vettings.negative_hits is '负面清单项数';
comment on column village_vettings.passed is '通过';

create table village_ratings (
  city_code text not null references cities,
  rating_id text not null,
  village_id text not null,
  person_id text not null,
  rated_on date not null,
  color text not null,
  retrained_from date,
  retrained_to date,
  suspended_from date,
  suspended_to date,
  disposal text,
  disposed_on date,
  constraint village_ratings_key primary key (city_code, rating_id),
  constraint village_ratings_color_known check (color in ('red', 'yellow', 'grey')),
  constraint village_ratings_disposal_known
    check (disposal in (
      'resignation', 'removal', 'long_suspension', 'discipline', 'justice'
    )),
  constraint village_ratings_retrained_from_before_retrained_to check (retrained_to >= retrained_from),
  constraint village_ratings_suspended_from_before_suspended_to check (suspended_to >= suspended_from),
  constraint village_ratings_village_id_exists foreign key (city_code, village_id)
    references villages (city_code, village_id),
  constraint village_ratings_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id)
);

create index village_ratings_by_village_id on village_ratings (city_code, village_id);
create index village_ratings_by_person_id on village_ratings (city_code, person_id);

comment on table village_ratings is '三色评定：对一名村干部的一次评定，每行一次';
comment on column village_ratings.city_code is '城市代码：交来本行的城市（cities）';
comment on column village_ratings.rating_id is '编号';
comment on column village_ratings.village_id is '村编号（villages）';
comment on column village_ratings.person_id is '人员编号（persons）';
comment on column village_ratings.rated_on is '评定日期';
comment on column village_ratings.color is '颜色：red 红，yellow 黄，grey 灰';
comment on column village_ratings.retrained_from is '回炉起';
comment on column village_ratings.retrained_to is '回炉止';
comment on column village_ratings.suspended_from is '歇职起';
comment on column village_ratings.suspended_to is '歇职止';
comment on column village_ratings.disposal is
  '处理：resignation 责令辞职，removal 免职，long_suspension 长期歇职，discipline 纪律处分，justice 移送司法';
comment on column village_ratings.disposed_on is '处理日期';

create table village_supports (
  city_code text not null references cities,
  support_id text not null,
  village_id text not null,
  kind text not null,
  started_on date not null,
  ended_on date,
  constraint village_supports_key primary key (city_code, support_id),
  constraint village_supports_kind_known
    check (kind in (
      'county_leader', 'township_leader', 'department', 'first_secretary', 'county_principal',
      'work_group'
    )),
  constraint village_supports_started_on_before_ended_on check (ended_on >= started_on),
  constraint village_supports_village_id_exists foreign key (city_code, village_id)
    references villages (city_code, village_id)
);

create index village_supports_by_village_id on village_supports (city_code, village_id);

comment on table village_supports is '帮扶：一支力量对一个村的一段帮扶，每行一段';
comment on column village_supports.city_code is '城市代码：交来本行的城市（cities）';
comment on column village_supports.support_id is '编号';
comment on column village_supports.village_id is '村编号（villages）';
comment on column village_supports.kind is
  '力量：county_leader 县级领导挂点，township_leader 乡镇领导包干，department 部门结对，first_secretary 第一书记驻村，'
  'county_principal 县党政主要领导包干，work_group 专门工作组';
comment on column village_supports.started_on is '开始日期';
comment on column village_supports.ended_on is '结束日期';

create table village_projects (
  city_code text not null references cities,
  project_id text not null,
  village_id text not null,
  started_on date not null,
  contractor_relation text not null,
  disclosed_decision boolean not null,
  disclosed_funding boolean not null,
  disclosed_bidding boolean not null,
  supervised boolean not null,
  constraint village_projects_key primary key (city_code, project_id),
  constraint village_projects_contractor_relation_known
    check (contractor_relation in (
      'none', 'cadre', 'family'
    )),
  constraint village_projects_village_id_exists foreign key (city_code, village_id)
    references villages (city_code, village_id)
);

create index village_projects_by_village_id on village_projects (city_code, village_id);

comment on table village_projects is '村级项目：一个村的一个项目及其公示，每行一个';
comment on column village_projects.city_code is '城市代码：交来本行的城市（cities）';
comment on column village_projects.project_id is '编号';
comment on column village_projects.village_id is '村编号（villages）';
comment on column village_projects.started_on is '立项日期';
comment on column village_projects.contractor_relation is '承接人关系：none 无，cadre 村干部本人，family 配偶亲属';
comment on column village_projects.disclosed_decision is '民主决策公示';
comment on column village_projects.disclosed_funding is '筹资筹劳公示';
comment on column village_projects.disclosed_bidding is '招标公示';
comment on column village_projects.supervised is '村监委全程监督';
