/// A run of records that follow one another without a break: a gap of at most one day does not break it.
///
/// Of the same owner (a person and a post, a person and a village), so that the records are told apart by `owner`.
public enum UnbrokenRun {
  /// SQL for the latest end of all earlier records of the same owner, to be called `ended_before`.
  ///
  /// - Parameters:
  ///   - end: when a record ended; `infinity` where it has not.
  ///   - order: from the earliest record to the latest.
  public static func endedBefore(_ end: String, owner: String, order: String) -> String {
    """
    max(\(end)) over (
      partition by \(owner)
      order by \(order)
      rows between unbounded preceding and 1 preceding
    )
    """
  }

  /// SQL for when the run began that a record belongs to: the latest beginning of a run among the records up to it. An
  /// aggregate; to be followed by a window over the owner's records up to this one, or by grouping of all of them.
  ///
  /// - Parameter record: a row with `started_on` and `ended_before`.
  public static func beganOn(_ record: String) -> String {
    "max(\(record).started_on) filter (where \(record).ended_before is null or \(record).ended_before < \(record).started_on - 1)"
  }
}
