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
  ]
}
