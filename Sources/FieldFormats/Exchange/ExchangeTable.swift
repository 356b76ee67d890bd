/// A table of an exchange folder that is read: what national sets call an information set (信息集).
public enum ExchangeTable: String, Sendable, Hashable, CaseIterable {
  /// 人员基本情况.
  case persons = "A01"
  /// 工作单位及职务.
  case posts = "A02"
  /// 考核情况.
  case assessments = "A15"
  /// 法人单位基本情况.
  case units = "B01"

  /// By a file's name: `A01.xml`, in capitals or not.
  init?(fileName: String) {
    guard fileName.lowercased().hasSuffix(".xml") else { return nil }
    self.init(rawValue: fileName.dropLast(4).uppercased())
  }

  public var fileName: String { rawValue + ".xml" }
}

/// A row of such a table: its attributes by their names in capitals.
public struct ExchangeRow: Sendable, Hashable {
  public let cells: [String: String]
  public let place: FieldPlace

  /// An attribute's text without blanks at its ends; nil where it is empty or missing.
  public subscript(_ name: String) -> String? {
    let text = cells[name]?.trimmingBlanks ?? ""
    return text.isEmpty || text.lowercased() == "null" ? nil : text
  }
}
