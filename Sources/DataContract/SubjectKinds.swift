public import CadreModel

/// What the kinds of subjects are called.
public enum SubjectKinds {
  public static func label(_ kind: String) -> Label {
    Label(chinese(kind), kind)
  }

  private static func chinese(_ kind: String) -> String {
    switch kind {
    case "pair": "谈话对"
    case "young_event": "年轻干部变动"
    case "holiday": "节假日"
    case "recall": "召回"
    case "village_person": "村干部（人）"
    case "region": "地区"
    case "region_rank": "地区与层次"
    case "jurisdiction": "全市"
    default: Table.all.first { $0.subjectKind == kind }?.label ?? kind
    }
  }
}
