public import Files

/// Why no sample could be made.
public enum SampleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Fewer persons than the smallest city with every table filled.
  case tooFewPersons(Int, atLeast: Int)
  case tooManyPersons(Int, atMost: Int)
  case wrongYears(from: Int, to: Int)
  case wrongTrainingAmount(Int)
  case cannotWrite(path: String, reason: SystemError)
  case unconvertible(path: String)
  /// The task was cancelled; what was written is removed.
  case cancelled

  public var description: String {
    switch self {
    case .tooFewPersons(let count, let least):
      "\(count) persons are too few to fill every table: ask for at least \(least)"
    case .tooManyPersons(let count, let most):
      "\(count) persons are more than the ids of the sample can tell apart: ask for at most \(most)"
    case .wrongYears(let from, let to):
      "years \(from) to \(to) cannot be made: from 2017 to 2098, at least two of them, the first not after the last"
    case .wrongTrainingAmount(let count):
      "\(count) training records a person cannot be made: ask for 1 to 1000"
    case .cannotWrite(let path, let reason):
      "cannot write \(path): \(reason)"
    case .unconvertible(let path):
      "cannot write \(path) in GB18030: the system's iconv does not know that encoding"
    case .cancelled:
      "stopped; the unfinished files were removed"
    }
  }
}
