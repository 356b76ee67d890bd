create table interventions (
  city_code text not null references cities,
  entry_id text not null,
  unit_id text not null,
  matter text not null,
  occurred_on date,
  intervener text,
  intervener_unit text,
  intervener_post text,
  form text,
  detail text,
  result text,
  constraint interventions_key primary key (city_code, entry_id),
  constraint interventions_matter_known
    check (matter in (
      'project', 'enforcement', 'public_resources', 'justice', 'finance', 'land', 'personnel', 'audit'
    )),
  constraint interventions_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id)
);

create index interventions_by_unit_id on interventions (city_code, unit_id);

comment on table interventions is '干预插手记录：单位登记的一次干预，每行一次；空格表示该项未登记';
comment on column interventions.city_code is '城市代码：交来本行的城市（cities）';
comment on column interventions.entry_id is '编号';
comment on column interventions.unit_id is '记录单位编号（units）';
comment on column interventions.matter is
  '事项类别：project 工程项目，enforcement 执纪执法，public_resources 公共资源交易，justice 司法活动，finance 金融活动，'
  'land 征地拆迁，personnel 选人用人，audit 审计';
comment on column interventions.occurred_on is '时间';
comment on column interventions.intervener is '干预人姓名';
comment on column interventions.intervener_unit is '干预人单位';
comment on column interventions.intervener_post is '干预人职务';
comment on column interventions.form is '形式';
comment on column interventions.detail is '具体事项';
comment on column interventions.result is '处理结果';

create table commitments (
  city_code text not null references cities,
  commitment_id text not null,
  person_id text not null,
  kind text not null,
  signed_on date not null,
  constraint commitments_key primary key (city_code, commitment_id),
  constraint commitments_kind_known check (kind in ('two_circles', 'no_gambling')),
  constraint commitments_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id)
);

create index commitments_by_person_id on commitments (city_code, person_id);

comment on table commitments is '承诺书：一人签订的一份，每行一份';
comment on column commitments.city_code is '城市代码：交来本行的城市（cities）';
comment on column commitments.commitment_id is '编号';
comment on column commitments.person_id is '人员编号（persons）';
comment on column commitments.kind is '类型：two_circles 两圈行为规范，no_gambling 拒赌';
comment on column commitments.signed_on is '签订日期';

create table declarations (
  city_code text not null references cities,
  declaration_id text not null,
  person_id text not null,
  kind text not null,
  occurred_on date not null,
  reported_on date,
  resolved_on date,
  constraint declarations_key primary key (city_code, declaration_id),
  constraint declarations_kind_known
    check (kind in (
      'housing', 'investment', 'marriage', 'family_employment', 'illness', 'decision_error', 'absence',
      'authority_matter', 'residency', 'unlisted_shares', 'securities', 'usury', 'business', 'part_time',
      'paid_role'
    )),
  constraint declarations_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id)
);

create index declarations_by_person_id on declarations (city_code, person_id);

comment on table declarations is '事项报告：一人应报告的一个事项，每行一个';
comment on column declarations.city_code is '城市代码：交来本行的城市（cities）';
comment on column declarations.declaration_id is '编号';
comment on column declarations.person_id is '人员编号（persons）';
comment on column declarations.kind is
  '事项：housing 住房，investment 投资，marriage 婚姻变化，family_employment 配偶子女从业，illness 重大疾病，'
  'decision_error 重大决策失误，absence 因故无法履职，authority_matter 职权重大问题，residency 国籍居留，'
  'unlisted_shares 非上市股份，securities 证券投资，usury 高利贷集资，business 经商办企业，part_time 违规兼职，'
  'paid_role 违规取酬';
comment on column declarations.occurred_on is '发生日期';
comment on column declarations.reported_on is '报告日期';
comment on column declarations.resolved_on is '整改日期';

create table risk_points (
  city_code text not null references cities,
  risk_id text not null,
  unit_id text not null,
  area text not null,
  risk_level text not null,
  prevention boolean not null,
  monitoring boolean not null,
  handling boolean not null,
  constraint risk_points_key primary key (city_code, risk_id),
  constraint risk_points_area_known
    check (area in (
      'enforcement', 'approval', 'construction', 'finance', 'audit'
    )),
  constraint risk_points_risk_level_known check (risk_level in ('high', 'medium', 'low')),
  constraint risk_points_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id)
);

create index risk_points_by_unit_id on risk_points (city_code, unit_id);

comment on table risk_points is '廉政风险点：单位查找的一个风险点及其措施，每行一个';
comment on column risk_points.city_code is '城市代码：交来本行的城市（cities）';
comment on column risk_points.risk_id is '编号';
comment on column risk_points.unit_id is '单位编号（units）';
comment on column risk_points.area is
  '领域：enforcement 执法执纪，approval 项目审批，construction 工程建设，finance 财务管理，audit 审计';
comment on column risk_points.risk_level is '风险等级：high 高，medium 中，low 低';
comment on column risk_points.prevention is '前期预防措施';
comment on column risk_points.monitoring is '中期监控措施';
comment on column risk_points.handling is '后期处置措施';

create table inspections (
  city_code text not null references cities,
  inspection_id text not null,
  kind text not null,
  unit_id text not null,
  person_id text,
  started_on date not null,
  ended_on date,
  with_selection_check boolean not null,
  constraint inspections_key primary key (city_code, inspection_id),
  constraint inspections_kind_known
    check (kind in (
      'routine', 'special', 'upgraded', 'cross', 'lookback', 'selection_check', 'economic_audit',
      'leaving_check'
    )),
  constraint inspections_started_on_before_ended_on check (ended_on >= started_on),
  constraint inspections_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id),
  constraint inspections_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id)
);

create index inspections_by_unit_id on inspections (city_code, unit_id);
create index inspections_by_person_id on inspections (city_code, person_id);

comment on table inspections is '检查巡察：对一个单位的一次检查、巡察或审计，每行一次';
comment on column inspections.city_code is '城市代码：交来本行的城市（cities）';
comment on column inspections.inspection_id is '编号';
comment on column inspections.kind is
  '类型：routine 常规巡察，special 专项巡察，upgraded 提级巡察，cross 交叉巡察，lookback 回头看，selection_check 选人用人检查，'
  'economic_audit 经济责任审计，leaving_check 离任检查';
comment on column inspections.unit_id is '单位编号（units）';
comment on column inspections.person_id is '人员编号（persons）：审计或检查所涉及的人';
comment on column inspections.started_on is '开始日期';
comment on column inspections.ended_on is '结束日期';
comment on column inspections.with_selection_check is '同步选人用人检查：是否同步进行';

create table rectifications (
  city_code text not null references cities,
  item_id text not null,
  inspection_id text not null,
  due_on date not null,
  done_on date,
  constraint rectifications_key primary key (city_code, item_id),
  constraint rectifications_inspection_id_exists foreign key (city_code, inspection_id)
    references inspections (city_code, inspection_id)
);

create index rectifications_by_inspection_id on rectifications (city_code, inspection_id);

comment on table rectifications is '整改事项：一次检查提出的一个整改事项，每行一个';
comment on column rectifications.city_code is '城市代码：交来本行的城市（cities）';
comment on column rectifications.item_id is '编号';
comment on column rectifications.inspection_id is '检查编号（inspections）';
comment on column rectifications.due_on is '整改期限';
comment on column rectifications.done_on is '完成日期';

create table decisions (
  city_code text not null references cities,
  decision_id text not null,
  unit_id text not null,
  held_on date not null,
  matter text not null,
  mode text not null,
  principal_last boolean,
  constraint decisions_key primary key (city_code, decision_id),
  constraint decisions_matter_known check (matter in ('major', 'personnel', 'project', 'funds')),
  constraint decisions_mode_known check (mode in ('meeting', 'circulation', 'consultation')),
  constraint decisions_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id)
);

create index decisions_by_unit_id on decisions (city_code, unit_id);

comment on table decisions is '集体决策：单位的一次集体决策，每行一次';
comment on column decisions.city_code is '城市代码：交来本行的城市（cities）';
comment on column decisions.decision_id is '编号';
comment on column decisions.unit_id is '单位编号（units）';
comment on column decisions.held_on is '日期';
comment on column decisions.matter is '类别：major 重大决策，personnel 重要人事，project 重大项目，funds 大额资金';
comment on column decisions.mode is '方式：meeting 会议，circulation 传阅会签，consultation 个别征求意见';
comment on column decisions.principal_last is '一把手末位表态';

create table archives (
  city_code text not null,
  archive_id text not null,
  subject_kind text not null,
  subject_id text not null,
  document text not null,
  updated_on date not null,
  constraint archives_key primary key (city_code, archive_id),
  constraint archives_subject_kind_known check (subject_kind in ('person', 'unit')),
  constraint archives_document_known
    check (document in (
      'personal_matters', 'economic_audit', 'violation_conclusion', 'petition_material'
    ))
);

create index archives_by_subject_id on archives (city_code, subject_id);

comment on table archives is '监督档案：一人或一单位档案中的一份材料，每行一份；引用由导入程序核对，不设外键';
comment on column archives.city_code is '城市代码：交来本行的城市（cities）';
comment on column archives.archive_id is '编号';
comment on column archives.subject_kind is '对象类型：person 个人，unit 单位';
comment on column archives.subject_id is '对象编号：对象类型为 person 时在 persons 中，为 unit 时在 units 中';
comment on column archives.document is
  '材料：personal_matters 个人事项报告，economic_audit 经济责任审计，violation_conclusion 处理结论，'
  'petition_material 信访举报';
comment on column archives.updated_on is '更新日期';

create table petitions (
  city_code text not null references cities,
  petition_id text not null,
  region_code text not null,
  channel text not null,
  received_on date not null,
  accepted_on date,
  closed_on date,
  false_accusation boolean not null,
  clarified_on date,
  constraint petitions_key primary key (city_code, petition_id),
  constraint petitions_region_code_form check (region_code ~ '^[0-9]{6}$'),
  constraint petitions_channel_known check (channel in ('mailbox', 'visit', 'web', 'phone', 'sms'))
);

comment on table petitions is '举报受理：收到的一件举报，每行一件';
comment on column petitions.city_code is '城市代码：交来本行的城市（cities）';
comment on column petitions.petition_id is '编号';
comment on column petitions.region_code is '行政区划代码（GB/T 2260，六位），以本市前缀开头';
comment on column petitions.channel is '渠道：mailbox 信箱，visit 信访，web 网络，phone 电话，sms 短信';
comment on column petitions.received_on is '收到日期';
comment on column petitions.accepted_on is '受理日期';
comment on column petitions.closed_on is '办结日期';
comment on column petitions.false_accusation is '诬告';
comment on column petitions.clarified_on is '澄清日期';

create table tolerance_cases (
  city_code text not null references cities,
  case_id text not null,
  unit_id text not null,
  applied_on date not null,
  decided_on date,
  granted boolean,
  constraint tolerance_cases_key primary key (city_code, case_id),
  constraint tolerance_cases_unit_id_exists foreign key (city_code, unit_id)
    references units (city_code, unit_id)
);

create index tolerance_cases_by_unit_id on tolerance_cases (city_code, unit_id);

comment on table tolerance_cases is '容错案件：单位申请的一件容错，每行一件';
comment on column tolerance_cases.city_code is '城市代码：交来本行的城市（cities）';
comment on column tolerance_cases.case_id is '编号';
comment on column tolerance_cases.unit_id is '单位编号（units）';
comment on column tolerance_cases.applied_on is '申请日期';
comment on column tolerance_cases.decided_on is '认定日期';
comment on column tolerance_cases.granted is '予以容错';

create table welfare (
  city_code text not null,
  person_id text not null,
  year integer not null,
  checkup_on date,
  leave_days_due numeric(14,2),
  leave_days_taken numeric(14,2),
  constraint welfare_key primary key (city_code, person_id, year)
);

comment on table welfare is '关爱：一人一年的体检与休假，每行一年；引用由导入程序核对，不设外键';
comment on column welfare.city_code is '城市代码：交来本行的城市（cities）';
comment on column welfare.person_id is '人员编号（persons）';
comment on column welfare.year is '年度';
comment on column welfare.checkup_on is '体检日期';
comment on column welfare.leave_days_due is '应休天数';
comment on column welfare.leave_days_taken is '已休天数';

create table pay (
  city_code text not null references cities,
  region_code text not null,
  year integer not null,
  rank text not null,
  "group" text not null,
  average_income numeric(14,2) not null,
  constraint pay_key primary key (city_code, region_code, year, rank, "group"),
  constraint pay_region_code_form check (region_code ~ '^[0-9]{6}$'),
  constraint pay_rank_known
    check (rank in (
      'bureau', 'county_division', 'township_section', 'sub_section', 'staff'
    )),
  constraint pay_group_known check ("group" in ('township', 'county_organ'))
);

comment on table pay is '待遇：一个地区一年里一个层次、一个群体的平均收入，每行一个';
comment on column pay.city_code is '城市代码：交来本行的城市（cities）';
comment on column pay.region_code is '县区代码（GB/T 2260，六位），以本市前缀开头';
comment on column pay.year is '年度';
comment on column pay.rank is
  '职务层次：bureau 厅局级，county_division 县处级，township_section 乡科级，sub_section 股级，staff 科员及以下';
comment on column pay."group" is '群体：township 乡镇，county_organ 县级机关';
comment on column pay.average_income is '平均收入，元';
