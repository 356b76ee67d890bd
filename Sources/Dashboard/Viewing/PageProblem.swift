/// Why there is no page.
enum PageProblem: Error, Sendable, Hashable {
  /// There is none, or the viewer may not see it: nobody is told which.
  case notFound
  /// The run's results have been replaced by those of a later one.
  case replaced(Place)
  /// It stands at another address.
  case movedTo(Place)
}
