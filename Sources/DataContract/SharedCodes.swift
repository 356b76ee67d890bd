extension [Code] {
  /// Codes of `posts.rank`.
  public static let ranks: [Code] = [
    Code("bureau", "厅局级"),
    Code("county_division", "县处级"),
    Code("township_section", "乡科级"),
    Code("sub_section", "股级"),
    Code("staff", "科员及以下"),
  ]

  /// Codes of `assessments.subject_kind`.
  public static let subjectKinds: [Code] = [
    Code("person", "个人"),
    Code("unit", "单位"),
  ]

  /// What A1517 says of a year that ended without a grade, and why. An empty `assessments.grade` says that the grade is not known,
  /// which is something else: so such a year is no row.
  public static let yearsWithoutGrade: [Code] = [
    Code("5", "不定等次", also: ["不确定等次", "未定等次"]),
    Code("5A", "新录用人员试用期不确定等次"),
    Code("5B", "被立案调查尚未结案不确定等次"),
    Code("5C", "受处分期间不确定等次"),
    Code("6", "不进行考核", also: ["未参加考核"]),
    Code("6A", "病、事假累计超过半年不进行考核"),
    Code("7", "其他"),
  ]

  /// Codes of `interventions.matter`.
  public static let ledgerMatters: [Code] = [
    Code("project", "工程项目"),
    Code("enforcement", "执纪执法"),
    Code("public_resources", "公共资源交易"),
    Code("justice", "司法活动"),
    Code("finance", "金融活动"),
    Code("land", "征地拆迁"),
    Code("personnel", "选人用人"),
    Code("audit", "审计"),
  ]

  /// Codes of `persons.ethnicity`: GB/T 3304.
  public static let ethnicities: [Code] = [
    Code("01", "汉族"), Code("02", "蒙古族"), Code("03", "回族"), Code("04", "藏族"),
    Code("05", "维吾尔族"), Code("06", "苗族"), Code("07", "彝族"), Code("08", "壮族"),
    Code("09", "布依族"), Code("10", "朝鲜族"), Code("11", "满族"), Code("12", "侗族"),
    Code("13", "瑶族"), Code("14", "白族"), Code("15", "土家族"), Code("16", "哈尼族"),
    Code("17", "哈萨克族"), Code("18", "傣族"), Code("19", "黎族"), Code("20", "傈僳族"),
    Code("21", "佤族"), Code("22", "畲族"), Code("23", "高山族"), Code("24", "拉祜族"),
    Code("25", "水族"), Code("26", "东乡族"), Code("27", "纳西族"), Code("28", "景颇族"),
    Code("29", "柯尔克孜族"), Code("30", "土族"), Code("31", "达斡尔族"), Code("32", "仫佬族"),
    Code("33", "羌族"), Code("34", "布朗族"), Code("35", "撒拉族"), Code("36", "毛南族"),
    Code("37", "仡佬族"), Code("38", "锡伯族"), Code("39", "阿昌族"), Code("40", "普米族"),
    Code("41", "塔吉克族"), Code("42", "怒族"), Code("43", "乌孜别克族"), Code("44", "俄罗斯族"),
    Code("45", "鄂温克族"), Code("46", "德昂族"), Code("47", "保安族"), Code("48", "裕固族"),
    Code("49", "京族"), Code("50", "塔塔尔族"), Code("51", "独龙族"), Code("52", "鄂伦春族"),
    Code("53", "赫哲族"), Code("54", "门巴族"), Code("55", "珞巴族"), Code("56", "基诺族"),
  ]

  /// Codes of `activities.kind`.
  public static let activityKinds: [Code] = [
    Code("center_group_study", "中心组学习"),
    Code("comprehensive_analysis", "综合分析研判"),
    Code("mobility_review", "能上能下盘点"),
    Code("key_work_review", "重点工作督查讲评"),
    Code("rural_party_study", "专题研究农村基层组织建设"),
    Code("monthly_theme_review", "月度主题研判"),
    Code("intervention_report", "干预插手台账报告"),
    Code("supervision_bulletin", "监督信息通报"),
    Code("daily_supervision_report", "日常管理监督报告"),
    Code("passport_custody_check", "出国境证件检查"),
    Code("tolerance_publication", "容错纠错案例通报"),
    Code("report_and_reviews", "一报告两评议"),
    Code("self_assessment", "政治素质自查自评"),
    Code("democratic_life", "民主生活会"),
    Code("branch_life", "组织生活会"),
    Code("two_circles_self_check", "两圈对照检查"),
    Code("visit", "走访"),
    Code("team_service", "组团联村服务"),
    Code("township_meeting", "乡镇会议"),
    Code("secretary_review", "村书记研判体检"),
    Code("integrity_education", "廉政教育"),
    Code("selection_self_check", "选人用人自查"),
    Code("team_report", "队伍建设报告"),
    Code("lecture", "领导干部上讲台"),
    Code("expert_lecture", "专家授课"),
    Code("study_tour", "外出学习培训"),
    Code("party_base_education", "党性教育基地培训"),
    Code("effectiveness_check", "效能明察暗访"),
    Code("secretary_statement", "党建述职"),
    Code("branch_assembly", "支部党员大会"),
    Code("branch_committee", "支委会"),
    Code("party_lecture", "党课"),
    Code("theme_party_day", "主题党日"),
    Code("democratic_appraisal", "民主评议党员"),
    Code("cadre_visit", "走访考察干部"),
    Code("team_work_report", "领导班子报告工作"),
    Code("team_appraisal", "领导班子民主评议"),
    Code("duty_report", "述责述廉"),
    Code("mutual_appraisal", "双向测评"),
    Code("job_fit_assessment", "人岗匹配评估"),
    Code("tier_publication", "分档公开"),
    Code("crime_screening", "涉黑涉恶排摸"),
    Code("eight_rules_self_check", "八项规定自查自纠"),
    Code("conduct_inspection", "作风明察暗访"),
    Code("audit_analysis", "审计信息分析"),
    Code("condolence_visit", "走访慰问"),
  ]
}
