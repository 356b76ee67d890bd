create table talks (
  city_code text not null,
  talk_id text not null,
  from_person_id text not null,
  to_person_id text not null,
  held_on date not null,
  kind text not null,
  constraint talks_key primary key (city_code, talk_id),
  constraint talks_kind_known
    check (kind in (
      'heart_to_heart', 'integrity', 'feedback', 'reminder', 'admonition', 'summon'
    )),
  constraint talks_two_persons check (from_person_id <> to_person_id)
);

create index talks_by_from_person_id on talks (city_code, from_person_id);
create index talks_by_to_person_id on talks (city_code, to_person_id);

comment on table talks is '谈话：一人与另一人的一次谈话，每行一次；引用由导入程序核对，不设外键';
comment on column talks.city_code is '城市代码：交来本行的城市（cities）';
comment on column talks.talk_id is '谈话编号';
comment on column talks.from_person_id is '谈话人编号（persons）';
comment on column talks.to_person_id is '谈话对象编号（persons），不同于谈话人';
comment on column talks.held_on is '谈话日期';
comment on column talks.kind is
  '谈话类型：heart_to_heart 谈心谈话，integrity 任职前廉政谈话，feedback 反馈谈话，reminder 提醒谈话，admonition 诫勉谈话，'
  'summon 约谈';

create table activities (
  city_code text not null,
  activity_id text not null,
  kind text not null,
  unit_id text,
  person_id text,
  target_id text,
  reported_to text[] not null default '{}',
  held_on date not null,
  constraint activities_key primary key (city_code, activity_id),
  constraint activities_kind_known
    check (kind in (
      'center_group_study', 'comprehensive_analysis', 'mobility_review', 'key_work_review',
      'rural_party_study', 'monthly_theme_review', 'intervention_report', 'supervision_bulletin',
      'daily_supervision_report', 'passport_custody_check', 'tolerance_publication', 'report_and_reviews',
      'self_assessment', 'democratic_life', 'branch_life', 'two_circles_self_check', 'visit',
      'team_service', 'township_meeting', 'secretary_review', 'integrity_education',
      'selection_self_check', 'team_report', 'lecture', 'expert_lecture', 'study_tour',
      'party_base_education', 'effectiveness_check', 'secretary_statement'
    )),
  constraint activities_reported_to_known check (reported_to <@ array['org_dept', 'discipline', 'superior']),
  constraint activities_unit_id_or_person_id check (num_nonnulls(unit_id, person_id) = 1)
);

create index activities_by_unit_id on activities (city_code, unit_id);
create index activities_by_person_id on activities (city_code, person_id);
create index activities_by_target_id on activities (city_code, target_id);

comment on table activities is '工作事项：单位或个人做的一次经常性工作，每行一次；引用由导入程序核对，不设外键';
comment on column activities.city_code is '城市代码：交来本行的城市（cities）';
comment on column activities.activity_id is '事项编号';
comment on column activities.kind is
  '事项类型：center_group_study 中心组学习，comprehensive_analysis 综合分析研判，mobility_review 能上能下盘点，'
  'key_work_review 重点工作督查讲评，rural_party_study 专题研究农村基层组织建设，monthly_theme_review 月度主题研判，'
  'intervention_report 干预插手台账报告，supervision_bulletin 监督信息通报，'
  'daily_supervision_report 日常管理监督报告，passport_custody_check 出国境证件检查，'
  'tolerance_publication 容错纠错案例通报，report_and_reviews 一报告两评议，self_assessment 政治素质自查自评，'
  'democratic_life 民主生活会，branch_life 组织生活会，two_circles_self_check 两圈对照检查，visit 走访，'
  'team_service 组团联村服务，township_meeting 乡镇会议，secretary_review 村书记研判体检，'
  'integrity_education 廉政教育，selection_self_check 选人用人自查，team_report 队伍建设报告，lecture 领导干部上讲台，'
  'expert_lecture 专家授课，study_tour 外出学习培训，party_base_education 党性教育基地培训，'
  'effectiveness_check 效能明察暗访，secretary_statement 党建述职';
comment on column activities.unit_id is '单位编号（units），与人员编号二者居一';
comment on column activities.person_id is '人员编号（persons），与单位编号二者居一';
comment on column activities.target_id is '对象编号（places 或 units）';
comment on column activities.reported_to is '报送对象：org_dept 组织部门，discipline 纪检监察机关，superior 上级党委';
comment on column activities.held_on is '日期';

create table leaves (
  city_code text not null references cities,
  leave_id text not null,
  person_id text not null,
  kind text not null,
  abroad boolean not null,
  approved_on date,
  approved_from date,
  approved_to date,
  approved_destination text,
  left_on date not null,
  returned_on date,
  actual_destination text,
  closed_on date,
  constraint leaves_key primary key (city_code, leave_id),
  constraint leaves_kind_known check (kind in ('official', 'private', 'annual', 'sick')),
  constraint leaves_left_on_before_returned_on check (returned_on >= left_on),
  constraint leaves_approved_from_before_approved_to check (approved_to >= approved_from),
  constraint leaves_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id)
);

create index leaves_by_person_id on leaves (city_code, person_id);

comment on table leaves is '请假外出：一人的一次请假或外出，每行一次';
comment on column leaves.city_code is '城市代码：交来本行的城市（cities）';
comment on column leaves.leave_id is '编号';
comment on column leaves.person_id is '人员编号（persons）';
comment on column leaves.kind is '类型：official 因公，private 因私，annual 年休假，sick 病假';
comment on column leaves.abroad is '出国境';
comment on column leaves.approved_on is '批准日期';
comment on column leaves.approved_from is '批准起';
comment on column leaves.approved_to is '批准止';
comment on column leaves.approved_destination is '批准目的地';
comment on column leaves.left_on is '离开日期';
comment on column leaves.returned_on is '返回日期';
comment on column leaves.actual_destination is '实际目的地';
comment on column leaves.closed_on is '销假日期';

create table handovers (
  city_code text not null references cities,
  handover_id text not null,
  person_id text not null,
  post_id text not null,
  left_on date not null,
  handed_over_on date,
  work_items boolean not null,
  economic_items boolean not null,
  personnel_items boolean not null,
  petition_items boolean not null,
  other_items boolean not null,
  moved_to_unit_id text,
  relations_moved_on date,
  filed_on date,
  constraint handovers_key primary key (city_code, handover_id),
  constraint handovers_person_id_exists foreign key (city_code, person_id)
    references persons (city_code, person_id),
  constraint handovers_post_id_exists foreign key (city_code, post_id)
    references posts (city_code, post_id),
  constraint handovers_moved_to_unit_id_exists foreign key (city_code, moved_to_unit_id)
    references units (city_code, unit_id)
);

create index handovers_by_person_id on handovers (city_code, person_id);
create index handovers_by_post_id on handovers (city_code, post_id);
create index handovers_by_moved_to_unit_id on handovers (city_code, moved_to_unit_id);

comment on table handovers is '离任交接：一人离开一个岗位的一次交接，每行一次';
comment on column handovers.city_code is '城市代码：交来本行的城市（cities）';
comment on column handovers.handover_id is '编号';
comment on column handovers.person_id is '人员编号（persons）';
comment on column handovers.post_id is '离任任职编号（posts）';
comment on column handovers.left_on is '离任日期';
comment on column handovers.handed_over_on is '交接完成日期';
comment on column handovers.work_items is '工作事项';
comment on column handovers.economic_items is '经济事项';
comment on column handovers.personnel_items is '人事事项';
comment on column handovers.petition_items is '信访稳定事项';
comment on column handovers.other_items is '其他事项';
comment on column handovers.moved_to_unit_id is '新单位编号（units）';
comment on column handovers.relations_moved_on is '关系转接日期';
comment on column handovers.filed_on is '备案日期';
