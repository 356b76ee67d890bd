extension Table {
  /// The table's key and columns as text. Part of the rules digest: a table of another form may be judged differently.
  public var form: String {
    let lines = columns.map { column in
      "\(column.name) \(column.presence == .required ? "required" : "optional") \(column.type.form)"
    }
    return (["\(name.rawValue) by \(key.joined(separator: ", "))"] + lines).joined(separator: "\n")
  }
}

extension ColumnType {
  fileprivate var form: String {
    switch self {
    case .id: "id"
    case .reference(let tables): "reference to \(tables.map(\.rawValue).joined(separator: ", "))"
    case .subject: "subject"
    case .text: "text"
    case .date(let sight): "date \(sight.form)"
    case .bool: "bool"
    case .number: "number"
    case .integer: "integer"
    case .code(let codes): "code of \(codes.map(\.code).joined(separator: ", "))"
    case .tags(let codes): "tags of \(codes.map(\.code).joined(separator: ", "))"
    case .regionCode: "region code"
    case .half: "half"
    case .identityNumber: "identity number"
    case .clause: "clause"
    case .indicator: "indicator"
    }
  }
}

extension DateSight {
  fileprivate var form: String {
    switch self {
    case .own: "own"
    case .event: "event"
    case .open: "open"
    }
  }
}
