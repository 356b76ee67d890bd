/// Tables of the data contract: 条款自查 · 制度文件 · 豁免.
extension Table {
  /// 条款自查.
  public static let attestations = Table(
    .attestations, label: "条款自查", subjectKind: "attestation", key: ["attestation_id"],
    columns: [
      Column("attestation_id", "编号", .id),
      Column("unit_id", "单位编号", .reference(to: .units)),
      Column("clause", "条款", .clause),
      Column("made_on", "填报日期", .date(.own)),
      Column("conclusion", "结论", .code([Code("done", "已落实"), Code("partly", "部分落实"), Code("not_done", "未落实")])),
      Column("note", "说明", .text, .optional),
    ]
  )

  /// 制度文件.
  public static let documents = Table(
    .documents, label: "制度文件", subjectKind: "document", key: ["document_id"],
    columns: [
      Column("document_id", "文件编号", .id),
      Column("clause", "条款", .clause),
      Column("title", "文件名称", .text),
      Column("issued_on", "印发日期", .date(.own)),
      Column("issuer_unit_id", "印发单位编号", .reference(to: .units), .optional),
    ]
  )

  /// 豁免.
  public static let waivers = Table(
    .waivers, label: "豁免", subjectKind: "waiver", key: ["waiver_id"],
    columns: [
      Column("waiver_id", "编号", .id),
      Column("indicator", "指标", .indicator),
      Column("subject_id", "对象编号", .text),
      Column("approved_on", "批准日期", .date(.own)),
      Column("approved_by", "批准机关", .text),
      Column("basis", "依据", .text),
      Column("valid_from", "有效期起", .date(.open)),
      Column("valid_to", "有效期止", .date(.open)),
    ],
    rules: [.interval(from: "valid_from", to: "valid_to")]
  )
}
