import CadreModel

/// A verdict on what stands at the as-of date alone.
///
/// ```swift
/// State(
///   of: Rows.of(.riskPoints), holds: "c.prevention and c.monitoring and c.handling", otherwise: .incomplete,
///   kind: .completeness)
/// ```
public struct State: Archetype {
  /// Selects `subject_id`, `unit_id`, `evidence`, `period` where `period` is `.ofRows`, and whatever the rest asks.
  public let rows: String
  public let period: PeriodSource
  public let comparison: Comparison
  let amounts: Amounts
  let outcomes: Outcomes
  let classCode: String?
  let detail: String?
  /// Neither exempt nor without data.
  private let isJudged: String
  public let kind: ArchetypeKind

  /// - Parameters:
  ///   - classCode: where a subject has a result for each of some classes. SQL over the subject `c`, as all below.
  ///   - holds: null where the record is missing.
  ///   - exempt: when the duty does not apply, before all else.
  ///   - comparison: how the amount found must stand to the one asked for.
  ///   - otherwise: why it does not hold.
  ///   - detail: what the sentence tells of a subject that is judged.
  public init(
    _ period: PeriodSource = .year, of rows: String, classCode: String? = nil, holds: String = "c.holds",
    exempt: [Outcome] = [], amounts: Amounts = .none, comparison: Comparison = .atLeast, otherwise: Reason,
    kind: ArchetypeKind = .state, detail: String? = nil
  ) {
    self.comparison = comparison
    self.detail = detail
    isJudged = "(\(holds)) is not null" + exempt.map { " and (\($0.condition)) is not true" }.joined()
    self.rows = rows
    self.period = period
    self.amounts = amounts
    self.classCode = classCode
    outcomes = Outcomes(
      list: exempt + [.when("(\(holds)) is null", .noData), .when(holds, .met)], otherwise: .unmet(otherwise))
    self.kind = kind
  }

  public var templates: [String] {
    [rows] + amounts.templates + outcomes.templates + [classCode, detail].compactMap(\.self)
  }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let select = JudgedSelect(
      row: "c", period: period.sql(in: scope, row: "c"), status: try outcomes.status(in: scope),
      reason: try outcomes.reason(in: scope), classCode: try classCode.render(in: scope),
      observed: try amounts.observed.render(in: scope), required: try amounts.required.render(in: scope),
      detail: try detail.map { Self.told($0, where: isJudged) }.render(in: scope))
    return """
      with subject as (
      \(Fragment.indented(try scope.render(rows)))
      )
      \(select.sql(from: "subject c"))
      """
  }

  private static func told(_ detail: String, where isJudged: String) -> String {
    """
    case when \(isJudged)
      then \(hanging: detail)
    end
    """
  }
}
