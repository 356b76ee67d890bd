-- The second edition of the data contract: new columns and codes of tables that are there. Every new column may be empty, or
-- has no tags: what was delivered under the first edition stays as it was. Lower bounds of numbers that were there before are
-- the importer's to check.

alter table cadre.units
  add column sub_section_allowed integer,
  add column ledger_matters text[] not null default '{}',
  add constraint units_sub_section_allowed_range check (sub_section_allowed >= 0),
  add constraint units_ledger_matters_known
    check (ledger_matters <@ array[
      'project', 'enforcement', 'public_resources', 'justice', 'finance', 'land', 'personnel',
      'audit'
    ]);

comment on column cadre.units.sub_section_allowed is '股级职数：可配备的股级领导职务数';
comment on column cadre.units.ledger_matters is
  '台账事项：project 工程项目，enforcement 执纪执法，public_resources 公共资源交易，justice 司法活动，'
  'finance 金融活动，land 征地拆迁，personnel 选人用人，audit 审计；单位所建干预插手台账的事项';

alter table cadre.persons
  drop constraint persons_political_status_known,
  drop constraint persons_lists_known,
  add column entered_on date,
  add column establishment text,
  add column ethnicity text,
  add column education text,
  add constraint persons_political_status_known
    check (political_status in (
      '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '99'
    )),
  add constraint persons_lists_known
    check (lists <@ array[
      'reserve', 'structural', 'selected_graduate', 'talent_pool', 'young_talent'
    ]),
  add constraint persons_establishment_known
    check (establishment in (
      'civil_servant', 'reference', 'institution', 'enterprise', 'other'
    )),
  add constraint persons_ethnicity_known
    check (ethnicity in (
      '01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15',
      '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29', '30',
      '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42', '43', '44', '45',
      '46', '47', '48', '49', '50', '51', '52', '53', '54', '55', '56'
    )),
  add constraint persons_education_known check (education in ('10', '20', '30', '40', '60', '70', '80', '90'));

comment on column cadre.persons.political_status is
  '政治面貌：01 中共党员，02 中共预备党员，03 共青团员，04 民革党员，05 民盟盟员，06 民建会员，'
  '07 民进会员，08 农工党党员，09 致公党党员，10 九三学社社员，11 台盟盟员，12 无党派人士，13 群众，'
  '99 其他';
comment on column cadre.persons.lists is
  '名单：reserve 后备干部，structural 结构性干部，selected_graduate 选调生，'
  'talent_pool 优秀干部资源库，young_talent 优秀年轻干部';
comment on column cadre.persons.entered_on is '进入本市任职日期：到本市工作的第一天；参加工作日期是一生中的';
comment on column cadre.persons.establishment is
  '编制类别：civil_servant 公务员，reference 参公，institution 事业，enterprise 企业，other 其他';
comment on column cadre.persons.ethnicity is
  '民族：01 汉族，02 蒙古族，03 回族，04 藏族，05 维吾尔族，06 苗族，07 彝族，08 壮族，09 布依族，'
  '10 朝鲜族，11 满族，12 侗族，13 瑶族，14 白族，15 土家族，16 哈尼族，17 哈萨克族，18 傣族，19 黎族，'
  '20 傈僳族，21 佤族，22 畲族，23 高山族，24 拉祜族，25 水族，26 东乡族，27 纳西族，28 景颇族，'
  '29 柯尔克孜族，30 土族，31 达斡尔族，32 仫佬族，33 羌族，34 布朗族，35 撒拉族，36 毛南族，'
  '37 仡佬族，38 锡伯族，39 阿昌族，40 普米族，41 塔吉克族，42 怒族，43 乌孜别克族，44 俄罗斯族，'
  '45 鄂温克族，46 德昂族，47 保安族，48 裕固族，49 京族，50 塔塔尔族，51 独龙族，52 鄂伦春族，'
  '53 赫哲族，54 门巴族，55 珞巴族，56 基诺族（GB/T 3304）';
comment on column cadre.persons.education is
  '学历：10 研究生，20 大学本科，30 大学专科，40 中等职业，60 普通高中，70 初中，80 小学，90 其他（GB/T 4658）';

alter table cadre.posts
  add column secondment_to text,
  add constraint posts_secondment_to_known
    check (secondment_to in (
      'central', 'provincial', 'developed', 'city_organ', 'grassroots', 'enterprise', 'key_work'
    ));

comment on column cadre.posts.secondment_to is
  '挂职去向：central 中央部委，provincial 省级机关，developed 先进发达地区，city_organ 市级机关，'
  'grassroots 基层一线，enterprise 企业，key_work 重点工作主战场；有去向的挂职，单位为派出单位';

alter table cadre.activities
  drop constraint activities_kind_known,
  add column topics text[] not null default '{}',
  add constraint activities_kind_known
    check (kind in (
      'center_group_study', 'comprehensive_analysis', 'mobility_review', 'key_work_review',
      'rural_party_study', 'monthly_theme_review', 'intervention_report', 'supervision_bulletin',
      'daily_supervision_report', 'passport_custody_check', 'tolerance_publication',
      'report_and_reviews', 'self_assessment', 'democratic_life', 'branch_life',
      'two_circles_self_check', 'visit', 'team_service', 'township_meeting', 'secretary_review',
      'integrity_education', 'selection_self_check', 'team_report', 'lecture', 'expert_lecture',
      'study_tour', 'party_base_education', 'effectiveness_check', 'secretary_statement',
      'branch_assembly', 'branch_committee', 'party_lecture', 'theme_party_day',
      'democratic_appraisal', 'cadre_visit', 'team_work_report', 'team_appraisal', 'duty_report',
      'mutual_appraisal', 'job_fit_assessment', 'tier_publication', 'crime_screening',
      'eight_rules_self_check', 'conduct_inspection', 'audit_analysis', 'condolence_visit'
    )),
  add constraint activities_topics_known check (topics <@ array['anti_crime']);

comment on column cadre.activities.kind is
  '事项类型：center_group_study 中心组学习，comprehensive_analysis 综合分析研判，'
  'mobility_review 能上能下盘点，key_work_review 重点工作督查讲评，'
  'rural_party_study 专题研究农村基层组织建设，monthly_theme_review 月度主题研判，'
  'intervention_report 干预插手台账报告，supervision_bulletin 监督信息通报，'
  'daily_supervision_report 日常管理监督报告，passport_custody_check 出国境证件检查，'
  'tolerance_publication 容错纠错案例通报，report_and_reviews 一报告两评议，'
  'self_assessment 政治素质自查自评，democratic_life 民主生活会，branch_life 组织生活会，'
  'two_circles_self_check 两圈对照检查，visit 走访，team_service 组团联村服务，'
  'township_meeting 乡镇会议，secretary_review 村书记研判体检，integrity_education 廉政教育，'
  'selection_self_check 选人用人自查，team_report 队伍建设报告，lecture 领导干部上讲台，'
  'expert_lecture 专家授课，study_tour 外出学习培训，party_base_education 党性教育基地培训，'
  'effectiveness_check 效能明察暗访，secretary_statement 党建述职，branch_assembly 支部党员大会，'
  'branch_committee 支委会，party_lecture 党课，theme_party_day 主题党日，'
  'democratic_appraisal 民主评议党员，cadre_visit 走访考察干部，team_work_report 领导班子报告工作，'
  'team_appraisal 领导班子民主评议，duty_report 述责述廉，mutual_appraisal 双向测评，'
  'job_fit_assessment 人岗匹配评估，tier_publication 分档公开，crime_screening 涉黑涉恶排摸，'
  'eight_rules_self_check 八项规定自查自纠，conduct_inspection 作风明察暗访，'
  'audit_analysis 审计信息分析，condolence_visit 走访慰问';
comment on column cadre.activities.topics is '议题：anti_crime 防范黑恶势力';

alter table cadre.scores
  add column feedback_on date;

comment on column cadre.scores.feedback_on is '反馈日期：考评结果反馈给本人的日期';

alter table cadre.assessments
  add column two_circles boolean;

comment on column cadre.assessments.two_circles is '两圈情况纳入考核';

alter table cadre.recall_rounds
  add column class_id text,
  add constraint recall_rounds_class_id_exists foreign key (city_code, class_id)
    references cadre.training_classes (city_code, class_id);

comment on column cadre.recall_rounds.class_id is '班次编号（training_classes）';

alter table cadre.declarations
  drop constraint declarations_kind_known,
  add constraint declarations_kind_known
    check (kind in (
      'housing', 'investment', 'marriage', 'family_employment', 'illness', 'decision_error',
      'absence', 'authority_matter', 'residency', 'unlisted_shares', 'securities', 'usury',
      'business', 'part_time', 'paid_role', 'eight_rules'
    ));

comment on column cadre.declarations.kind is
  '事项：housing 住房，investment 投资，marriage 婚姻变化，family_employment 配偶子女从业，'
  'illness 重大疾病，decision_error 重大决策失误，absence 因故无法履职，authority_matter 职权重大问题，'
  'residency 国籍居留，unlisted_shares 违规持有非上市股份，securities 违规证券投资，'
  'usury 参与高利贷或非法集资，business 违规经商办企业，part_time 违规兼职，paid_role 违规取酬，'
  'eight_rules 违反八项规定精神问题；unlisted_shares 至 paid_role 只填违规情形';

alter table cadre.archives
  drop constraint archives_document_known,
  add constraint archives_document_known
    check (document in (
      'personal_matters', 'economic_audit', 'violation_conclusion', 'petition_material',
      'growth_file', 'assessment_file', 'secretary_file'
    ));

comment on column cadre.archives.document is
  '材料：personal_matters 个人事项报告，economic_audit 经济责任审计，violation_conclusion 处理结论，'
  'petition_material 信访举报，growth_file 成长档案，assessment_file 日常考核档案，'
  'secretary_file 村书记档案';

alter table cadre.petitions
  add column person_id text,
  add column topic text,
  add column verified_on date,
  add column recused boolean,
  add column accuser_handled_on date,
  add constraint petitions_person_id_exists foreign key (city_code, person_id)
    references cadre.persons (city_code, person_id),
  add constraint petitions_topic_known check (topic in ('four_winds', 'other'));

comment on column cadre.petitions.person_id is '反映对象编号（persons）';
comment on column cadre.petitions.topic is '反映类别：four_winds 四风，other 其他';
comment on column cadre.petitions.verified_on is '核查日期';
comment on column cadre.petitions.recused is '相关领导回避';
comment on column cadre.petitions.accuser_handled_on is '诬告处理日期';

alter table cadre.villages
  add column triggers text[] not null default '{}',
  add column problem_list_on date,
  add column party_members integer,
  add column members_signed integer,
  add column grids_led_by_committee integer,
  add constraint villages_triggers_known
    check (triggers <@ array[
      'organised_crime', 'clan_religion', 'petitions', 'disorder', 'discord', 'corruption'
    ]),
  add constraint villages_party_members_range check (party_members >= 0),
  add constraint villages_members_signed_range check (members_signed >= 0),
  add constraint villages_grids_led_by_committee_range check (grids_led_by_committee >= 0);

comment on column cadre.villages.triggers is
  '后进情形：organised_crime 涉黑涉恶，clan_religion 宗族宗教干扰渗透，petitions 信访矛盾突出，'
  'disorder 村级管理混乱，discord 班子内耗，corruption 村干部贪腐';
comment on column cadre.villages.problem_list_on is '问题清单日期';
comment on column cadre.villages.party_members is '党员数';
comment on column cadre.villages.members_signed is '签订拒赌承诺党员数';
comment on column cadre.villages.grids_led_by_committee is '两委任网格长网格数：由村两委成员任网格长';

alter table cadre.village_cadres
  add column county_reviewed_on date;

comment on column cadre.village_cadres.county_reviewed_on is '县级审核日期';

alter table cadre.village_ratings
  add column follow_up text,
  add column follow_up_on date,
  add constraint village_ratings_follow_up_known check (follow_up in ('reinstated', 'long_suspension', 'other'));

comment on column cadre.village_ratings.follow_up is
  '歇职后处理：reinstated 恢复任职，long_suspension 长期歇职，other 其他';
comment on column cadre.village_ratings.follow_up_on is '歇职后处理日期';

alter table cadre.village_supports
  drop constraint village_supports_kind_known,
  add constraint village_supports_kind_known
    check (kind in (
      'county_leader', 'township_leader', 'department', 'first_secretary', 'county_principal',
      'work_group', 'county_team_member', 'province_listing', 'city_listing'
    ));

comment on column cadre.village_supports.kind is
  '力量：county_leader 县级领导挂点，township_leader 乡镇领导包干，department 部门结对，'
  'first_secretary 第一书记驻村，county_principal 县党政主要领导包干，work_group 专门工作组，'
  'county_team_member 县级班子成员包干，province_listing 省级挂牌督办，city_listing 市级挂牌督办';

alter table cadre.village_projects
  add column completed_on date;

comment on column cadre.village_projects.completed_on is '竣工结算日期';
