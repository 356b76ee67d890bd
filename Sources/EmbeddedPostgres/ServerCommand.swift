/// A program with its arguments and its whole environment, ready to be run.
public struct ServerCommand: Hashable, Sendable {
  /// The program's path.
  public let executable: String
  /// Its arguments, without the program's own name.
  public let arguments: [String]
  /// Its environment.
  public let environment: [String: String]

  public init(executable: String, arguments: [String], environment: [String: String]) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
  }
}
