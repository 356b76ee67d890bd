public import CadreModel
public import DataContract

/// A number of events, or an amount, within each period: met as soon as it is reached, judged finally on the
/// period's last day.
public struct Quota: Archetype {
  public let population: Population
  public let period: PeriodKind
  public let measure: Measure
  public let training: TrainingAsked
  public let kind: ArchetypeKind

  /// How progress is measured.
  public enum Measure: Sendable, Hashable {
    /// Facts to add up. The template selects `subject_id`, `held_on`, `amount`, `evidence`; the parameter is what
    /// the sum must reach.
    case facts(String, atLeast: String)
    /// Progress worked out by the template for the one period (`{period_start}`, `{period_end}`): `subject_id`,
    /// `observed`, `required`, `reached` (null: no data), `evidence`. A subject without a row has reached nothing,
    /// or has no data where `absent` says so.
    case progress(String, absent: Absent)
  }

  /// What it means that a subject has no row of progress.
  public enum Absent: Sendable, Hashable {
    case noData
    case nothing(required: String)
  }

  /// Which training records decide.
  public enum TrainingAsked: Sendable, Hashable {
    case ofAnyDay
    /// Those dated within the year's periods, and no others.
    case ofThePeriods
  }

  public init(
    _ population: Population, each period: PeriodKind, _ measure: Measure, training: TrainingAsked = .ofAnyDay,
    kind: ArchetypeKind = .quota
  ) {
    self.population = population
    self.period = period
    self.measure = measure
    self.training = training
    self.kind = kind
  }

  public var templates: [String] {
    let own = [population.template] + (population.exemption.map { [$0.condition] } ?? [])
    switch measure {
    case .facts(let template, _), .progress(let template, _): return own + [template]
    }
  }

  public var parameters: [String] {
    switch measure {
    case .facts(_, let required): ["warn.period", required]
    case .progress(_, .nothing(let required)): ["warn.period", required]
    case .progress(_, .noData): ["warn.period"]
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
    let status = Fragment.status(
      reached: "s.reached", due: "s.ends", warnDays: try scope.render("{warn.period}"), in: scope)
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
          \(try standing(in: scope)),
          d.evidence
        from subject s
        cross join period p
        left join done d
          on d.subject_id = s.subject_id
          and d.period = p.name
      )
      select
        s.subject_id,
        s.unit_id,
        s.period,
        case
          when s.exempt is not null then 'exempt'
          when s.reached is null then 'no_data'
          else \(status)
        end as status,
        null::text as class,
        s.observed,
        s.required,
        s.ends as due_on,
        case
          when s.exempt is not null then s.exempt
          when s.reached is null then 'record_missing'
          when s.reached then 'reached'
          when \(scope.seenAt.sql) >= s.ends then 'short'
          else 'short_so_far'
        end as reason,
        null::text as detail,
        s.evidence
      from standing s
      """
  }

  private func exemption(in scope: Scope) throws(RenderingError) -> String {
    guard let exemption = population.exemption else { return "null::text" }
    return "case when \(try scope.render(exemption.condition)) then \(exemption.reason.rawValue.sqlLiteral) end"
  }

  /// The CTE `done`: what has been reached, one row a subject and period. Facts are sorted once, not in each aggregate:
  /// a server before PostgreSQL 16 starts a sort for every row of `done`.
  private func progress(_ periods: [Period], in scope: Scope) throws(RenderingError) -> String {
    switch measure {
    case .facts(let template, _):
      return """
        fact as (
        \(Fragment.indented(try scope.render(template)))
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
    case .progress(let template, _):
      let only = periods.first ?? scope.judging.year
      return """
        progress as (
        \(Fragment.indented(try scope.within(only).render(template)))
        ),
        done as (
          select progress.*, \(only.name.sqlLiteral) as period
          from progress
        )
        """
    }
  }

  /// Leaves the facts of others where some persons or units alone are judged: they are a quota's own subjects.
  private func ofTouchedSubjects(in scope: Scope) -> String {
    guard let touched = scope.judging.touched else { return "" }
    return "\n          where \(touched.condition(on: "f.subject_id"))"
  }

  /// `observed`, `required` and `reached` of a subject, whether it has a row of `done` or not.
  private func standing(in scope: Scope) throws(RenderingError) -> String {
    switch measure {
    case .facts(_, let required):
      let required = try scope.render("{\(required)}")
      return """
        coalesce(d.observed, 0) as observed,
              \(required)::numeric as required,
              coalesce(d.observed, 0) >= \(required) as reached
        """
    case .progress(_, .noData):
      return "d.observed, d.required, d.reached"
    case .progress(_, .nothing(let required)):
      return """
        case when d.subject_id is null then 0 else d.observed end as observed,
              case when d.subject_id is null then \(try scope.render("{\(required)}")) else d.required end as required,
              case when d.subject_id is null then false else d.reached end as reached
        """
    }
  }
}
