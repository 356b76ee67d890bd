/// Tables of the data contract: 培训班次 · 培训记录.
extension Table {
  /// 培训班次.
  public static let trainingClasses = Table(
    .trainingClasses, label: "培训班次", subjectKind: "training_class", key: ["class_id"],
    columns: [
      Column("class_id", "班次编号", .id),
      Column("title", "班次名称", .text, national: "A1131"),
      Column("organizer_unit_id", "主办单位编号", .reference(to: .units)),
      Column(
        "provider", "培训机构",
        .code([
          Code("provincial_party_school", "省委党校"), Code("city_party_school", "市委党校"),
          Code("county_party_school", "县委党校"),
          Code("university", "高校"), Code("base", "教育基地"), Code("online", "网络学院"),
          Code("other", "其他"),
        ])),
      Column(
        "mode", "培训方式",
        .code(TrainingMode.allCases.map { Code($0.rawValue, $0.label) })),
      Column("main_class", "主体班次", .bool),
      Column(
        "admin_level", "办班层级",
        .code([
          Code("province", "省"), Code("city", "市"), Code("county", "县"),
          Code("unit", "单位"),
        ])),
      Column("approved_on", "办班审核日期", .date(.event), .optional),
      Column("started_on", "开班日期", .date(.own), national: "A1107"),
      Column("ended_on", "结业日期", .date(.event), national: "A1111"),
      Column("theory_hours", "理论教育课时", .number(.nonNegative), .optional),
      Column("party_spirit_hours", "党性教育课时", .number(.nonNegative), .optional),
      Column("other_hours", "其他课时", .number(.nonNegative), .optional),
    ],
    rules: [.interval(from: "started_on", to: "ended_on")]
  )

  /// 培训记录.
  public static let trainingRecords = Table(
    .trainingRecords, label: "培训记录", subjectKind: "training_record", key: ["record_id"],
    columns: [
      Column("record_id", "记录编号", .id),
      Column("person_id", "人员编号", .reference(to: .persons)),
      Column("class_id", "班次编号", .reference(to: .trainingClasses), .optional),
      Column("completed_on", "完成日期", .date(.own), national: "A1111"),
      Column("hours", "学时", .number(.nonNegative), national: "A1108"),
      Column("days", "天数", .number(.nonNegative), national: "A1107C"),
      Column("study_score", "学习成绩", .number(.hundred), .optional),
      Column("conduct_score", "表现成绩", .number(.hundred), .optional),
    ],
    rules: [.notBothZero("hours", "days")]
  )
}
