public import CadreModel
public import DataContract

/// The shape of a duty, and how it is judged in SQL.
///
/// Every archetype renders to one `select` of the same columns (`JudgedColumns`), one row a subject and period.
public protocol Archetype: Sendable {
  /// What the catalogue calls this shape.
  var kind: ArchetypeKind { get }
  /// Every template that it renders. Parameters, tables and reach are found in them.
  var templates: [String] { get }
  /// Parameters used outside templates, by their short names.
  var parameters: [String] { get }
  /// Whether a subject's verdict is independent of the other subjects. False for ranks, shares and counts.
  var judgesEachByItself: Bool { get }
  /// The judging `select`.
  func judged(in scope: Scope) throws(RenderingError) -> String
  /// The tables whose rows decide which subjects there are: a changed row of another table makes no new subject. Nil: a
  /// row of any table may.
  func tablesOfSubjects(in scope: Scope) throws(RenderingError) -> Set<TableName>?
  /// Where either of two quantities is enough: the unit of the second one. `detail` then holds the second amount and the
  /// one asked for (`13/12`).
  var alternative: MeasureUnit? { get }
  /// How `observed` must stand to `required`.
  var comparison: Comparison { get }
  /// The days whose training records decide; nil: those of any day.
  func trainingDays(in judging: Judging) -> Period?
}

extension Archetype {
  public var parameters: [String] { [] }

  public var judgesEachByItself: Bool { true }

  public func tablesOfSubjects(in scope: Scope) throws(RenderingError) -> Set<TableName>? { nil }

  public var alternative: MeasureUnit? { nil }
  public var comparison: Comparison { .atLeast }

  public func trainingDays(in judging: Judging) -> Period? { nil }
}

/// How the amount of a result must stand to the one that is asked for.
public enum Comparison: Sendable, Hashable {
  case atLeast
  case atMost
  case below
}

/// The second of two quantities of which either is enough.
public struct Alternative: Sendable, Hashable {
  public let measure: MeasureUnit
  /// The parameter that it must reach.
  public let required: String

  public init(_ measure: MeasureUnit, atLeast required: String) {
    self.measure = measure
    self.required = required
  }

  /// SQL for the detail: the second amount and the one asked for.
  func detail(_ amount: String, in scope: Scope) throws(RenderingError) -> String {
    "trim_scale(\(amount)::numeric) || '/' || \(try scope.render("{\(required)}"))"
  }
}

/// Names of the archetypes as the catalogue shows them.
public enum ArchetypeKind: String, Sendable, Hashable, CaseIterable {
  case quota
  case rollingQuota = "rolling_quota"
  case share
  case deadline
  case tenure
  case overlap
  case ranking
  case coverage
  case completeness
  case separationOfDuties = "separation_of_duties"
  case classification
  case statistic
  case attestation
  case state
  case `case`

  public var chinese: String {
    switch self {
    case .quota: "定额"
    case .rollingQuota: "滚动定额"
    case .share: "占比"
    case .deadline: "时限"
    case .tenure: "任期"
    case .overlap: "重叠"
    case .ranking: "排名"
    case .coverage: "覆盖"
    case .completeness: "完整性"
    case .separationOfDuties: "职责分离"
    case .classification: "分档"
    case .statistic: "统计"
    case .attestation: "自查"
    case .state: "状态"
    case .case: "个案"
    }
  }
}

/// Pieces of SQL that several archetypes are made of.
enum Fragment {
  /// A list of periods as a CTE body.
  static func periods(_ periods: [Period]) -> String {
    guard !periods.isEmpty else {
      return "select null::text as name, null::date as starts, null::date as ends where false"
    }
    return "values\n    "
      + periods.map { "(\($0.name.sqlLiteral), \($0.starts.sql), \($0.ends.sql))" }.joined(separator: ",\n    ")
  }

  /// SQL of several lines, to be put in at the end of `text`: every line is indented like the last line of `text`.
  static func hanging(_ sql: String, under text: String) -> String {
    guard sql.utf8.contains(UInt8(ascii: "\n")) else { return sql }
    let line = text.utf8.lastIndex(of: UInt8(ascii: "\n")).map { text.utf8[text.utf8.index(after: $0)...] }
    let margin = String(repeating: " ", count: (line ?? text.utf8[...]).prefix { $0 == UInt8(ascii: " ") }.count)
    return lines(of: sql, after: margin)
  }

  /// A template's SQL, indented to stand in a CTE.
  static func indented(_ sql: String) -> String {
    "  " + lines(of: sql, after: "  ")
  }

  /// The lines of `sql`, each but the first after a margin.
  private static func lines(of sql: String, after margin: String) -> String {
    let lineEnd = UInt8(ascii: "\n")
    let margin = [lineEnd] + margin.utf8
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sql.utf8.count + sql.utf8.count / 4)
    for line in sql.utf8.split(separator: lineEnd, omittingEmptySubsequences: false) {
      if line.startIndex != sql.utf8.startIndex { bytes.append(contentsOf: margin) }
      bytes.append(contentsOf: line)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
