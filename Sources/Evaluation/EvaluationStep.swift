/// How far a judgement has got.
public struct EvaluationStep: Sendable, Hashable {
  /// The indicator that was judged last; nil when the snapshot was made.
  public let indicator: String?
  /// Indicators judged so far.
  public let done: Int
  /// How many indicators are judged in all. Where a run goes on from an earlier one, only those that have to be judged again
  /// are counted.
  public let all: Int

  public init(indicator: String?, done: Int, all: Int) {
    self.indicator = indicator
    self.done = done
    self.all = all
  }
}
