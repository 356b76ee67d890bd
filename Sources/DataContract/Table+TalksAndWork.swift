/// Tables of the data contract: 谈话 · 工作事项 · 请假外出 · 离任交接.
extension Table {
  /// 谈话.
  public static let talks = Table(
    .talks, label: "谈话", subjectKind: "talk", key: ["talk_id"],
    columns: [
      Column("talk_id", "谈话编号", .id),
      Column("from_person_id", "谈话人编号", .reference(to: .persons)),
      Column("to_person_id", "谈话对象编号", .reference(to: .persons)),
      Column("held_on", "谈话日期", .date(.own)),
      Column(
        "kind", "谈话类型",
        .code([
          Code("heart_to_heart", "谈心谈话"), Code("integrity", "任职前廉政谈话"), Code("feedback", "反馈谈话"),
          Code("reminder", "提醒谈话"), Code("admonition", "诫勉谈话"), Code("summon", "约谈"),
        ])),
    ],
    rules: [.different("from_person_id", "to_person_id")]
  )

  /// 工作事项.
  public static let activities = Table(
    .activities, label: "工作事项", subjectKind: "activity", key: ["activity_id"],
    columns: [
      Column("activity_id", "事项编号", .id),
      Column("kind", "事项类型", .code(.activityKinds)),
      Column("unit_id", "单位编号", .reference(to: .units), .optional),
      Column("person_id", "人员编号", .reference(to: .persons), .optional),
      Column("target_id", "对象编号", .reference(to: .places, .units), .optional),
      Column(
        "reported_to", "报送对象",
        .tags([
          Code("org_dept", "组织部门"), Code("discipline", "纪检监察机关"), Code("superior", "上级党委"),
        ]), .optional),
      Column("topics", "议题", .tags([Code("anti_crime", "防范黑恶势力")]), .optional),
      Column("held_on", "日期", .date(.own)),
    ],
    rules: [.oneGiven("unit_id", "person_id")]
  )

  /// 请假外出.
  public static let leaves = Table(
    .leaves, label: "请假外出", subjectKind: "leave", key: ["leave_id"],
    columns: [
      Column("leave_id", "编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column(
        "kind", "类型",
        .code([
          Code("official", "因公"), Code("private", "因私"), Code("annual", "年休假"),
          Code("sick", "病假"),
        ])),
      Column("abroad", "出国境", .bool),
      Column("approved_on", "批准日期", .date(.event), .optional),
      Column("approved_from", "批准起", .date(.open), .optional),
      Column("approved_to", "批准止", .date(.open), .optional),
      Column("approved_destination", "批准目的地", .text, .optional),
      Column("left_on", "离开日期", .date(.own)),
      Column("returned_on", "返回日期", .date(.event), .optional),
      Column("actual_destination", "实际目的地", .text, .optional),
      Column("closed_on", "销假日期", .date(.event), .optional),
    ],
    rules: [.interval(from: "left_on", to: "returned_on"), .interval(from: "approved_from", to: "approved_to")]
  )

  /// 离任交接.
  public static let handovers = Table(
    .handovers, label: "离任交接", subjectKind: "handover", key: ["handover_id"],
    columns: [
      Column("handover_id", "编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("post_id", "离任任职编号", .reference(to: .posts)),
      Column("left_on", "离任日期", .date(.own)),
      Column("handed_over_on", "交接完成日期", .date(.event), .optional),
      Column("work_items", "工作事项", .bool),
      Column("economic_items", "经济事项", .bool),
      Column("personnel_items", "人事事项", .bool),
      Column("petition_items", "信访稳定事项", .bool),
      Column("other_items", "其他事项", .bool),
      Column("moved_to_unit_id", "新单位编号", .reference(to: .units), .optional),
      Column("relations_moved_on", "关系转接日期", .date(.event), .optional),
      Column("filed_on", "备案日期", .date(.event), .optional),
    ]
  )
}
