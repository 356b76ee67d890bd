import ArgumentParser
import CadreModel
import EmbeddedPostgres
import Messages

struct StopDatabase: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "stop",
      StopDatabaseHelp.abstract,
      discussion: StopDatabaseHelp.discussion)
  }

  @Flag(
    help: ArgumentHelp(StopDatabaseHelp.force))
  var force = false

  @OptionGroup var options: LanguageOptions

  func run() async throws {
    let hasStopped = try await PrivateServer.ofEnvironment.stop(force ? .immediate : .fast)
    Terminal.print((hasStopped ? DatabaseMessages.stopped : DatabaseMessages.didNotRun).text(in: options.language))
  }
}
