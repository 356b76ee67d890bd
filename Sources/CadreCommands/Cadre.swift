public import ArgumentParser
import Messages

/// `cadre`: the program's root command.
public struct Cadre: AsyncParsableCommand {
  public static var configuration: CommandConfiguration {
    CommandConfiguration(
      "cadre",
      CadreHelp.abstract,
      subcommands: [
        DatabaseCommand.self, MigrateCommand.self, TemplateCommand.self, CheckCommand.self, ImportCommand.self,
        ImportsCommand.self, HistoryCommand.self, EvaluateCommand.self, ReportCommand.self, ServeCommand.self, TrendCommand.self,
        ChangesCommand.self, WhatIfCommand.self, ExportCommand.self, ExplainCommand.self, QualityCommand.self,
        CatalogueCommand.self,
        DoctorCommand.self, RebuildCommand.self, PublishCommand.self, PublicationsCommand.self, VerifyCommand.self,
        AuditCommand.self, AccessCommand.self, UserCommand.self, KeysCommand.self, BackupCommand.self, RestoreCommand.self,
        UpgradeCommand.self, SampleCommand.self,
        DocumentsCommand.self,
      ])
  }

  public init() {}
}
