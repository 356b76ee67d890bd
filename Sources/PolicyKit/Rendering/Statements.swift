public import CadreModel

extension Indicator {
  /// The judging `select` with waivers applied: columns `JudgedColumns.names`, parameter `$1` the city's code.
  ///
  /// A waiver approved and valid at the as-of date makes anything but a statistic exempt. An exempt result, and one
  /// without data, carries no amounts.
  public func select(for judging: Judging) throws(RenderingError) -> String {
    let scope = Scope(judging: judging, indicator: name)
    return """
      -- \(id)
      with judged as (
      \(Fragment.indented(try rule.judged(in: scope)))
      ),
      waiver as (
        select distinct on (w.subject_id)
          w.subject_id,
          w.waiver_id,
          w.basis || ' (' || w.approved_by || ', ' || w.valid_from || '..' || w.valid_to || ')' as basis
        from \(Fragment.hanging(try scope.render("{waivers}"), under: "  ")) w
        where w.indicator = \(id.sqlLiteral)
          and \(judging.asOf.sql) between w.valid_from and w.valid_to
        order by
          w.subject_id,
          w.valid_to desc,
          w.waiver_id collate "C"
      ),
      decided as (
        select
          j.*,
          w.waiver_id,
          w.basis,
          w.waiver_id is not null and j.status not in ('info', 'exempt') as waived
        from judged j
        left join waiver w on w.subject_id = j.subject_id
      ),
      measured as (
        select
          d.*,
          not d.waived and d.status not in ('exempt', 'no_data') as has_amounts
        from decided d
      )
      select
        d.subject_id,
        d.unit_id,
        d.period,
        case when d.waived then 'exempt' else d.status end as status,
        d.class,
        case when d.has_amounts then \(measure.plain("d.observed")) end as observed,
        case when d.has_amounts then \(measure.plain("d.required")) end as required,
        d.due_on,
        case when d.waived then 'waived' else d.reason end as reason,
        case when d.waived then d.basis else d.detail end as detail,
        case
          when d.waived then array['waivers/' || d.waiver_id] || d.evidence
          else d.evidence
        end as evidence
      from measured d
      """
  }
}

extension MeasureUnit {
  /// An amount as results carry it: shares and ratios with four decimals, half up; all else without trailing zeros.
  fileprivate func plain(_ amount: String) -> String {
    switch self {
    case .share, .ratio: "round(\(amount), 4)"
    default: "trim_scale(\(amount))"
    }
  }
}

extension Policy {
  /// The judging of a city under this policy at a date; nil before the policy is in effect.
  public func judging(asOf: Day, purpose: Judging.Purpose = .evaluation) -> Judging? {
    guard asOf >= configuration.effectiveOn else { return nil }
    return Judging(configuration: configuration, asOf: asOf, purpose: purpose)
  }
}
