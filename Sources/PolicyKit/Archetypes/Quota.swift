public import CadreModel
public import DataContract

/// A number of events, or an amount, within each period: met as soon as it is reached, judged finally on the
/// period's last day.
///
/// ```swift
/// Quota(.units(.township), each: .month, .facts(Facts.activitiesOfUnits("monthly_theme_review"), atLeast: "count"))
/// Quota(.persons, within: .year, .progress(template, absent: .nothing(required: "hours")))
/// ```
public struct Quota: Archetype {
  public let population: Population
  public let period: PeriodKind
  let measure: Measure
  public let training: TrainingAsked
  public let kind: ArchetypeKind

  enum Measure: Sendable, Hashable {
    case facts(Sum)
    case progress(Progress)
  }

  /// Facts to add up, in every period alike.
  public struct Sum: Sendable, Hashable {
    let template: String
    let required: String

    /// - Parameters:
    ///   - template: selects `subject_id`, `held_on`, `amount`, `evidence`.
    ///   - required: the parameter that the sum must reach.
    public static func facts(_ template: String, atLeast required: String) -> Sum {
      Sum(template: template, required: required)
    }
  }

  /// Progress worked out for one period.
  public struct Progress: Sendable, Hashable {
    let template: String
    let absent: Absent
    let other: Alternative?
    let detail: String?

    /// - Parameters:
    ///   - template: selects `subject_id`, `observed`, `required`, `reached` (null: no data) and `evidence` within
    ///     `{period_start}` and `{period_end}`.
    ///   - absent: what it means that a subject has no row.
    ///   - other: where another quantity is as good, which the template selects as `alternative`.
    ///   - detail: what the sentence tells of the progress, SQL over its row `d`.
    public static func progress(
      _ template: String, absent: Absent, or other: Alternative? = nil, detail: String? = nil
    ) -> Progress {
      Progress(template: template, absent: absent, other: other, detail: detail)
    }
  }

  /// What it means that a subject has no row of progress.
  public enum Absent: Sendable, Hashable {
    case noData
    case nothing(required: String)
  }

  /// Kinds of periods of which only one is judged at a date. Only then can a template work out the progress itself.
  public enum OnePeriod: Sendable, Hashable {
    case year
    case term

    var kind: PeriodKind {
      switch self {
      case .year: .year
      case .term: .term
      }
    }
  }

  /// Which training records decide.
  public enum TrainingAsked: Sendable, Hashable {
    case ofAnyDay
    /// Only those dated within the periods that are judged.
    case ofThePeriods
  }

  /// Facts added up in each period of the year, or in the term.
  public init(
    _ population: Population, each period: PeriodKind, _ sum: Sum, training: TrainingAsked = .ofAnyDay,
    kind: ArchetypeKind = .quota
  ) {
    self.population = population
    self.period = period
    measure = .facts(sum)
    self.training = training
    self.kind = kind
  }

  /// Progress that the template works out, in the one period.
  public init(
    _ population: Population, within period: OnePeriod, _ progress: Progress, training: TrainingAsked = .ofAnyDay,
    kind: ArchetypeKind = .quota
  ) {
    self.population = population
    self.period = period.kind
    measure = .progress(progress)
    self.training = training
    self.kind = kind
  }

  public var templates: [String] {
    let own = [population.template] + (population.exemption.map { [$0.condition] } ?? [])
    switch measure {
    case .facts(let sum): return own + [sum.template]
    case .progress(let progress): return own + [progress.template] + [progress.detail].compactMap(\.self)
    }
  }

  public var alternative: MeasureUnit? { other?.measure }

  private var other: Alternative? {
    if case .progress(let progress) = measure { return progress.other }
    return nil
  }

  public var parameters: [String] {
    amountsAsked + [other?.required].compactMap(\.self)
  }

  private var amountsAsked: [String] {
    switch measure {
    case .facts(let sum): return ["warn.period", sum.required]
    case .progress(let progress):
      guard case .nothing(let required) = progress.absent else { return ["warn.period"] }
      return ["warn.period", required]
    }
  }

  public func tablesOfSubjects(in scope: Scope) throws(RenderingError) -> Set<TableName>? {
    try scope.tables(of: population.template)
  }

  public func trainingDays(in judging: Judging) -> Period? {
    let periods = judging.periods(period)
    guard training == .ofThePeriods, let first = periods.first, let last = periods.last else { return nil }
    return Period(name: first.name, starts: first.starts, ends: last.ends)
  }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let periods = scope.judging.periods(period)
    let exemption = try exemption(in: scope)
    let told = try told(unless: exemption, in: scope)
    let reached =
      (other == nil ? "" : "when s.reached and s.observed < s.required then \(Reason.reachedByOther.rawValue.sqlLiteral)\n    ")
      + "when s.reached then \(Reason.reached.rawValue.sqlLiteral)"
    let left = TimeLeft(dueOn: "s.ends", warnDays: try scope.render("{warn.period}"), asOf: scope.seenAt)
    let select = JudgedSelect(
      row: "s", period: "s.period",
      status: """
        case
          when s.exempt is not null then 'exempt'
          when s.reached is null then 'no_data'
          when s.reached then 'met'
          \(left.arms())
        end
        """,
      reason: """
        case
          when s.exempt is not null then s.exempt
          when s.reached is null then \(Reason.recordMissing.rawValue.sqlLiteral)
          \(reached)
          when \(scope.seenAt.sql) >= s.ends then \(Reason.short.rawValue.sqlLiteral)
          else \(Reason.shortSoFar.rawValue.sqlLiteral)
        end
        """,
      observed: "s.observed", required: "s.required", dueOn: "s.ends", detail: told == nil ? nil : "s.detail")
    return """
      with subject as (
      \(Fragment.indented(try scope.render(population.template)))
      ),
      period (name, starts, ends) as (
        \(Fragment.periods(periods))
      ),
      \(try progress(periods, in: scope)),
      standing as (
        select
          s.subject_id,
          s.unit_id,
          p.name as period,
          p.ends,
          \(exemption) as exempt,
          \(hanging: (try standing(in: scope)) + (told.map { ",\n\($0) as detail" } ?? "")),
          d.evidence
        from subject s
        cross join period p
        left join done d
          on d.subject_id = s.subject_id
          and d.period = p.name
      )
      \(select.sql(from: "standing s"))
      """
  }

  /// What the sentence tells of a subject that is judged.
  private func told(unless exemption: String, in scope: Scope) throws(RenderingError) -> String? {
    guard case .progress(let progress) = measure else { return nil }
    var told = try progress.detail.render(in: scope)
    if let other = progress.other { told = try other.detail("coalesce(d.alternative, 0)", in: scope) }
    return told.map { told in
      """
      case when (\(exemption)) is null
        then \(hanging: told)
      end
      """
    }
  }

  private func exemption(in scope: Scope) throws(RenderingError) -> String {
    guard let exemption = population.exemption else { return "null::text" }
    return "case when \(try scope.render(exemption.condition)) then \(exemption.reason.rawValue.sqlLiteral) end"
  }

  /// The CTE `done`: what has been reached, one row a subject and period. Facts are sorted once, not in each aggregate:
  /// a server before PostgreSQL 16 starts a sort for every row of `done`.
  private func progress(_ periods: [Period], in scope: Scope) throws(RenderingError) -> String {
    switch measure {
    case .facts(let sum):
      return """
        fact as (
        \(Fragment.indented(try scope.render(sum.template)))
        ),
        fact_of_period as (
          select
            f.subject_id,
            p.name as period,
            f.amount,
            f.evidence
          from fact f
          join period p on f.held_on between p.starts and p.ends\(ofTouchedSubjects(in: scope))
          order by f.subject_id, p.name, f.evidence collate "C"
        ),
        done as (
          select
            f.subject_id,
            f.period,
            sum(f.amount) as observed,
            array_agg(f.evidence) as evidence
          from fact_of_period f
          group by f.subject_id, f.period
        )
        """
    case .progress(let progress):
      let only = periods.first ?? scope.judging.year
      return """
        progress as (
        \(Fragment.indented(try scope.within(only).render(progress.template)))
        ),
        done as (
          select
            progress.*,
            \(only.name.sqlLiteral) as period
          from progress
        )
        """
    }
  }

  /// Where only some persons or units are judged again, the facts of all others are left out. A quota's facts name its
  /// subjects directly.
  private func ofTouchedSubjects(in scope: Scope) -> String {
    guard let touched = scope.judging.touched else { return "" }
    return "\n          where \(touched.condition(on: "f.subject_id"))"
  }

  /// `observed`, `required` and `reached` of a subject, whether it has a row of `done` or not.
  private func standing(in scope: Scope) throws(RenderingError) -> String {
    switch measure {
    case .facts(let sum):
      let required = try scope.render("{\(sum.required)}")
      return """
        coalesce(d.observed, 0) as observed,
        \(required)::numeric as required,
        coalesce(d.observed, 0) >= \(required) as reached
        """
    case .progress(let progress):
      switch progress.absent {
      case .noData:
        return "d.observed,\nd.required,\nd.reached"
      case .nothing(let required):
        return """
          case when d.subject_id is null then 0 else d.observed end as observed,
          case when d.subject_id is null then \(try scope.render("{\(required)}")) else d.required end as required,
          case when d.subject_id is null then false else d.reached end as reached
          """
      }
    }
  }
}
