import CadreModel

/// Posts that may be held only so long: `tenure.began_on` plus a limit in years, shorter for sensitive posts.
///
/// ```swift
/// TenureLimit(
///   postsWhere: "c.rank = 'township_section'", years: "years", sensitiveYears: "sensitive_years",
///   warnDays: "warn.rotation")
/// ```
public struct TenureLimit: Archetype {
  /// Of the current posts (`c`) held by persons on roll, those judged.
  public let condition: String
  public let limit: String
  public let sensitiveLimit: String
  public let warnDays: String

  /// - Parameters: names of parameters: limits in years, days before the end that count as at risk.
  public init(postsWhere condition: String, years limit: String, sensitiveYears: String, warnDays: String) {
    self.condition = condition
    self.limit = limit
    sensitiveLimit = sensitiveYears
    self.warnDays = warnDays
  }

  public var kind: ArchetypeKind { .tenure }
  public var comparison: Comparison { .below }
  public var templates: [String] { [condition] }
  public var parameters: [String] { [limit, sensitiveLimit, warnDays] }

  public func judged(in scope: Scope) throws(RenderingError) -> String {
    let left = TimeLeft(dueOn: "d.due_on", warnDays: String(try scope.whole(warnDays)), asOf: scope.seenAt)
    let select = JudgedSelect(
      row: "d", period: scope.judging.year.name.sqlLiteral, status: left.status(early: .met),
      reason: """
        case
          when \(scope.seenAt.sql) >= d.due_on then \(Reason.rotationDue.rawValue.sqlLiteral)
          else \(Reason.withinTenure.rawValue.sqlLiteral)
        end
        """,
      observed: """
        d.years_begun::numeric
          - (d.began_on + make_interval(years => d.years_begun) > \(scope.seenAt.sql))::integer
        """,
      required: "d.limit_years::numeric", dueOn: "d.due_on")
    return """
      with held as (
        select
          c.post_id as subject_id,
          c.unit_id,
          t.began_on,
          case
            when c.sensitive <> '{}' then \(try scope.whole(sensitiveLimit))
            else \(try scope.whole(limit))
          end as limit_years,
          array['posts/' || c.post_id] as evidence
        from current_post c
        join tenure t on t.post_id = c.post_id
        join on_roll r on r.person_id = c.person_id
        where \(try scope.render(condition))
      ),
      dated as (
        select
          h.*,
          (h.began_on + make_interval(years => h.limit_years))::date as due_on,
          \(scope.judging.asOf.year) - extract(year from h.began_on)::integer as years_begun
        from held h
      )
      \(select.sql(from: "dated d"))
      """
  }
}
