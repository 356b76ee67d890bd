create table scores (
  city_code text not null,
  person_id text not null,
  half text not null,
  base_score numeric(14,2) not null,
  constraint scores_key primary key (city_code, person_id, half),
  constraint scores_half_form check (half ~ '^[0-9]{4}H[12]$'),
  constraint scores_base_score_range check (base_score >= 0)
);

comment on table scores is '分档考评：一人一个半年的考评分，每行一个；引用由导入程序核对，不设外键';
comment on column scores.city_code is '城市代码：交来本行的城市（cities）';
comment on column scores.person_id is '人员编号（persons）';
comment on column scores.half is '半年：2025H1 上半年，2025H2 下半年';
comment on column scores.base_score is '考评分，不含专项分';

create table score_items (
  city_code text not null,
  item_id text not null,
  person_id text not null,
  half text not null,
  points numeric(14,2) not null,
  source text not null,
  constraint score_items_key primary key (city_code, item_id),
  constraint score_items_half_form check (half ~ '^[0-9]{4}H[12]$'),
  constraint score_items_points_range check (points <> 0),
  constraint score_items_source_known
    check (source in (
      'discipline', 'inspection', 'petition', 'audit', 'supervision', 'circular', 'evaluation'
    ))
);

create index score_items_by_person_id on score_items (city_code, person_id);

comment on table score_items is '专项分：一人一个半年里的一次加分或扣分，每行一次；引用由导入程序核对，不设外键';
comment on column score_items.city_code is '城市代码：交来本行的城市（cities）';
comment on column score_items.item_id is '编号';
comment on column score_items.person_id is '人员编号（persons）';
comment on column score_items.half is '半年：2025H1 上半年，2025H2 下半年';
comment on column score_items.points is '加扣分：正为加，负为扣，不为零';
comment on column score_items.source is
  '来源：discipline 执纪监督，inspection 巡视巡察，petition 信访，audit 审计，supervision 督考，circular 通报，'
  'evaluation 考核评比';

create table assessments (
  city_code text not null,
  assessment_id text not null,
  subject_kind text not null,
  subject_id text not null,
  year integer not null,
  category text not null,
  score numeric(14,2),
  grade text,
  snail_cup boolean not null,
  feedback_on date,
  constraint assessments_key primary key (city_code, assessment_id),
  constraint assessments_subject_kind_known check (subject_kind in ('person', 'unit')),
  constraint assessments_grade_known check (grade in ('excellent', 'competent', 'basic', 'incompetent'))
);

create index assessments_by_subject_id on assessments (city_code, subject_id);

comment on table assessments is '年度考核：一人或一单位一年的一项考核，每行一项；引用由导入程序核对，不设外键';
comment on column assessments.city_code is '城市代码：交来本行的城市（cities）';
comment on column assessments.assessment_id is '编号';
comment on column assessments.subject_kind is '对象类型：person 个人，unit 单位';
comment on column assessments.subject_id is '对象编号：对象类型为 person 时在 persons 中，为 unit 时在 units 中';
comment on column assessments.year is '年度';
comment on column assessments.category is '考核类别';
comment on column assessments.score is '得分';
comment on column assessments.grade is '等次：excellent 优秀，competent 称职，basic 基本称职，incompetent 不称职';
comment on column assessments.snail_cup is '蜗牛杯';
comment on column assessments.feedback_on is '反馈日期';

create table measures (
  city_code text not null,
  measure_id text not null,
  subject_kind text not null,
  subject_id text not null,
  kind text not null,
  taken_on date not null,
  issuer text not null,
  constraint measures_key primary key (city_code, measure_id),
  constraint measures_subject_kind_known check (subject_kind in ('person', 'unit')),
  constraint measures_kind_known
    check (kind in (
      'reminder', 'inquiry_letter', 'admonition', 'summon', 'supervision', 'accountability', 'circular',
      'off_post_training', 'reassignment', 'recall', 'non_leading', 'demotion', 'removal',
      'party_discipline'
    )),
  constraint measures_issuer_known check (issuer in ('discipline', 'org_dept', 'both', 'other'))
);

create index measures_by_subject_id on measures (city_code, subject_id);

comment on table measures is '组织措施：对一人或一单位采取的一次措施，每行一次；引用由导入程序核对，不设外键';
comment on column measures.city_code is '城市代码：交来本行的城市（cities）';
comment on column measures.measure_id is '编号';
comment on column measures.subject_kind is '对象类型：person 个人，unit 单位';
comment on column measures.subject_id is '对象编号：对象类型为 person 时在 persons 中，为 unit 时在 units 中';
comment on column measures.kind is
  '措施：reminder 提醒，inquiry_letter 函询，admonition 诫勉，summon 约谈，supervision 督查，accountability 问责，'
  'circular 通报，off_post_training 离岗培训，reassignment 组织调整，recall 召回，non_leading 改任非领导职务，'
  'demotion 降职，removal 免职，party_discipline 党纪政务处分';
comment on column measures.taken_on is '实施日期';
comment on column measures.issuer is '实施机关：discipline 纪检监察机关，org_dept 组织部门，both 两家联合，other 其他';

create table recall_rounds (
  city_code text not null references cities,
  recall_id text not null,
  round integer not null,
  person_id text not null,
  suspended_on date not null,
  education_start date,
  education_end date,
  exam_passed boolean,
  tracking_passed_on date,
  reinstated_on date,
  constraint recall_rounds_key primary key (city_code, recall_id, round),
  constraint recall_rounds_round_range check (round >= 1),
  constraint recall_rounds_education_start_before_education_end check (education_end >= education_start),
  constraint recall_rounds_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id)
);

create index recall_rounds_by_person_id on recall_rounds (city_code, person_id);

comment on table recall_rounds is '召回教育：一次召回中的一轮，每行一轮';
comment on column recall_rounds.city_code is '城市代码：交来本行的城市（cities）';
comment on column recall_rounds.recall_id is '召回编号';
comment on column recall_rounds.round is '轮次，从 1 起';
comment on column recall_rounds.person_id is '人员编号（persons）';
comment on column recall_rounds.suspended_on is '停职日期';
comment on column recall_rounds.education_start is '教育开始';
comment on column recall_rounds.education_end is '教育结束';
comment on column recall_rounds.exam_passed is '考试合格';
comment on column recall_rounds.tracking_passed_on is '跟踪考察合格日期';
comment on column recall_rounds.reinstated_on is '复职日期';

create table political_vettings (
  city_code text not null references cities,
  vetting_id text not null,
  person_id text not null,
  held_on date not null,
  result text not null,
  constraint political_vettings_key primary key (city_code, vetting_id),
  constraint political_vettings_result_known check (result in ('qualified', 'unqualified')),
  constraint political_vettings_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id)
);

create index political_vettings_by_person_id on political_vettings (city_code, person_id);

comment on table political_vettings is '政治素质考察：对一人的一次考察，每行一次';
comment on column political_vettings.city_code is '城市代码：交来本行的城市（cities）';
comment on column political_vettings.vetting_id is '编号';
comment on column political_vettings.person_id is '人员编号（persons）';
comment on column political_vettings.held_on is '日期';
comment on column political_vettings.result is '结论：qualified 合格，unqualified 不合格';

create table selections (
  city_code text not null references cities,
  selection_id text not null,
  person_id text not null,
  kind text not null,
  rank text not null,
  unit_id text not null,
  important boolean not null,
  decided_on date not null,
  archive_checked_on date,
  matters_verified_on date,
  discipline_opinion_on date,
  petitions_checked_on date,
  secretary_signed_on date,
  discipline_signed_on date,
  integrity_talk_on date,
  prereviewed_on date,
  took_office_on date,
  constraint selections_key primary key (city_code, selection_id),
  constraint selections_kind_known check (kind in ('promotion', 'transfer')),
  constraint selections_rank_known
    check (rank in (
      'bureau', 'county_division', 'township_section', 'sub_section', 'staff'
    )),
  constraint selections_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id),
  constraint selections_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id)
);

create index selections_by_person_id on selections (city_code, person_id);
create index selections_by_unit_id on selections (city_code, unit_id);

comment on table selections is '选拔任用：一人的一次提拔或转任及其程序各环节的日期，每行一次';
comment on column selections.city_code is '城市代码：交来本行的城市（cities）';
comment on column selections.selection_id is '编号';
comment on column selections.person_id is '人员编号（persons）';
comment on column selections.kind is '类型：promotion 提拔，transfer 转任';
comment on column selections.rank is
  '拟任层次：bureau 厅局级，county_division 县处级，township_section 乡科级，sub_section 股级，staff 科员及以下';
comment on column selections.unit_id is '任职单位编号（units）';
comment on column selections.important is '重要岗位';
comment on column selections.decided_on is '决定日期';
comment on column selections.archive_checked_on is '档案审核日期';
comment on column selections.matters_verified_on is '个人事项核查日期';
comment on column selections.discipline_opinion_on is '纪委意见日期';
comment on column selections.petitions_checked_on is '信访核查日期';
comment on column selections.secretary_signed_on is '书记签字日期';
comment on column selections.discipline_signed_on is '纪委书记签字日期';
comment on column selections.integrity_talk_on is '廉政谈话日期';
comment on column selections.prereviewed_on is '组织部预审日期';
comment on column selections.took_office_on is '到任日期';
