import CadreModel

/// The columns of every judged row, in order.
///
/// - `subject_id`, `unit_id`: whom the verdict is about and whose duty it is
/// - `period`, `status`, `class`
/// - `observed`, `required`: numeric; a share keeps four decimals
/// - `due_on`
/// - `reason`: a code of `Reason`; `detail`: text for its sentence
/// - `evidence`: `table/key` of the rows that decided
public enum JudgedColumns {
  public static let names = [
    "subject_id", "unit_id", "period", "status", "class", "observed", "required", "due_on", "reason", "detail",
    "evidence",
  ]
}

/// The `select` of judged rows from a relation: what an archetype does not speak of is empty.
struct JudgedSelect {
  /// The relation's alias: its `subject_id`, `unit_id` and `evidence` are taken as they are.
  let row: String
  let period: String
  let status: String
  let reason: String
  var classCode: String?
  var observed: String?
  var required: String?
  var dueOn: String?
  var detail: String?
  var evidence: String?

  /// - Parameter relation: `from` and what follows.
  func sql(from relation: String) -> String {
    let columns = [
      "\(row).subject_id",
      "\(row).unit_id",
      "\(period) as period",
      "\(status) as status",
      Self.column("class", classCode, "text", row),
      Self.column("observed", observed, "numeric", row),
      Self.column("required", required, "numeric", row),
      Self.column("due_on", dueOn, "date", row),
      "\(reason) as reason",
      Self.column("detail", detail, "text", row),
      Self.column("evidence", evidence ?? "\(row).evidence", "text[]", row),
    ]
    return """
      select
      \(columns.map(Fragment.indented).joined(separator: ",\n"))
      from \(relation)
      """
  }

  private static func column(_ name: String, _ value: String?, _ type: String, _ row: String) -> String {
    guard let value else { return "null::\(type) as \(name)" }
    return value == "\(row).\(name)" ? value : "\(value) as \(name)"
  }
}
