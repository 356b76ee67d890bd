import ArgumentParser
import CadreModel
import EmbeddedPostgres
import Messages

struct StartDatabase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "start",
      StartDatabaseHelp.abstract,
      discussion: StartDatabaseHelp.discussion)
  }

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let language = options.language
    let server = PrivateServer.ofEnvironment
    let hasStarted = try await server.start(in: language)
    let home = server.home.path
    Terminal.print((hasStarted ? DatabaseMessages.started(home) : DatabaseMessages.runsAlready(home)).text(in: language))
  }
}
