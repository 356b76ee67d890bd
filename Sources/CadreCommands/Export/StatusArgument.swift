public import ArgumentParser
public import CadreModel

/// `--status unmet`, also by its Chinese label.
extension Status: ExpressibleByArgument {
  public init?(argument: String) {
    guard let status = Status.allCases.first(where: { $0.rawValue == argument.lowercased() || $0.label == argument }) else {
      return nil
    }
    self = status
  }
}
