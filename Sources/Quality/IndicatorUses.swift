import CadreModel
import DataContract
import PolicyKit

/// Which indicators of a policy read what: worked out once from their rules, then asked kind by kind.
struct IndicatorUses {
  fileprivate struct Use {
    let id: String
    let columns: [TableName: Set<String>]
    /// The tables without rows of which it cannot be judged.
    let decisive: Set<TableName>
    let templates: String
  }

  private struct Question: Hashable {
    let kind: QualityKind
    let table: TableName
    let code: String
  }

  private let uses: [Use]
  private var answers: [Question: [String]] = [:]

  /// - Throws: `RenderingError`.
  init(of policy: Policy) throws {
    // Whatever the day, the columns are the same.
    guard let judging = policy.judging(asOf: policy.configuration.effectiveOn) else {
      uses = []
      return
    }
    uses = try policy.indicators.map { indicator in
      let needed = try NeededColumns.of(indicator, in: judging)
      return Use(
        id: indicator.id,
        columns: Dictionary(uniqueKeysWithValues: needed.map { ($0.table, Set($0.columns.map(\.name))) }),
        decisive: Set(needed.filter(\.isDecisive).map(\.table)),
        templates: indicator.rule.templates.joined(separator: "\n"))
    }
  }

  /// The ids of the indicators that read what the finding is about, in catalogue order.
  mutating func indicators(reading finding: QualityFinding) -> [String] {
    let question = Question(kind: finding.kind, table: finding.table, code: finding.code)
    if let known = answers[question] { return known }
    let doubtful = finding.kind.doubtful(in: finding.table)
    let found = uses.filter { use in
      doubtful.contains { use.reads($0) } && use.reads(code: finding.code, of: finding.table)
    }.map(\.id)
    answers[question] = found
    return found
  }
}

extension IndicatorUses.Use {
  fileprivate func reads(_ doubtful: DoubtfulColumns) -> Bool {
    guard let columns = columns[doubtful.table] else { return false }
    return doubtful.columns.isEmpty || !columns.isDisjoint(with: doubtful.columns)
  }

  /// Of a table of several kinds an indicator names those that it counts.
  fileprivate func reads(code: String, of table: TableName) -> Bool {
    code.isEmpty || !decisive.contains(table) || templates.contains(code.sqlLiteral)
  }
}
