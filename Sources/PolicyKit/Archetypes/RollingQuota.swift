import CadreModel
public import DataContract

/// An amount to be reached within the years up to the as-of date, whatever the calendar.
///
/// There is no due date, and so nobody is ever at risk: the window moves on every day. Whoever has been bound by the duty
/// for less than the whole window and has not reached the amount is pending.
public struct RollingQuota: Archetype {
  public let population: Population
  /// The window's length in years, a parameter.
  public let years: String
  /// Selects `subject_id`, `observed`, `reached`, `evidence`: what was reached within the window (`{period_start}`,
  /// `{period_end}`). A subject without a row has reached nothing.
  public let progress: String
  /// Selects `subject_id`, `bound_since`: since when the duty has bound a subject. A subject without a row has always been
  /// bound.
  public let bound: String
  /// The parameter that `observed` is compared with.
  public let required: String
  /// Where another quantity is as good, which `progress` selects as `alternative`.
  let other: Alternative?

  public init(
    _ population: Population, years: String, atLeast required: String, or other: Alternative? = nil, progress: String,
    boundSince bound: String
  ) {
    self.other = other
    self.population = population
    self.years = years
    self.required = required
    self.progress = progress
    self.bound = bound
  }

  public var kind: ArchetypeKind { .rollingQuota }
  public var templates: [String] { [population.template, progress, bound] }
  public var parameters: [String] { [required, years] + [other?.required].compactMap(\.self) }
  public var alternative: MeasureUnit? { other?.measure }

  public func tablesOfSubjects(in scope: Scope) throws(RenderingError) -> Set<TableName>? {
    try scope.tables(of: population.template)
  }

  /// The window that ends on a day: (day - years, day].
  static func window(of years: Int, endingOn day: Day) -> Period {
    Period(name: String(day.year), starts: day.adding(years: -years).adding(days: 1), ends: day)
  }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let years = try scope.whole(years)
    let window = RollingQuota.window(of: years, endingOn: scope.seenAt)
    let asked = try scope.render("{\(required)}")
    let told = try other?.detail("coalesce(p.alternative, 0)", in: scope)
    let reached =
      (other == nil ? "" : "when s.reached and s.observed < \(asked) then \(Reason.reachedByOther.rawValue.sqlLiteral)\n    ")
      + "when s.reached then \(Reason.reached.rawValue.sqlLiteral)"
    let select = JudgedSelect(
      row: "s", period: scope.judging.year.name.sqlLiteral,
      status: """
        case
          when s.reached then 'met'
          when s.is_in_time then 'pending'
          else 'unmet'
        end
        """,
      reason: """
        case
          \(reached)
          when s.is_in_time then \(Reason.rollingShortSoFar.rawValue.sqlLiteral)
          else \(Reason.rollingShort.rawValue.sqlLiteral)
        end
        """,
      observed: "s.observed", required: "\(asked)::numeric", detail: other == nil ? nil : "s.detail")
    return """
      with subject as (
      \(Fragment.indented(try scope.render(population.template)))
      ),
      progress as (
      \(Fragment.indented(try scope.within(window).render(progress)))
      ),
      bound as (
      \(Fragment.indented(try scope.within(window).render(bound)))
      ),
      standing as (
        select
          s.subject_id,
          s.unit_id,
          coalesce(p.observed, 0) as observed,
          coalesce(p.reached, false) as reached,
          coalesce(
            \(scope.seenAt.sql) < (b.bound_since + interval '\(years) years')::date, false
          ) as is_in_time,
          \(told.map { "\($0) as detail,\n          " } ?? "")p.evidence
        from subject s
        left join progress p on p.subject_id = s.subject_id
        left join bound b on b.subject_id = s.subject_id
      )
      \(select.sql(from: "standing s"))
      """
  }
}
