/// Tables of the data contract: 分档考评 · 专项分 · 年度考核 · 组织措施 · 召回教育 · 政治素质考察 · 选拔任用.
extension Table {
  /// 分档考评.
  public static let scores = Table(
    .scores, label: "分档考评", subjectKind: "score", key: ["person_id", "half"],
    columns: [
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("half", "半年", .half),
      Column("base_score", "考评分", .number(.nonNegative)),
      Column("feedback_on", "反馈日期", .date(.event), .optional),
    ]
  )

  /// 专项分.
  public static let scoreItems = Table(
    .scoreItems, label: "专项分", subjectKind: "score_item", key: ["item_id"],
    columns: [
      Column("item_id", "编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("half", "半年", .half),
      Column("points", "加扣分", .number(.nonZero)),
      Column(
        "source", "来源",
        .code([
          Code("discipline", "执纪监督"), Code("inspection", "巡视巡察"), Code("petition", "信访"),
          Code("audit", "审计"), Code("supervision", "督考"), Code("circular", "通报"),
          Code("evaluation", "考核评比"),
        ])),
    ]
  )

  /// 年度考核.
  public static let assessments = Table(
    .assessments, label: "年度考核", subjectKind: "assessment", key: ["assessment_id"],
    columns: [
      Column("assessment_id", "编号", .id),
      Column("subject_kind", "对象类型", .code(.subjectKinds)),
      Column("subject_id", "对象编号", .subject),
      Column("year", "年度", .integer(.year), national: "A1521"),
      Column("category", "考核类别", .text),
      Column("score", "得分", .number(.nonNegative), .optional),
      Column(
        "grade", "等次",
        .code([
          Code("excellent", "优秀", also: ["1"]), Code("competent", "称职", also: ["2", "2B", "合格"]),
          Code("basic", "基本称职", also: ["3", "3B", "基本合格"]), Code("incompetent", "不称职", also: ["4", "4B", "不合格"]),
        ]), .optional, national: "A1517", unheld: .yearsWithoutGrade),
      Column("snail_cup", "蜗牛杯", .bool),
      Column("feedback_on", "反馈日期", .date(.event), .optional),
      Column("two_circles", "两圈情况纳入考核", .bool, .optional),
    ]
  )

  /// 组织措施.
  public static let measures = Table(
    .measures, label: "组织措施", subjectKind: "measure", key: ["measure_id"],
    columns: [
      Column("measure_id", "编号", .id),
      Column("subject_kind", "对象类型", .code(.subjectKinds)),
      Column("subject_id", "对象编号", .subject),
      Column(
        "kind", "措施",
        .code([
          Code("reminder", "提醒"), Code("inquiry_letter", "函询"), Code("admonition", "诫勉"),
          Code("summon", "约谈"), Code("supervision", "督查"), Code("accountability", "问责"),
          Code("circular", "通报"), Code("off_post_training", "离岗培训"), Code("reassignment", "组织调整"),
          Code("recall", "召回"), Code("non_leading", "改任非领导职务"), Code("demotion", "降职"),
          Code("removal", "免职"), Code("party_discipline", "党纪政务处分"),
        ])),
      Column("taken_on", "实施日期", .date(.own)),
      Column(
        "issuer", "实施机关",
        .code([
          Code("discipline", "纪检监察机关"), Code("org_dept", "组织部门"), Code("both", "两家联合"),
          Code("other", "其他"),
        ])),
    ]
  )

  /// 召回教育.
  public static let recallRounds = Table(
    .recallRounds, label: "召回教育", subjectKind: "recall_round", key: ["recall_id", "round"],
    columns: [
      Column("recall_id", "召回编号", .id),
      Column("round", "轮次", .integer(.positive)),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("suspended_on", "停职日期", .date(.own)),
      Column("education_start", "教育开始", .date(.event), .optional),
      Column("education_end", "教育结束", .date(.event), .optional),
      Column("exam_passed", "考试合格", .bool, .optional),
      Column("tracking_passed_on", "跟踪考察合格日期", .date(.event), .optional),
      Column("reinstated_on", "复职日期", .date(.event), .optional),
      Column("class_id", "班次编号", .reference(to: .trainingClasses), .optional),
    ],
    rules: [.interval(from: "education_start", to: "education_end")]
  )

  /// 政治素质考察.
  public static let politicalVettings = Table(
    .politicalVettings, label: "政治素质考察", subjectKind: "political_vetting", key: ["vetting_id"],
    columns: [
      Column("vetting_id", "编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("held_on", "日期", .date(.own)),
      Column("result", "结论", .code([Code("qualified", "合格"), Code("unqualified", "不合格")])),
    ]
  )

  /// 选拔任用.
  public static let selections = Table(
    .selections, label: "选拔任用", subjectKind: "selection", key: ["selection_id"],
    columns: [
      Column("selection_id", "编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("kind", "类型", .code([Code("promotion", "提拔"), Code("transfer", "转任")])),
      Column("rank", "拟任层次", .code(.ranks)),
      Column("unit_id", "任职单位编号", .reference(to: .units)),
      Column("important", "重要岗位", .bool),
      Column("decided_on", "决定日期", .date(.own)),
      Column("archive_checked_on", "档案审核日期", .date(.event), .optional),
      Column("matters_verified_on", "个人事项核查日期", .date(.event), .optional),
      Column("discipline_opinion_on", "纪委意见日期", .date(.event), .optional),
      Column("petitions_checked_on", "信访核查日期", .date(.event), .optional),
      Column("secretary_signed_on", "书记签字日期", .date(.event), .optional),
      Column("discipline_signed_on", "纪委书记签字日期", .date(.event), .optional),
      Column("integrity_talk_on", "廉政谈话日期", .date(.event), .optional),
      Column("prereviewed_on", "组织部预审日期", .date(.event), .optional),
      Column("took_office_on", "到任日期", .date(.event), .optional),
    ]
  )
}
