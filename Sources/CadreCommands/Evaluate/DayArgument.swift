public import ArgumentParser
public import CadreModel

extension Day: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(argument)
  }
}

/// `--as-of DATE`.
struct AsOfOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The date to judge at, the end of that day: 2025-06-30.", valueName: "date"))
  var day: Day

  init() {}
}
