/// Tables of the data contract: 村组地点 · 行政村 · 村干部 · 资格联审 · 三色评定 · 帮扶 · 村级项目.
extension Table {
  /// 村组地点.
  public static let places = Table(
    .places, label: "村组地点", subjectKind: "place", key: ["place_id"],
    columns: [
      Column("place_id", "地点编号", .id),
      Column(
        "kind", "类型",
        .code([
          Code("township", "乡镇街道"), Code("village", "行政村"), Code("natural_village", "自然村"),
          Code("community", "社区"), Code("difficult_household", "困难户"),
        ])),
      Column("name", "名称", .text),
      Column("region_code", "行政区划代码", .regionCode),
      Column("unit_id", "所属单位编号", .reference(to: .units), .optional),
      Column("parent_place_id", "上级地点", .reference(to: .places), .optional),
    ]
  )

  /// 行政村.
  public static let villages = Table(
    .villages, label: "行政村", subjectKind: "village", key: ["village_id"],
    columns: [
      Column("village_id", "村编号", .reference(to: .places)),
      Column("population", "人口", .integer(.nonNegative)),
      Column("households", "户数", .integer(.nonNegative)),
      Column("households_linked", "党员联户数", .integer(.nonNegative)),
      Column("grids", "网格数", .integer(.nonNegative)),
      Column("grids_with_branch", "建支部网格数", .integer(.nonNegative)),
      Column("service_team", "组团联村", .bool),
      Column("lagging_since", "列为后进日期", .date(.event), .optional),
      Column("critical", "重点难点村", .bool),
      Column("last_member_admitted_on", "最近发展党员日期", .date(.event), .optional),
      Column("members_under_36", "35岁以下党员数", .integer(.nonNegative)),
      Column(
        "triggers", "后进情形",
        .tags([
          Code("organised_crime", "涉黑涉恶"), Code("clan_religion", "宗族宗教干扰渗透"), Code("petitions", "信访矛盾突出"),
          Code("disorder", "村级管理混乱"), Code("discord", "班子内耗"), Code("corruption", "村干部贪腐"),
        ]), .optional),
      Column("problem_list_on", "问题清单日期", .date(.event), .optional),
      Column("party_members", "党员数", .integer(.nonNegative), .optional),
      Column("members_signed", "签订拒赌承诺党员数", .integer(.nonNegative), .optional),
      Column("grids_led_by_committee", "两委任网格长网格数", .integer(.nonNegative), .optional),
    ]
  )

  /// 村干部.
  public static let villageCadres = Table(
    .villageCadres, label: "村干部", subjectKind: "village_cadre", key: ["vc_id"],
    columns: [
      Column("vc_id", "编号", .id),
      Column("village_id", "村编号", .reference(to: .villages)),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column(
        "role", "职务",
        .code([
          Code("secretary", "村书记"), Code("director", "村主任"), Code("coop_head", "合作社负责人"),
          Code("committee", "两委委员"), Code("reserve", "书记后备"),
        ])),
      Column("graduate", "大学生", .bool),
      Column("started_on", "任职日期", .date(.own)),
      Column("ended_on", "离任日期", .date(.event), .optional),
      Column("filed_with_county_on", "县级备案日期", .date(.event), .optional),
      Column("county_reviewed_on", "县级审核日期", .date(.event), .optional),
    ],
    rules: [.interval(from: "started_on", to: "ended_on")]
  )

  /// 资格联审.
  public static let villageVettings = Table(
    .villageVettings, label: "资格联审", subjectKind: "village_vetting", key: ["vetting_id"],
    columns: [
      Column("vetting_id", "编号", .id),
      Column("village_id", "村编号", .reference(to: .villages)),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("kind", "类型", .code([Code("candidate", "候选人"), Code("midterm", "届中")])),
      Column("held_on", "日期", .date(.own)),
      Column(
        "departments", "已出结论部门",
        .tags([
          Code("discipline", "纪检监察"), Code("politics_law", "政法"), Code("petition", "信访"),
          Code("court", "法院"), Code("procuratorate", "检察院"), Code("police", "公安"),
          Code("civil_affairs", "民政"), Code("justice", "司法"), Code("natural_resources", "自然资源"),
          Code("ecology", "生态环境"), Code("agriculture", "农业农村"), Code("audit", "审计"),
        ])),
      Column("negative_hits", "负面清单项数", .integer(.nonNegative)),
      Column("passed", "通过", .bool),
    ]
  )

  /// 三色评定.
  public static let villageRatings = Table(
    .villageRatings, label: "三色评定", subjectKind: "village_rating", key: ["rating_id"],
    columns: [
      Column("rating_id", "编号", .id),
      Column("village_id", "村编号", .reference(to: .villages)),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("rated_on", "评定日期", .date(.own)),
      Column("color", "颜色", .code([Code("red", "红"), Code("yellow", "黄"), Code("grey", "灰")])),
      Column("retrained_from", "回炉起", .date(.event), .optional),
      Column("retrained_to", "回炉止", .date(.event), .optional),
      Column("suspended_from", "歇职起", .date(.event), .optional),
      Column("suspended_to", "歇职止", .date(.event), .optional),
      Column(
        "disposal", "处理",
        .code([
          Code("resignation", "责令辞职"), Code("removal", "免职"), Code("long_suspension", "长期歇职"),
          Code("discipline", "纪律处分"), Code("justice", "移送司法"),
        ]), .optional),
      Column("disposed_on", "处理日期", .date(.event), .optional),
      Column(
        "follow_up", "歇职后处理",
        .code([
          Code("reinstated", "恢复任职"), Code("long_suspension", "长期歇职"), Code("other", "其他"),
        ]), .optional),
      Column("follow_up_on", "歇职后处理日期", .date(.event), .optional),
    ],
    rules: [
      .interval(from: "retrained_from", to: "retrained_to"),
      .interval(from: "suspended_from", to: "suspended_to"),
    ]
  )

  /// 帮扶.
  public static let villageSupports = Table(
    .villageSupports, label: "帮扶", subjectKind: "village_support", key: ["support_id"],
    columns: [
      Column("support_id", "编号", .id),
      Column("village_id", "村编号", .reference(to: .villages)),
      Column(
        "kind", "力量",
        .code([
          Code("county_leader", "县级领导挂点"), Code("township_leader", "乡镇领导包干"), Code("department", "部门结对"),
          Code("first_secretary", "第一书记驻村"), Code("county_principal", "县党政主要领导包干"),
          Code("work_group", "专门工作组"), Code("county_team_member", "县级班子成员包干"),
          Code("province_listing", "省级挂牌督办"), Code("city_listing", "市级挂牌督办"),
        ])),
      Column("started_on", "开始日期", .date(.own)),
      Column("ended_on", "结束日期", .date(.event), .optional),
    ],
    rules: [.interval(from: "started_on", to: "ended_on")]
  )

  /// 村级项目.
  public static let villageProjects = Table(
    .villageProjects, label: "村级项目", subjectKind: "village_project", key: ["project_id"],
    columns: [
      Column("project_id", "编号", .id),
      Column("village_id", "村编号", .reference(to: .villages)),
      Column("started_on", "立项日期", .date(.own)),
      Column(
        "contractor_relation", "承接人关系",
        .code([
          Code("none", "无"), Code("cadre", "村干部本人"), Code("family", "配偶亲属"),
        ])),
      Column("disclosed_decision", "民主决策公示", .bool),
      Column("disclosed_funding", "筹资筹劳公示", .bool),
      Column("disclosed_bidding", "招标公示", .bool),
      Column("supervised", "村监委全程监督", .bool),
      Column("completed_on", "竣工结算日期", .date(.event), .optional),
    ]
  )
}
