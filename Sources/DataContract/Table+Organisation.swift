/// Tables of the data contract: 单位 · 人员 · 任职 · 分工 · 出国境证件.
extension Table {
  /// 单位.
  public static let units = Table(
    .units, label: "单位", subjectKind: "unit", key: ["unit_id"],
    columns: [
      Column("unit_id", "单位编号", .id, national: "B0111"),
      Column("unit_name", "单位名称", .text, national: "B0101"),
      Column("region_code", "行政区划代码", .regionCode),
      Column("parent_unit_id", "上级单位编号", .reference(to: .units), .optional, national: "B0121"),
      Column(
        "unit_kind", "单位类型",
        .code([
          Code("party_committee", "党委"), Code("organ", "机关部门"), Code("township", "乡镇街道"),
          Code("institution", "事业单位"), Code("enterprise", "国有企业"), Code("party_school", "党校"),
        ])),
      Column(
        "level", "层级",
        .code([
          Code("province", "省"), Code("city", "市"), Code("county", "县"),
          Code("township", "乡"),
        ])),
      Column("category", "考核类别", .text, .optional),
      Column(
        "duties", "承担职责",
        .tags([
          Code("intervention_ledger", "干预插手台账"), Code("supervision_conference", "监督联席会议成员"),
        ]), .optional),
      Column("founded_on", "成立日期", .date(.open), .optional),
      Column("dissolved_on", "撤销日期", .date(.event), .optional),
      Column("sub_section_allowed", "股级职数", .integer(.nonNegative), .optional),
      Column("ledger_matters", "台账事项", .tags(.ledgerMatters), .optional),
    ],
    rules: [.interval(from: "founded_on", to: "dissolved_on")]
  )

  /// 人员.
  public static let persons = Table(
    .persons, label: "人员", subjectKind: "person", key: ["person_id"],
    columns: [
      Column("person_id", "人员编号", .id),
      Column("name", "姓名", .text, national: "A0101"),
      Column(
        "sex", "性别", .code([Code("1", "男", also: ["男性"]), Code("2", "女", also: ["女性"])]), national: "A0104"),
      Column("birth_date", "出生日期", .date(.open), national: "A0107"),
      Column("id_number", "公民身份号码", .identityNumber, .optional, national: "A0184"),
      Column(
        "political_status", "政治面貌",
        .code([
          Code("01", "中共党员"), Code("02", "中共预备党员", also: ["预备党员"]), Code("03", "共青团员", also: ["团员"]),
          Code("04", "民革党员", also: ["民革"]), Code("05", "民盟盟员", also: ["民盟"]),
          Code("06", "民建会员", also: ["民建"]), Code("07", "民进会员", also: ["民进"]),
          Code("08", "农工党党员", also: ["农工党"]), Code("09", "致公党党员", also: ["致公党"]),
          Code("10", "九三学社社员", also: ["九三学社", "九三"]), Code("11", "台盟盟员", also: ["台盟"]),
          Code("12", "无党派人士", also: ["无党派", "无党派民主人士"]), Code("13", "群众"), Code("99", "其他"),
        ]), national: "A0141"),
      Column("joined_party_on", "入党日期", .date(.event), .optional, national: "A0144"),
      Column("hired_on", "参加工作日期", .date(.open), national: "A0134"),
      Column("left_on", "离开日期", .date(.event), .optional),
      Column(
        "managed_by", "管理权限",
        .code([
          Code("province", "省管"), Code("city", "市管"), Code("county", "县管"),
          Code("unit", "单位管理"),
        ])),
      Column(
        "lists", "名单",
        .tags([
          Code("reserve", "后备干部"), Code("structural", "结构性干部"), Code("selected_graduate", "选调生"),
          Code("talent_pool", "优秀干部资源库"), Code("young_talent", "优秀年轻干部"),
        ]), .optional),
      Column("entered_on", "进入本市任职日期", .date(.open), .optional),
      Column(
        "establishment", "编制类别",
        .code([
          Code("civil_servant", "公务员"), Code("reference", "参公"), Code("institution", "事业"),
          Code("enterprise", "企业"), Code("other", "其他"),
        ]), .optional),
      Column("ethnicity", "民族", .code(.ethnicities), .optional, national: "A0117"),
      Column(
        "education", "学历",
        .code([
          Code("10", "研究生"), Code("20", "大学本科"), Code("30", "大学专科"),
          Code("40", "中等职业"), Code("60", "普通高中"), Code("70", "初中"),
          Code("80", "小学"), Code("90", "其他"),
        ]), .optional),
    ],
    rules: [.interval(from: "hired_on", to: "left_on")]
  )

  /// 任职.
  public static let posts = Table(
    .posts, label: "任职", subjectKind: "post", key: ["post_id"],
    columns: [
      Column("post_id", "任职记录编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("unit_id", "单位编号", .reference(to: .units), national: "A0201B"),
      Column("post_key", "岗位编号", .id),
      Column("title", "职务名称", .text, national: "A0215A", "A0192A"),
      Column("rank", "职务层次", .code(.ranks)),
      Column(
        "role", "岗位角色",
        .code([
          Code("principal", "主要负责人"), Code("deputy", "班子成员"), Code("middle_principal", "中层正职"),
          Code("middle_deputy", "中层副职"), Code("staff", "一般干部"),
        ])),
      Column("branch", "党政", .code([Code("party", "党委"), Code("admin", "行政"), Code("both", "党政一肩挑")])),
      Column("leading", "领导职务", .bool),
      Column(
        "sensitive", "敏感岗位",
        .tags([
          Code("enforcement", "执法执纪"), Code("approval", "项目审批"), Code("construction", "工程建设"),
          Code("finance", "财务管理"), Code("personnel", "干部人事"), Code("audit", "审计"),
        ]), .optional),
      Column("started_on", "任职日期", .date(.own), national: "A0243"),
      Column("ended_on", "免职日期", .date(.event), .optional, national: "A0265"),
      Column(
        "entry", "任职方式",
        .code([
          Code("initial", "初任"), Code("promotion", "提拔"), Code("transfer", "转任"),
          Code("exchange", "交流"), Code("secondment", "挂职"), Code("other", "其他"),
        ])),
      Column(
        "exchange_kind", "交流类别",
        .code([
          Code("mandatory", "强制性"), Code("cultivation", "培养性"), Code("systemic", "系统性"),
          Code("reverse", "逆向性"),
        ]), .optional),
      // A secondment is recorded under the sending unit; this column says where the person goes.
      Column(
        "secondment_to", "挂职去向",
        .code([
          Code("central", "中央部委"), Code("provincial", "省级机关"), Code("developed", "先进发达地区"),
          Code("city_organ", "市级机关"), Code("grassroots", "基层一线"), Code("enterprise", "企业"),
          Code("key_work", "重点工作主战场"),
        ]), .optional),
    ],
    rules: [.interval(from: "started_on", to: "ended_on")]
  )

  /// 分工.
  public static let charges = Table(
    .charges, label: "分工", subjectKind: "charge", key: ["charge_id"],
    columns: [
      Column("charge_id", "分工编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("unit_id", "任职单位编号", .reference(to: .units)),
      Column(
        "area", "分管事项",
        .code([
          Code("personnel", "人事"), Code("finance", "财务"), Code("construction", "工程建设"),
          Code("procurement", "物资采购"), Code("approval", "审批"), Code("enforcement", "执法"),
        ]), .optional),
      Column("charged_unit_id", "分管单位编号", .reference(to: .units), .optional),
      Column("started_on", "开始日期", .date(.own)),
      Column("ended_on", "结束日期", .date(.event), .optional),
    ],
    rules: [.interval(from: "started_on", to: "ended_on"), .oneGiven("area", "charged_unit_id")]
  )

  /// 出国境证件.
  public static let passports = Table(
    .passports, label: "出国境证件", subjectKind: "passport", key: ["passport_id"],
    columns: [
      Column("passport_id", "证件编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column(
        "kind", "证件类型",
        .code([
          Code("passport", "护照"), Code("hk_macau", "港澳通行证"), Code("taiwan", "台湾通行证"),
        ])),
      Column("issued_on", "签发日期", .date(.own)),
      Column("handed_in_on", "上交日期", .date(.event), .optional),
    ]
  )
}
