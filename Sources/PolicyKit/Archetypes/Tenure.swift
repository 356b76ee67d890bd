import CadreModel

/// Posts that may be held only so long. The limit runs from `tenure.began_on`; a post that is sensitive now has a shorter
/// limit as well, from the day since which it has been sensitive without a break. The earlier end counts.
///
/// ```swift
/// TenureLimit(
///   postsWhere: "c.rank = 'township_section'", years: "years", sensitiveYears: "sensitive_years",
///   warnDays: "warn.rotation")
/// ```
public struct TenureLimit: Archetype {
  /// SQL over a current post `c` of a person on roll: which of these posts are judged.
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
  public var templates: [String] { [condition, sensitiveRun] }
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
          - (d.counted_from + make_interval(years => d.years_begun) > \(scope.seenAt.sql))::integer
        """,
      required: "d.limit_years::numeric", dueOn: "d.due_on")
    return """
      with sensitive_run as (
      \(Fragment.indented(try scope.render(sensitiveRun)))
      ),
      held as (
        select
          c.post_id as subject_id,
          c.unit_id,
          t.began_on,
          s.began_on as sensitive_since,
          (t.began_on + make_interval(years => \(try scope.whole(limit))))::date as usually_due_on,
          (s.began_on + make_interval(years => \(try scope.whole(sensitiveLimit))))::date as sensitive_due_on,
          array['posts/' || c.post_id] as evidence
        from current_post c
        join tenure t on t.post_id = c.post_id
        join on_roll r on r.person_id = c.person_id
        left join sensitive_run s on s.post_id = c.post_id
        where \(try scope.render(condition))
      ),
      dated as (
        select
          h.*,
          l.*,
          \(scope.judging.asOf.year) - extract(year from l.counted_from)::integer as years_begun
        from held h
        cross join lateral (
          select
            h.sensitive_since as counted_from,
            h.sensitive_due_on as due_on,
            \(try scope.whole(sensitiveLimit)) as limit_years
          where h.sensitive_due_on <= h.usually_due_on
          union all
          select
            h.began_on,
            h.usually_due_on,
            \(try scope.whole(limit))
          where coalesce(h.sensitive_due_on > h.usually_due_on, true)
        ) l
      )
      \(select.sql(from: "dated d"))
      """
  }

  /// A template that selects, of the posts judged that are sensitive now, since when they have been so: the start of the
  /// unbroken run of the person's sensitive records of the post_key. A gap of at most one day does not break it.
  private var sensitiveRun: String {
    """
    with record as (
      select distinct
        p.person_id,
        p.post_key,
        p.post_id,
        p.started_on,
        coalesce(p.ended_on, 'infinity') as ended_on
      from current_post c
      join {posts} p
        on p.person_id = c.person_id
        -- With `coalesce`: of two plain conditions the server expects hardly a row, so it looks through all for each.
        and coalesce(p.post_key = c.post_key, false)
      where \(condition)
        and cardinality(c.sensitive) > 0
        and cardinality(p.sensitive) > 0
    ),
    marked as (
      select
        r.*,
        \(hanging: UnbrokenRun.endedBefore(
          "r.ended_on", owner: "r.person_id, r.post_key", order: "r.started_on, r.post_id")) as ended_before
      from record r
    ),
    run_start as (
      select
        m.post_id,
        \(UnbrokenRun.beganOn("m")) over (
          partition by m.person_id, m.post_key
          order by m.started_on, m.post_id
        ) as began_on
      from marked m
    )
    select
      c.post_id,
      s.began_on
    from current_post c
    join run_start s on s.post_id = c.post_id
    where cardinality(c.sensitive) > 0
    """
  }
}
