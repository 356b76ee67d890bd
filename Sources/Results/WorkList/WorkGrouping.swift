/// What a work list is put together by.
public enum WorkGrouping: String, Sendable, Hashable, CaseIterable {
  /// The unit that a result is about.
  case unit
  /// The head of that unit: who is to see to it.
  case head
  /// The duty.
  case indicator
}
