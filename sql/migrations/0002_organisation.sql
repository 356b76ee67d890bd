create table units (
  city_code text not null references cities,
  unit_id text not null,
  unit_name text not null,
  region_code text not null,
  parent_unit_id text,
  unit_kind text not null,
  level text not null,
  category text,
  duties text[] not null default '{}',
  founded_on date,
  dissolved_on date,
  constraint units_key primary key (city_code, unit_id),
  constraint units_region_code_form check (region_code ~ '^[0-9]{6}$'),
  constraint units_unit_kind_known
    check (unit_kind in (
      'party_committee', 'organ', 'township', 'institution', 'enterprise', 'party_school'
    )),
  constraint units_level_known check (level in ('province', 'city', 'county', 'township')),
  constraint units_duties_known check (duties <@ array['intervention_ledger', 'supervision_conference']),
  constraint units_founded_on_before_dissolved_on check (dissolved_on >= founded_on),
  constraint units_parent_unit_id_exists foreign key (city_code, parent_unit_id)
    references units (city_code, unit_id)
);

create index units_by_parent_unit_id on units (city_code, parent_unit_id);

comment on table units is '单位：机关、乡镇、企事业单位和党委班子，每行一个';
comment on column units.city_code is '城市代码：交来本行的城市（cities）';
comment on column units.unit_id is '单位编号，本市内唯一';
comment on column units.unit_name is '单位名称';
comment on column units.region_code is '行政区划代码（GB/T 2260，六位），以本市前缀开头';
comment on column units.parent_unit_id is '上级单位编号（units）';
comment on column units.unit_kind is
  '单位类型：party_committee 党委，organ 机关部门，township 乡镇街道，institution 事业单位，enterprise 国有企业，'
  'party_school 党校';
comment on column units.level is '层级：province 省，city 市，county 县，township 乡';
comment on column units.category is '考核类别：同类单位一起排名';
comment on column units.duties is '承担职责：intervention_ledger 干预插手台账，supervision_conference 监督联席会议成员';
comment on column units.founded_on is '成立日期';
comment on column units.dissolved_on is '撤销日期，空表示仍在';

create table persons (
  city_code text not null references cities,
  person_id text not null,
  name text not null,
  sex text not null,
  birth_date date not null,
  id_number text,
  political_status text not null,
  joined_party_on date,
  hired_on date not null,
  left_on date,
  managed_by text not null,
  lists text[] not null default '{}',
  constraint persons_key primary key (city_code, person_id),
  constraint persons_sex_known check (sex in ('1', '2')),
  constraint persons_political_status_known check (political_status in ('01', '02', '03', '13', '99')),
  constraint persons_managed_by_known check (managed_by in ('province', 'city', 'county', 'unit')),
  constraint persons_lists_known
    check (lists <@ array[
      'reserve', 'structural', 'selected_graduate', 'talent_pool'
    ]),
  constraint persons_hired_on_before_left_on check (left_on >= hired_on)
);

comment on table persons is '人员：在册与离开的干部，每行一人';
comment on column persons.city_code is '城市代码：交来本行的城市（cities）';
comment on column persons.person_id is '人员编号，本市内唯一';
comment on column persons.name is '姓名';
comment on column persons.sex is '性别：1 男，2 女';
comment on column persons.birth_date is '出生日期';
comment on column persons.id_number is '公民身份号码（GB 11643，校验码已核）';
comment on column persons.political_status is '政治面貌：01 中共党员，02 中共预备党员，03 共青团员，13 群众，99 其他';
comment on column persons.joined_party_on is '入党日期';
comment on column persons.hired_on is '参加工作日期';
comment on column persons.left_on is '离开日期，空表示在册';
comment on column persons.managed_by is '管理权限：province 省管，city 市管，county 县管，unit 单位管理';
comment on column persons.lists is
  '名单：reserve 后备干部，structural 结构性干部，selected_graduate 选调生，talent_pool 优秀干部资源库';

create table posts (
  city_code text not null references cities,
  post_id text not null,
  person_id text not null,
  unit_id text not null,
  post_key text not null,
  title text not null,
  rank text not null,
  role text not null,
  branch text not null,
  "leading" boolean not null,
  sensitive text[] not null default '{}',
  started_on date not null,
  ended_on date,
  entry text not null,
  exchange_kind text,
  constraint posts_key primary key (city_code, post_id),
  constraint posts_rank_known
    check (rank in (
      'bureau', 'county_division', 'township_section', 'sub_section', 'staff'
    )),
  constraint posts_role_known
    check (role in (
      'principal', 'deputy', 'middle_principal', 'middle_deputy', 'staff'
    )),
  constraint posts_branch_known check (branch in ('party', 'admin', 'both')),
  constraint posts_sensitive_known
    check (sensitive <@ array[
      'enforcement', 'approval', 'construction', 'finance', 'personnel', 'audit'
    ]),
  constraint posts_entry_known
    check (entry in (
      'initial', 'promotion', 'transfer', 'exchange', 'secondment', 'other'
    )),
  constraint posts_exchange_kind_known
    check (exchange_kind in (
      'mandatory', 'cultivation', 'systemic', 'reverse'
    )),
  constraint posts_started_on_before_ended_on check (ended_on >= started_on),
  constraint posts_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id),
  constraint posts_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id)
);

create index posts_by_person_id on posts (city_code, person_id);
create index posts_by_unit_id on posts (city_code, unit_id);

comment on table posts is '任职：一人在一个岗位上的一段任职，每行一段；兼任各占一行';
comment on column posts.city_code is '城市代码：交来本行的城市（cities）';
comment on column posts.post_id is '任职记录编号';
comment on column posts.person_id is '人员编号（persons）';
comment on column posts.unit_id is '单位编号（units）';
comment on column posts.post_key is '岗位编号：岗位本身，同一人连任时不变';
comment on column posts.title is '职务名称';
comment on column posts.rank is
  '职务层次：bureau 厅局级，county_division 县处级，township_section 乡科级，sub_section 股级，staff 科员及以下';
comment on column posts.role is
  '岗位角色：principal 主要负责人，deputy 班子成员，middle_principal 中层正职，middle_deputy 中层副职，staff 一般干部';
comment on column posts.branch is '党政：party 党委，admin 行政，both 党政一肩挑';
comment on column posts."leading" is '领导职务：是否担任领导职务';
comment on column posts.sensitive is
  '敏感岗位：enforcement 执法执纪，approval 项目审批，construction 工程建设，finance 财务管理，personnel 干部人事，audit 审计';
comment on column posts.started_on is '任职日期';
comment on column posts.ended_on is '免职日期，空表示仍任';
comment on column posts.entry is
  '任职方式：initial 初任，promotion 提拔，transfer 转任，exchange 交流，secondment 挂职，other 其他';
comment on column posts.exchange_kind is '交流类别：mandatory 强制性，cultivation 培养性，systemic 系统性，reverse 逆向性';

create table charges (
  city_code text not null references cities,
  charge_id text not null,
  person_id text not null,
  unit_id text not null,
  area text,
  charged_unit_id text,
  started_on date not null,
  ended_on date,
  constraint charges_key primary key (city_code, charge_id),
  constraint charges_area_known
    check (area in (
      'personnel', 'finance', 'construction', 'procurement', 'approval', 'enforcement'
    )),
  constraint charges_started_on_before_ended_on check (ended_on >= started_on),
  constraint charges_area_or_charged_unit_id check (num_nonnulls(area, charged_unit_id) = 1),
  constraint charges_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id),
  constraint charges_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id),
  constraint charges_charged_unit_id_exists foreign key (city_code, charged_unit_id)
    references units (city_code, unit_id)
);

create index charges_by_person_id on charges (city_code, person_id);
create index charges_by_unit_id on charges (city_code, unit_id);
create index charges_by_charged_unit_id on charges (city_code, charged_unit_id);

comment on table charges is '分工：班子成员在一段时间里分管的一个事项或一个单位，每行一项';
comment on column charges.city_code is '城市代码：交来本行的城市（cities）';
comment on column charges.charge_id is '分工编号';
comment on column charges.person_id is '人员编号（persons）';
comment on column charges.unit_id is '任职单位编号（units）';
comment on column charges.area is
  '分管事项：personnel 人事，finance 财务，construction 工程建设，procurement 物资采购，approval 审批，enforcement 执法';
comment on column charges.charged_unit_id is '分管单位编号（units）';
comment on column charges.started_on is '开始日期';
comment on column charges.ended_on is '结束日期，空表示仍分管';
