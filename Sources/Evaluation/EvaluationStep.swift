/// How far a run is.
public struct EvaluationStep: Sendable, Hashable {
  /// The indicator that was judged last; nil when the snapshot was made.
  public let indicator: String?
  /// Indicators judged so far.
  public let done: Int
  /// Indicators to be judged in all: those that newer data can have changed, where a run goes on from an earlier one.
  public let all: Int

  public init(indicator: String?, done: Int, all: Int) {
    self.indicator = indicator
    self.done = done
    self.all = all
  }
}
