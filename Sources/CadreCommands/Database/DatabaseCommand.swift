import ArgumentParser
import Messages

/// `cadre db`: the private server.
struct DatabaseCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "db",
      DatabaseHelp.abstract,
      discussion: DatabaseHelp.discussion,
      subcommands: [
        StartDatabase.self, StopDatabase.self, DatabaseStatus.self, DatabaseURL.self, DatabaseShell.self,
        DestroyDatabase.self, UpgradeDatabase.self,
      ])
  }
}
