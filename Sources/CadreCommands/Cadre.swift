public import ArgumentParser
import CadreModel

/// `cadre`: the program's root command.
public struct Cadre: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      "cadre",
      Label(
        "核对各市报送的干部数据，按各市文件逐条评估，生成报告。",
        "Checks, judges and reports what cities hand in under their civil-servant policies."),
      subcommands: [
        DatabaseCommand.self, MigrateCommand.self, ImportCommand.self, EvaluateCommand.self, ReportCommand.self,
        ExportCommand.self, ExplainCommand.self, QualityCommand.self, CatalogueCommand.self, DoctorCommand.self,
        SampleCommand.self,
        DocumentsCommand.self,
      ])
  }

  public init() {}
}
