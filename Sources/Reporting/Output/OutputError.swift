public import Files

/// A file or folder that could not be written: where, and what the system says.
public struct OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  public let path: String
  public let reason: SystemError

  /// Stands in place of a path where the program prints.
  public static let standardOutput = "standard output"

  public init(path: String, reason: SystemError) {
    self.path = path
    self.reason = reason
  }

  public var description: String {
    "\(path) cannot be written: \(reason); choose another place with --out"
  }
}
