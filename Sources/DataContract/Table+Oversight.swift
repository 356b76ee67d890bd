/// Tables of the data contract: 干预插手记录 · 承诺书 · 事项报告 · 廉政风险点 · 集体决策 · 监督档案 · 举报受理 · 容错案件 · 个人事项查核 · 减负台账 · 关爱 · 待遇.
extension Table {
  /// 干预插手记录.
  public static let interventions = Table(
    .interventions, label: "干预插手记录", subjectKind: "intervention", key: ["entry_id"],
    columns: [
      Column("entry_id", "编号", .id),
      Column("unit_id", "记录单位编号", .reference(to: .units)),
      Column("matter", "事项类别", .code(.ledgerMatters)),
      Column("occurred_on", "时间", .date(.own), .optional),
      Column("intervener", "干预人姓名", .text, .optional),
      Column("intervener_unit", "干预人单位", .text, .optional),
      Column("intervener_post", "干预人职务", .text, .optional),
      Column("form", "形式", .text, .optional),
      Column("detail", "具体事项", .text, .optional),
      Column("result", "处理结果", .text, .optional),
    ]
  )

  /// 承诺书.
  public static let commitments = Table(
    .commitments, label: "承诺书", subjectKind: "commitment", key: ["commitment_id"],
    columns: [
      Column("commitment_id", "编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("kind", "类型", .code([Code("two_circles", "两圈行为规范"), Code("no_gambling", "拒赌")])),
      Column("signed_on", "签订日期", .date(.own)),
    ]
  )

  /// 事项报告.
  public static let declarations = Table(
    .declarations, label: "事项报告", subjectKind: "declaration", key: ["declaration_id"],
    columns: [
      Column("declaration_id", "编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column(
        "kind", "事项",
        .code([
          Code("housing", "住房"), Code("investment", "投资"), Code("marriage", "婚姻变化"),
          Code("family_employment", "配偶子女从业"), Code("illness", "重大疾病"), Code("decision_error", "重大决策失误"),
          Code("absence", "因故无法履职"), Code("authority_matter", "职权重大问题"), Code("residency", "国籍居留"),
          // The kinds from here on are prohibited: their rows are breaches of the rules.
          Code("unlisted_shares", "违规持有非上市股份", earlier: ["非上市股份"]),
          Code("securities", "违规证券投资", earlier: ["证券投资"]),
          Code("usury", "参与高利贷或非法集资", earlier: ["高利贷集资"]),
          Code("business", "违规经商办企业", earlier: ["经商办企业"]),
          Code("part_time", "违规兼职"), Code("paid_role", "违规取酬"), Code("eight_rules", "违反八项规定精神问题"),
        ])),
      Column("occurred_on", "发生日期", .date(.own)),
      Column("reported_on", "报告日期", .date(.event), .optional),
      Column("resolved_on", "整改日期", .date(.event), .optional),
    ]
  )

  /// 廉政风险点.
  public static let riskPoints = Table(
    .riskPoints, label: "廉政风险点", subjectKind: "risk_point", key: ["risk_id"],
    columns: [
      Column("risk_id", "编号", .id),
      Column("unit_id", "单位编号", .reference(to: .units)),
      Column(
        "area", "领域",
        .code([
          Code("enforcement", "执法执纪"), Code("approval", "项目审批"), Code("construction", "工程建设"),
          Code("finance", "财务管理"), Code("audit", "审计"),
        ])),
      Column("risk_level", "风险等级", .code([Code("high", "高"), Code("medium", "中"), Code("low", "低")])),
      Column("prevention", "前期预防措施", .bool),
      Column("monitoring", "中期监控措施", .bool),
      Column("handling", "后期处置措施", .bool),
    ]
  )

  /// 集体决策.
  public static let decisions = Table(
    .decisions, label: "集体决策", subjectKind: "decision", key: ["decision_id"],
    columns: [
      Column("decision_id", "编号", .id),
      Column("unit_id", "单位编号", .reference(to: .units)),
      Column("held_on", "日期", .date(.own)),
      Column(
        "matter", "类别",
        .code([
          Code("major", "重大决策"), Code("personnel", "重要人事"), Code("project", "重大项目"),
          Code("funds", "大额资金"),
        ])),
      Column(
        "mode", "方式",
        .code([
          Code("meeting", "会议"), Code("circulation", "传阅会签"), Code("consultation", "个别征求意见"),
        ])),
      Column("principal_last", "一把手末位表态", .bool, .optional),
    ]
  )

  /// 监督档案.
  public static let archives = Table(
    .archives, label: "监督档案", subjectKind: "archive", key: ["archive_id"],
    columns: [
      Column("archive_id", "编号", .id),
      Column("subject_kind", "对象类型", .code(.subjectKinds)),
      Column("subject_id", "对象编号", .subject),
      Column(
        "document", "材料",
        .code([
          Code("personal_matters", "个人事项报告"), Code("economic_audit", "经济责任审计"), Code("violation_conclusion", "处理结论"),
          Code("petition_material", "信访举报"), Code("growth_file", "成长档案"), Code("assessment_file", "日常考核档案"),
          Code("secretary_file", "村书记档案"),
        ])),
      Column("updated_on", "更新日期", .date(.own)),
    ]
  )

  /// 举报受理.
  public static let petitions = Table(
    .petitions, label: "举报受理", subjectKind: "petition", key: ["petition_id"],
    columns: [
      Column("petition_id", "编号", .id),
      Column("region_code", "行政区划代码", .regionCode),
      Column(
        "channel", "渠道",
        .code([
          Code("mailbox", "信箱"), Code("visit", "信访"), Code("web", "网络"),
          Code("phone", "电话"), Code("sms", "短信"),
        ])),
      Column("received_on", "收到日期", .date(.own)),
      Column("accepted_on", "受理日期", .date(.event), .optional),
      Column("closed_on", "办结日期", .date(.event), .optional),
      Column("false_accusation", "诬告", .bool),
      Column("clarified_on", "澄清日期", .date(.event), .optional),
      Column("person_id", "反映对象编号", .reference(to: .persons), .optional),
      Column("topic", "反映类别", .code([Code("four_winds", "四风"), Code("other", "其他")]), .optional),
      Column("verified_on", "核查日期", .date(.event), .optional),
      Column("recused", "相关领导回避", .bool, .optional),
      Column("accuser_handled_on", "诬告处理日期", .date(.event), .optional),
    ]
  )

  /// 容错案件.
  public static let toleranceCases = Table(
    .toleranceCases, label: "容错案件", subjectKind: "tolerance_case", key: ["case_id"],
    columns: [
      Column("case_id", "编号", .id),
      Column("unit_id", "单位编号", .reference(to: .units)),
      Column("applied_on", "申请日期", .date(.event)),
      Column("decided_on", "认定日期", .date(.event), .optional),
      Column("granted", "予以容错", .bool, .optional),
    ]
  )

  /// 个人事项查核.
  public static let verifications = Table(
    .verifications, label: "个人事项查核", subjectKind: "verification", key: ["verification_id"],
    columns: [
      Column("verification_id", "编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column(
        "kind", "查核类型",
        .code([
          Code("random", "随机抽查"), Code("key", "重点查核"), Code("selection", "凡提必核"),
        ])),
      Column(
        "result", "查核结果",
        .code([
          Code("consistent", "一致"), Code("omitted", "漏报"), Code("concealed", "瞒报"),
        ])),
      Column("verified_on", "查核日期", .date(.own)),
      Column("handled_on", "处理日期", .date(.event), .optional),
    ]
  )

  /// 减负台账.
  public static let burdens = Table(
    .burdens, label: "减负台账", subjectKind: "burden", key: ["unit_id", "year"],
    columns: [
      Column("unit_id", "单位编号", .reference(to: .units)),
      Column("year", "年度", .integer(.year)),
      Column("meetings", "会议数", .integer(.nonNegative)),
      Column("documents", "文件数", .integer(.nonNegative)),
      Column("inspections", "督查检查数", .integer(.nonNegative)),
    ]
  )

  /// 关爱.
  public static let welfare = Table(
    .welfare, label: "关爱", subjectKind: "welfare", key: ["person_id", "year"],
    columns: [
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("year", "年度", .integer(.year)),
      Column("checkup_on", "体检日期", .date(.event), .optional),
      Column("leave_days_due", "应休天数", .number(.nonNegative), .optional),
      Column("leave_days_taken", "已休天数", .number(.nonNegative), .optional),
    ]
  )

  /// 待遇.
  public static let pay = Table(
    .pay, label: "待遇", subjectKind: "pay", key: ["region_code", "year", "rank", "group"],
    columns: [
      Column("region_code", "县区代码", .regionCode),
      Column("year", "年度", .integer(.year)),
      Column("rank", "职务层次", .code(.ranks)),
      Column("group", "群体", .code([Code("township", "乡镇"), Code("county_organ", "县级机关")])),
      Column("average_income", "平均收入", .number(.nonNegative)),
    ]
  )
}
