public import ArgumentParser

/// `cadre`: the program's root command.
public struct Cadre: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "cadre",
    abstract: "Checks, judges and reports what cities hand in under their civil-servant policies.",
    subcommands: [
      DatabaseCommand.self,
      MigrateCommand.self,
      ImportCommand.self,
      EvaluateCommand.self,
      ReportCommand.self,
      ExportCommand.self,
      ExplainCommand.self,
      CatalogueCommand.self,
      DoctorCommand.self,
      SampleCommand.self,
    ])

  public init() {}
}
