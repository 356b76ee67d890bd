/// Tables of the data contract: 检查巡察 · 巡察到村 · 巡察发现问题 · 整改事项.
///
/// Places, findings and matters are always read together with their inspection: they exist once it has begun.
extension Table {
  /// 检查巡察.
  public static let inspections = Table(
    .inspections, label: "检查巡察", subjectKind: "inspection", key: ["inspection_id"],
    columns: [
      Column("inspection_id", "编号", .id),
      Column(
        "kind", "类型",
        .code([
          Code("routine", "常规巡察"), Code("special", "专项巡察"), Code("upgraded", "提级巡察"),
          Code("cross", "交叉巡察"), Code("lookback", "回头看"), Code("selection_check", "选人用人检查"),
          Code("economic_audit", "经济责任审计"), Code("leaving_check", "离任检查"),
        ])),
      Column("unit_id", "单位编号", .reference(to: .units)),
      Column("person_id", "人员编号", .reference(to: .persons), .optional),
      Column("started_on", "开始日期", .date(.own)),
      Column("ended_on", "结束日期", .date(.event), .optional),
      Column("with_selection_check", "同步选人用人检查", .bool),
    ],
    rules: [.interval(from: "started_on", to: "ended_on")]
  )

  /// 巡察到村.
  public static let inspectionPlaces = Table(
    .inspectionPlaces, label: "巡察到村", subjectKind: "inspection_place", key: ["inspection_id", "place_id"],
    columns: [
      Column("inspection_id", "检查编号", .reference(to: .inspections)),
      Column("place_id", "地点编号", .reference(to: .places)),
    ]
  )

  /// 巡察发现问题.
  public static let findings = Table(
    .findings, label: "巡察发现问题", subjectKind: "finding", key: ["finding_id"],
    columns: [
      Column("finding_id", "问题编号", .id),
      Column("inspection_id", "检查编号", .reference(to: .inspections)),
      Column("found_on", "发现日期", .date(.own)),
      Column("person_id", "人员编号", .reference(to: .persons), .optional),
      Column("cause", "原因", .text, .optional),
      Column("responsible_person_id", "责任人编号", .reference(to: .persons), .optional),
      Column("measure_id", "措施编号", .reference(to: .measures), .optional),
      Column("corrected_on", "整改日期", .date(.event), .optional),
    ]
  )

  /// 整改事项.
  public static let rectifications = Table(
    .rectifications, label: "整改事项", subjectKind: "rectification", key: ["item_id"],
    columns: [
      Column("item_id", "编号", .id),
      Column("inspection_id", "检查编号", .reference(to: .inspections)),
      Column("due_on", "整改期限", .date(.open)),
      Column("done_on", "完成日期", .date(.event), .optional),
    ]
  )
}
